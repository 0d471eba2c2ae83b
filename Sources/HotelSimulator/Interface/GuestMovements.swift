import FIAS

/// What the interface tells of guests who come, go and move: `GI`, `GO`, `GC`, and the swap of the whole house (FIAS 2.20.24 §4.1, §5).
/// Only to tills that described these records.
struct GuestMovements {
    let described: DescribedFields
    let clock: WallClock

    /// The records that follow from one entry of the ledger; none for entries that are not about guests.
    func records(for event: LedgerEvent, in hotel: Hotel) -> [FIASRecord] {
        switch event {
        case .checkedIn(let number, _):
            guard described.describes(.gi), let stay = hotel.reservations[number] else { return [] }
            return [arrival(of: stay, in: hotel)]
        case .checkedOut(let number, let room):
            guard described.describes(.go) else { return [] }
            return [departure(of: number, from: room, in: hotel)]
        case .moved(let number, let from, _):
            guard let stay = hotel.reservations[number] else { return [] }
            return move(of: stay, from: from, in: hotel)
        case .noPostChanged(let number, _):
            guard described.describes(.gc), let stay = hotel.reservations[number] else { return [] }
            return [change(of: stay, in: hotel)]
        case .nightAuditStarted where hotel.settings.announcesNightAudit:
            return [FIASRecord(.ns, stamp)]
        case .nightAuditFinished where hotel.settings.announcesNightAudit:
            return [FIASRecord(.ne, stamp)]
        default:
            return []
        }
    }

    /// `DS`, one `GI` for every guest and one `GO` for every vacant room, `DE`. Nothing for a till that has no use for it.
    func swap(of hotel: Hotel) -> [FIASRecord] {
        described.describes(.gi) ? swapBegins(of: hotel) + swapEnds : []
    }

    /// `DS` and the house. `DS` and `DE` need no description, so every till hears them when the hotel begins a swap by itself.
    func swapBegins(of hotel: Hotel) -> [FIASRecord] {
        let start = [FIASRecord(.ds, stamp)]
        guard described.describes(.gi) else { return start }
        return start
            + hotel.roomNumbers.flatMap { room -> [FIASRecord] in
                let guests = hotel.guests(inRoom: room)
                guard guests.isEmpty else { return guests.map { arrival(of: $0, in: hotel, isSwap: true) } }
                return described.describes(.go) ? [FIASRecord(.go, [.init(.roomNumber, room), .init(.swapFlag, "")])] : []
            }
    }

    /// `DE`.
    var swapEnds: [FIASRecord] { [FIASRecord(.de, stamp)] }

    private var stamp: [FIASRecord.Field] {
        [.init(.date, clock.date.yymmdd), .init(.time, clock.hhmmss)]
    }

    private func arrival(of stay: Reservation, in hotel: Hotel, isSwap: Bool = false) -> FIASRecord {
        var record = FIASRecord(.gi, wanted(facts(of: stay, in: hotel), in: .gi))
        if isSwap { record.set(.swapFlag, "") }
        return record
    }

    /// `GS` of a departure says whether somebody stays behind.
    private func departure(of number: String, from room: String, in hotel: Hotel) -> FIASRecord {
        FIASRecord(
            .go,
            wanted(
                [
                    .init(.roomNumber, room), .init(.reservationNumber, number),
                    .init(.shareFlag, shareFlag(ofRoom: room, in: hotel, from: 1)),
                ],
                in: .go))
    }

    private func change(of stay: Reservation, in hotel: Hotel) -> FIASRecord {
        FIASRecord(.gc, wanted(facts(of: stay, in: hotel), in: .gc))
    }

    /// A till that did not describe `GC` hears of a move as a departure and an arrival. The second `GS` belongs to the old room.
    private func move(of stay: Reservation, from room: String, in hotel: Hotel) -> [FIASRecord] {
        guard described.describes(.gc) else {
            let left = described.describes(.go) ? [departure(of: stay.number, from: room, in: hotel)] : []
            return left + (described.describes(.gi) ? [arrival(of: stay, in: hotel)] : [])
        }
        var record = change(of: stay, in: hotel)
        record.fields += wanted(
            [.init(.oldRoomNumber, room), .init(.shareFlag, shareFlag(ofRoom: room, in: hotel, from: 1))], in: .gc)
        return [record]
    }

    private func facts(of stay: Reservation, in hotel: Hotel) -> [FIASRecord.Field] {
        [
            .init(.roomNumber, stay.room), .init(.reservationNumber, stay.number),
            .init(.shareFlag, shareFlag(ofRoom: stay.room, in: hotel, from: 2)), .init(.guestName, stay.guest.wireName),
            .init(.guestFirstName, stay.guest.firstName), .init(.guestTitle, stay.guest.title), .init(.language, stay.guest.language),
            .init(.vipStatus, stay.guest.vip), .init(.arrival, stay.arrival.yymmdd), .init(.departure, stay.departure.yymmdd),
            .init(.noPost, stay.noPost ? "Y" : "N"),
        ]
    }

    private func shareFlag(ofRoom room: String, in hotel: Hotel, from count: Int) -> String {
        hotel.guests(inRoom: room).count >= count ? "Y" : "N"
    }

    private func wanted(_ fields: [FIASRecord.Field], in record: RecordID) -> [FIASRecord.Field] {
        fields.filter { described.wants($0.id, in: record) }
    }
}
