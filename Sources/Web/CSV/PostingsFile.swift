import PointOfSale

/// Postings as rows, names as this cashier may read them.
struct PostingsFile {
    let csv: String

    init(_ postings: [FolioPosting], _ calendar: BusinessCalendar, _ mask: NameMask) {
        var file = CSVText()
        file.add(
            [
                "date", "time", "kind", "check", "room", "reservation", "guest", "outlet", "service period", "payment code", "amount",
                "tip",
                "state", "outcome", "hotel numbers", "cashier", "till",
            ].map { .words($0) })
        for posting in postings {
            let local = calendar.localTime(at: posting.createdAt)
            let date = BusinessDate(year: local.year, month: local.month, day: local.day)
            file.add([
                .words(date.description), .words(Self.clock(local)), .words(posting.kind.rawValue), .number(posting.checkNumber),
                .words(posting.guest?.roomNumber.text ?? ""), .words(posting.guest?.reservationNumber ?? ""),
                .words(posting.guest.map { mask.name($0.name) } ?? ""), .number(posting.outletNumber), .number(posting.servicePeriod),
                .words(posting.hotelCode), .money(posting.breakdown.total), .money(posting.breakdown.tip), .words(posting.state.rawValue),
                .words(posting.outcomeCode ?? ""), .words(posting.transactionNumbers.joined(separator: " ")), .words(posting.cashierName),
                .words(posting.workstation),
            ])
        }
        csv = file.text
    }

    private static func clock(_ time: LocalTime) -> String {
        [time.hour, time.minute, time.second].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
    }
}
