import Foundation

/// The house behind the gateway: what it does with an operation, and what it says (`rsv.json`, `csh.json`, `bof.json`, `entcfg.json`).
struct OHIPHouse: Sendable {
    let hotel: SimulatedHotel
    let settings: OperaCloudSettings

    /// Does what was asked.
    /// - Throws: the house's refusal.
    func answer(_ operation: OHIPOperation) throws(OHIPRefusal) -> OHIPReply {
        let now = hotel.snapshot
        switch operation {
        case .businessDate:
            return OHIPReply(["hotels": [["hotelId": settings.hotelID, "businessDate": now.businessDate.iso]]])
        case .context:
            return OHIPReply([
                "hotelContext": [
                    "hotelId": settings.hotelID, "hotelName": now.identity.name, "businessDate": now.businessDate.iso,
                    "currencyCode": now.identity.currencyCode, "timezone": now.identity.timeZone.identifier, "chainCode": "CHAIN",
                ]
            ])
        case .search(let search): return found(search, in: now)
        case .reservation(let number):
            guard let stay = now.reservations[number] else { return .nothing }
            return OHIPReply(["reservations": ["reservation": [OHIPStayView(settings, now).detail(stay)]]])
        case .paymentMethods(let number):
            guard let stay = now.reservations[number] else { return .nothing }
            return OHIPReply(OHIPStayView(settings, now).paymentMethods(stay))
        case .transactionCodes: return codes(of: now)
        case .simulation(let code, let amount): return try simulation(ofCode: code, amount, in: now)
        case .charge(let number, let request): return try charge(request, to: number)
        case .postings(let wanted): return postings(wanted, in: now)
        }
    }

    // MARK: Guests

    private func found(_ search: OHIPOperation.Search, in now: Hotel) -> OHIPReply {
        let key = search.surname.map { Guest.searchKey(of: $0) }
        let stays = now.reservations.values.filter { stay in
            stay.status == .inHouse && search.room.map { $0 == stay.room } ?? true
                && key.map { stay.guest.searchKey.hasPrefix($0) } ?? true
        }.sorted { ($0.guest.searchKey, $0.number) < ($1.guest.searchKey, $1.number) }
        let page = stays.dropFirst(search.offset).prefix(search.limit)
        if page.isEmpty && !settings.traps.emptyLists { return .nothing }
        let view = OHIPStayView(settings, now)
        return OHIPReply([
            "reservations": [
                "reservationInfo": page.map(view.info), "offset": search.offset, "limit": search.limit, "count": page.count,
                "totalResults": stays.count, "hasMore": search.offset + page.count < stays.count,
                "totalPages": (stays.count + search.limit - 1) / max(search.limit, 1),
            ]
        ])
    }

    private func codes(of now: Hotel) -> OHIPReply {
        let all = Set(now.codes.parts.values).union([now.codes.wholeCharge]).sorted { $0.code < $1.code }
        return OHIPReply([
            "trxCodes": all.map { ["transactionCode": $0.code, "description": $0.text, "hotelId": settings.hotelID] }
        ])
    }

    private func postings(_ wanted: OHIPOperation.Postings, in now: Hotel) -> OHIPReply {
        let view = OHIPPostingView(settings, now)
        let rows = now.ledger.entries.flatMap { Self.journal(of: $0.event, in: now) }.filter { entry in
            let details = entry.details
            return entry.line.businessDate >= wanted.from && entry.line.businessDate <= wanted.to
                && wanted.checkNumber.map { details.checkNumber.contains($0) } ?? true
                && wanted.reference.map { details.reference.contains($0) } ?? true && wanted.room.map { $0 == entry.room } ?? true
                && wanted.cashier.map { String($0) == details.cashier } ?? true
        }.map { entry in view.row(entry, remark: entry.details.clearText, cashier: Int(entry.details.cashier), inJournal: true) }
        let page = Array(rows.dropFirst(wanted.offset).prefix(wanted.limit))
        if page.isEmpty { return .nothing }
        return OHIPReply([
            "journalPostings": ["postings": page, "totalEntriesCount": rows.count], "offset": wanted.offset, "limit": wanted.limit,
            "count": page.count, "totalResults": rows.count, "hasMore": wanted.offset + page.count < rows.count,
            "totalPages": (rows.count + wanted.limit - 1) / max(wanted.limit, 1),
        ])
    }

    /// The lines that an event put on a bill for a till: charges, and what stands beside them.
    private static func journal(of event: LedgerEvent, in now: Hotel) -> [OHIPJournalEntry] {
        switch event {
        case .booked(let booking):
            guard case .guest(let room, let number) = booking.charge.target else { return [] }
            return booking.lines.map { OHIPJournalEntry(line: $0, details: booking.charge.details, room: room, reservation: number) }
        case .lineWritten(let owner, let line):
            guard line.origin == .interface, let details = line.details, let stay = now.reservations[owner.number] else { return [] }
            return [OHIPJournalEntry(line: line, details: details, room: stay.room, reservation: stay.number)]
        default: return []
        }
    }
}
