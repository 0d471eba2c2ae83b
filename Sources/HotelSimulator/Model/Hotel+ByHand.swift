extension Hotel {
    /// The highest amount that reception may post by hand, in minor units, either way.
    package static let amountByHandMinorMax = 100_000_000
    /// The longest text of a line posted by hand, in characters.
    package static let textByHandLengthMax = 60

    /// Reception posts or corrects any amount on a bill; a correction is negative.
    /// - Throws: when there is no such bill or the amount is zero or out of range.
    package mutating func postByHand(_ amountMinor: Int, text: String = "", on owner: FolioOwner, atMs: Int64) throws(DeskRefusal) {
        guard folio(of: owner) != nil else { throw .reservationUnknown }
        try checkByHand(amountMinor)
        let said = String(text.prefix(Self.textByHandLengthMax))
        let line = makeLine(
            codes.wholeCharge, text: said.isEmpty ? nil : said, amountMinor: amountMinor, time: wallClock(atMs: atMs).hhmmss, origin: .desk)
        write(line, to: owner)
        record(.lineWritten(owner: owner, line: line), atMs: atMs)
    }

    /// Another till of the house, the spa's, charges a guest: the same amount as the last till's charge to this stay unless one is given.
    /// - Throws: when the stay is not in house, there is no amount to repeat, or the hotel refuses the charge.
    @discardableResult
    package mutating func postAsOtherTill(_ amountMinor: Int?, to number: String, atMs: Int64) throws(DeskRefusal) -> Booking {
        guard let stay = reservations[number] else { throw .reservationUnknown }
        guard stay.status == .inHouse else { throw .notInHouse }
        guard let amountMinor = amountMinor ?? lastChargeMinor(to: number) else { throw .nothingToRepeat }
        try checkByHand(amountMinor)
        guard let method = paymentMethods.room.first, let part = ChargeComponent.all.first(where: { codes.parts[$0] != nil }) else {
            throw .chargeRefused
        }
        let charge = Charge(
            target: .guest(room: stay.room, reservation: number), totalMinor: amountMinor, parts: [.init(part, amountMinor)],
            paymentMethod: method, details: OtherTill.details(of: ledger.entries.count + 1))
        do throws(BookingRefusal) {
            return try book(charge, atMs: atMs)
        } catch {
            throw .chargeRefused
        }
    }

    /// Reception moves a line to another bill; it shows there and nowhere else, with its number, text and day.
    package mutating func transferLine(
        _ transactionNumber: Int, from owner: FolioOwner, to target: FolioOwner, atMs: Int64
    ) throws(DeskRefusal) {
        guard folio(of: owner) != nil, folio(of: target) != nil else { throw .reservationUnknown }
        guard owner != target else { throw .sameFolio }
        guard let line = takeLine(transactionNumber, from: owner) else { throw .lineUnknown }
        write(line, to: target)
        record(.lineTransferred(transactionNumber: transactionNumber, from: owner, to: target), atMs: atMs)
    }

    /// Sends what tills charge to a stay to another bill from now on; nil ends it. The bill of the stay does not show such charges.
    package mutating func route(_ number: String, to target: FolioOwner?, atMs: Int64) throws(DeskRefusal) {
        guard var stay = reservations[number] else { throw .reservationUnknown }
        if let target {
            guard folio(of: target) != nil else { throw .reservationUnknown }
            guard target != .reservation(number) else { throw .sameFolio }
        }
        guard stay.routedTo != target else { return }
        stay.routedTo = target
        replace(stay)
        record(.routed(reservation: number, to: target), atMs: atMs)
    }

    /// The bill of a reservation or, failing that, of an account of that number; nil when there is neither.
    package func folioOwner(numbered number: String) -> FolioOwner? {
        if reservations[number] != nil { return .reservation(number) }
        return accounts[number] != nil ? .account(number) : nil
    }

    private func checkByHand(_ amountMinor: Int) throws(DeskRefusal) {
        guard amountMinor != 0, (-Self.amountByHandMinorMax...Self.amountByHandMinorMax).contains(amountMinor) else {
            throw .amountOutOfRange
        }
    }

    private func lastChargeMinor(to number: String) -> Int? {
        for entry in ledger.entries.reversed() {
            guard case .booked(let booking) = entry.event, case .guest(_, number) = booking.charge.target else { continue }
            return booking.charge.totalMinor
        }
        return nil
    }
}

/// The till of the spa: it charges the same guests over a link of its own.
package enum OtherTill {
    /// The name by which its charges are told from ours (`WS`).
    package static let workstation = "SPA"

    static func details(of sequence: Int) -> ChargeDetails {
        var details = ChargeDetails()
        details.workstation = workstation
        details.cashier = "Spa"
        details.checkNumber = String(90_000_000 + sequence)
        details.clearText = "SPA \(sequence)"
        details.reference = details.clearText
        return details
    }
}
