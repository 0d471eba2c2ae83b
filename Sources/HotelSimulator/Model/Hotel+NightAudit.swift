extension Hotel {
    /// The night audit begins: charges wait until it is over, if the settings say so.
    package mutating func startNightAudit(atMs: Int64) throws(DeskRefusal) {
        guard !isAuditing else { throw .nightAuditRunning }
        isAuditing = true
        record(.nightAuditStarted, atMs: atMs)
    }

    /// The night audit ends: every guest pays the night, who should have left stays another night, the hotel's day moves on.
    package mutating func finishNightAudit(atMs: Int64) throws(DeskRefusal) {
        guard isAuditing else { throw .nightAuditNotRunning }
        for number in reservations.keys.sorted() {
            guard let stay = reservations[number], stay.status == .inHouse, stay.rateMinor > 0 else { continue }
            deskLine(codes.roomRate, amountMinor: stay.rateMinor, on: .reservation(number), origin: .nightAudit, atMs: atMs)
        }
        businessDate = businessDate.adding(days: 1)
        for var stay in reservations.values where stay.status == .inHouse && stay.departure < businessDate {
            stay.departure = businessDate
            replace(stay)
        }
        renewPackages()
        isAuditing = false
        record(.nightAuditFinished(businessDate: businessDate), atMs: atMs)
    }
}
