extension Hotel {
    /// Who can be charged in a room, or in the beds of a dormitory of that number.
    /// - Throws: why nobody can, as RoomRaccoon puts it.
    package func raccoonStays(inRoom wanted: String) throws(RaccoonRefusal) -> [Reservation] {
        let places = rooms[wanted].map { [$0.number] } ?? beds(ofDormitory: wanted)
        guard !places.isEmpty else { throw .roomUnknown(wanted) }
        let present = places.flatMap { guests(inRoom: $0) }
        if !present.isEmpty { return present }
        let others = reservations.values.filter { places.contains($0.room) }.sorted { $0.number < $1.number }
        if others.contains(where: { $0.status == .due && $0.arrival <= businessDate }) { throw .notCheckedIn(wanted) }
        if let gone = others.first(where: { $0.status == .checkedOut && $0.departure == businessDate }) { throw .checkedOut(gone.number) }
        throw .roomVacant(wanted)
    }

    /// The beds of a dormitory: `12A` and `12B` of `12`.
    private func beds(ofDormitory number: String) -> [String] {
        guard !number.isEmpty, number.allSatisfy(\.isNumber) else { return [] }
        return roomNumbers.filter { bed in
            bed.hasPrefix(number) && bed.count > number.count && bed.dropFirst(number.count).allSatisfy(\.isLetter)
        }
    }

    /// Puts a till's lines on a reservation: every rule first, then all of them or none.
    @discardableResult
    package mutating func chargeOverRaccoon(
        _ lines: [POSTicket.Line], to number: String, inRoom room: String, atMs: Int64
    ) throws(RaccoonRefusal) -> POSTicket {
        if isAuditing && settings.refusesDuringNightAudit { throw .nightAudit }
        let stay = try stay(number, inRoom: room)
        let total = lines.reduce(0) { $0 + $1.amountMinor }
        if stay.noPost { throw .chargeNotAllowed }
        if total > 0, let left = creditLeftMinor(of: stay), total > left { throw .creditLimit }
        guard !lines.isEmpty else { throw .nothingToCharge }
        for line in lines where raccoon?.revenueGroups[line.revenueGroup] == nil { throw .groupUnknown(line.revenueGroup) }

        let ticketNumber = posTickets.count + 1
        let isConsolidated = raccoon?.consolidatesTickets ?? false
        let written = folioLines(lines, ofTicket: ticketNumber, isConsolidated: isConsolidated, atMs: atMs)
        let owner = FolioOwner.reservation(number)
        for line in written { write(line, to: owner) }
        let charge = Charge(
            target: .guest(room: room, reservation: number), totalMinor: total, parts: [.init(.subtotal(1), total)],
            paymentMethod: "POS", details: details(of: lines[0].description, atMs: atMs))
        record(.booked(Booking(charge: charge, owner: owner, lines: written)), atMs: atMs)
        let ticket = POSTicket(
            number: ticketNumber, reservation: number, chargedTo: number, room: room, atMs: atMs, businessDate: businessDate,
            lines: lines, isConsolidated: isConsolidated, transactionNumbers: written.map(\.transactionNumber))
        posTickets.append(ticket)
        return ticket
    }

    private func stay(_ number: String, inRoom room: String) throws(RaccoonRefusal) -> Reservation {
        guard let stay = reservations[number] else { throw .reservationUnknown(number) }
        guard stay.room == room else { throw .notInRoom(number, room) }
        switch stay.status {
        case .inHouse: return stay
        case .due: throw .notCheckedIn(room)
        case .checkedOut: throw .checkedOut(number)
        }
    }

    private mutating func folioLines(
        _ lines: [POSTicket.Line], ofTicket number: Int, isConsolidated: Bool, atMs: Int64
    ) -> [FolioLine] {
        let time = wallClock(atMs: atMs).hhmmss
        if isConsolidated {
            return [
                makeLine(
                    TransactionCode(code: "POS", text: "POS Ticket #\(number)"), amountMinor: lines.reduce(0) { $0 + $1.amountMinor },
                    time: time, origin: .interface, details: details(of: lines[0].description, atMs: atMs))
            ]
        }
        return lines.map { line in
            makeLine(
                TransactionCode(code: String(line.revenueGroup), text: raccoon?.revenueGroups[line.revenueGroup] ?? ""),
                text: "\(line.quantity) × \(line.description)", amountMinor: line.amountMinor, time: time, origin: .interface,
                details: details(of: line.description, atMs: atMs))
        }
    }

    private func details(of description: String, atMs: Int64) -> ChargeDetails {
        var details = ChargeDetails()
        details.workstation = "POS"
        details.clearText = description
        details.time = wallClock(atMs: atMs).hhmmss
        return details
    }

    // MARK: The back office

    /// What stands on a reservation, the oldest first.
    package func tickets(of number: String) -> [POSTicket] { posTickets.filter { $0.reservation == number } }

    /// Whether a stay has its invoice: made by hand, or by its check-out.
    package func isInvoiced(_ stay: Reservation) -> Bool { stay.status == .checkedOut || invoiced.contains(stay.number) }

    /// The stays that a ticket of that one may be moved to: dates that overlap, present, not invoiced.
    package func transferTargets(of stay: Reservation) -> [Reservation] {
        guard !isInvoiced(stay) else { return [] }
        return reservations.values
            .filter { $0.number != stay.number && $0.status == .inHouse && !isInvoiced($0) && rooms[$0.room]?.isDummy == false }
            .filter { $0.arrival < stay.departure && stay.arrival < $0.departure }
            .sorted { ($0.room, $0.number) < ($1.room, $1.number) }
    }

    /// Moves a whole ticket to another reservation whose dates overlap.
    /// - Throws: when there is no such ticket, or one of the two stays is invoiced, or they do not meet.
    package mutating func transferTicket(_ number: Int, to target: String, atMs: Int64) throws(DeskRefusal) {
        guard let index = posTickets.firstIndex(where: { $0.number == number }) else { throw .ticketUnknown }
        guard let stay = reservations[posTickets[index].reservation], let other = reservations[target] else { throw .reservationUnknown }
        guard stay.number != target else { throw .sameFolio }
        guard !isInvoiced(stay), !isInvoiced(other) else { throw .invoiced }
        guard transferTargets(of: stay).contains(where: { $0.number == target }) else { throw .datesApart }
        let (from, to) = (FolioOwner.reservation(stay.number), FolioOwner.reservation(target))
        for transaction in posTickets[index].transactionNumbers {
            // A line that reception has moved by hand stays where it was put.
            guard let line = takeLine(transaction, from: from) else { continue }
            write(line, to: to)
            record(.lineTransferred(transactionNumber: transaction, from: from, to: to), atMs: atMs)
        }
        posTickets[index].reservation = target
    }

    /// Makes the invoice of a stay: what stands on it can no longer be moved.
    package mutating func invoice(_ number: String) throws(DeskRefusal) {
        guard let stay = reservations[number] else { throw .reservationUnknown }
        guard !isInvoiced(stay) else { throw .invoiced }
        invoiced.insert(number)
    }
}
