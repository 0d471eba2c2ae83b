extension Hotel {
    /// The highest credit limit that reception may set, in minor units.
    package static let creditLimitMinorMax = 1_000_000_000

    /// The guest arrives. - Throws: when the stay is not due or a stranger is in the room.
    package mutating func checkIn(_ number: String, atMs: Int64) throws(DeskRefusal) {
        var stay = try reservation(number)
        guard stay.status == .due else { throw .notDue }
        guard isFree(stay.room, for: stay) else { throw .roomTaken }
        stay.status = .inHouse
        update(stay)
        record(.checkedIn(reservation: number, room: stay.room), atMs: atMs)
    }

    /// The guest leaves and pays what is owed. - Throws: when the guest is not in house.
    package mutating func checkOut(_ number: String, atMs: Int64) throws(DeskRefusal) {
        var stay = try reservation(number)
        guard stay.status == .inHouse else { throw .notInHouse }
        guard rooms[stay.room]?.isDummy != true else { throw .roomIsDummy }
        let owed = folio(of: .reservation(number))?.balanceMinor ?? 0
        if owed != 0 { deskLine(codes.payment, amountMinor: -owed, on: .reservation(number), origin: .desk, atMs: atMs) }
        stay.status = .checkedOut
        stay.departure = businessDate
        update(stay)
        record(.checkedOut(reservation: number, room: stay.room), atMs: atMs)
    }

    /// The guest changes rooms; sharers stay where they are.
    package mutating func move(_ number: String, to room: String, atMs: Int64) throws(DeskRefusal) {
        var stay = try reservation(number)
        guard stay.status == .inHouse else { throw .notInHouse }
        guard let target = rooms[room] else { throw .roomUnknown }
        guard !target.isDummy, rooms[stay.room]?.isDummy != true else { throw .roomIsDummy }
        guard stay.room != room else { throw .sameRoom }
        guard isFree(room, for: stay) else { throw .roomTaken }
        let from = stay.room
        stay.room = room
        update(stay)
        record(.moved(reservation: number, from: from, to: room), atMs: atMs)
    }

    /// Forbids or allows charges to a stay.
    package mutating func setNoPost(_ noPost: Bool, on number: String, atMs: Int64) throws(DeskRefusal) {
        var stay = try reservation(number)
        guard stay.noPost != noPost else { return }
        stay.noPost = noPost
        replace(stay)
        record(.noPostChanged(reservation: number, noPost: noPost), atMs: atMs)
    }

    /// Sets the credit limit of a stay, in minor units; nil takes it away.
    package mutating func setCreditLimit(_ limitMinor: Int?, on number: String, atMs: Int64) throws(DeskRefusal) {
        var stay = try reservation(number)
        if let limitMinor, !(0...Self.creditLimitMinorMax).contains(limitMinor) { throw .limitOutOfRange }
        guard stay.creditLimitMinor != limitMinor else { return }
        stay.creditLimitMinor = limitMinor
        replace(stay)
        record(.creditLimitChanged(reservation: number, limitMinor: limitMinor), atMs: atMs)
    }

    mutating func deskLine(
        _ code: TransactionCode, amountMinor: Int, on owner: FolioOwner, origin: FolioLine.Origin, atMs: Int64
    ) {
        let line = makeLine(code, amountMinor: amountMinor, time: wallClock(atMs: atMs).hhmmss, origin: origin)
        write(line, to: owner)
        record(.lineWritten(owner: owner, line: line), atMs: atMs)
    }

    private func reservation(_ number: String) throws(DeskRefusal) -> Reservation {
        guard let stay = reservations[number] else { throw .reservationUnknown }
        return stay
    }

    /// A room takes a guest when nobody is there, or only people of the same group or sharing the same dates.
    private func isFree(_ room: String, for stay: Reservation) -> Bool {
        guests(inRoom: room).allSatisfy { other in
            other.group != nil && other.group == stay.group || other.arrival == stay.arrival && other.departure == stay.departure
        }
    }
}
