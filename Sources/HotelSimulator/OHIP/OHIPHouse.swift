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

    // MARK: Charges

    private func charge(_ request: OHIPChargeRequest, to number: String) throws(OHIPRefusal) -> OHIPReply {
        guard let cashier = request.cashier, settings.cashiers.contains(cashier) else { throw .invalidCashier }
        let lines = Array(request.lines.prefix(settings.traps.breaksBehindLines ?? .max))
        let booked: Booking = try hotel.change { (hotel, atMs) throws(OHIPRefusal) in
            guard !hotel.isAuditing || !hotel.settings.refusesDuringNightAudit else { throw .closed }
            guard let stay = hotel.reservations[number] else { throw .noReservation }
            guard stay.status == .inHouse else { throw .wrongStatus }
            let charge = try Self.charge(lines, whole: request, to: stay, cashier: cashier, in: hotel)
            do throws(BookingRefusal) {
                return try hotel.book(charge, atMs: atMs)
            } catch {
                throw Self.refusal(error)
            }
        }
        guard lines.count == request.lines.count else { throw .broken }
        let rows = zip(booked.lines, lines).map { line, asked in
            OHIPPostingView(settings, hotel.snapshot).row(line, remark: asked.remark, booked, cashier: cashier)
        }
        var reply = OHIPReply(status: 201, settings.traps.listsNothing ? ["links": [Any]()] : ["postings": rows, "links": [Any]()])
        reply.location = "/csh/v1/hotels/\(settings.hotelID)/reservations/\(number)/charges"
        return reply
    }

    /// The lines as the hotel's model books them: by the part that each transaction code stands for.
    private static func charge(
        _ lines: [OHIPChargeRequest.Line], whole request: OHIPChargeRequest, to stay: Reservation, cashier: Int, in hotel: Hotel
    ) throws(OHIPRefusal) -> Charge {
        var parts: [Charge.Part] = []
        for line in request.lines {
            guard line.currencyCode == hotel.identity.currencyCode else { throw .words("Invalid currency") }
            guard hotel.codes.part(ofCode: line.transactionCode) != nil else { throw .words("Invalid transaction code") }
        }
        for line in lines {
            guard let part = hotel.codes.part(ofCode: line.transactionCode) else { continue }
            parts.append(Charge.Part(part, line.amountMinor))
        }
        var details = ChargeDetails()
        details.checkNumber = request.lines[0].checkNumber
        details.reference = request.lines[0].reference
        details.clearText = request.lines[0].remark
        details.covers = request.lines[0].covers
        details.cashier = String(cashier)
        // Nothing is known of a credit limit over this interface: No Post is the rule (`ohip.md` §2.2).
        return Charge(
            target: .guest(room: stay.room, reservation: stay.number), totalMinor: parts.reduce(0) { $0 + $1.amountMinor }, parts: parts,
            overridesCreditLimit: true, details: details)
    }

    private static func refusal(_ refusal: BookingRefusal) -> OHIPRefusal {
        switch refusal {
        case .nightAudit: .closed
        case .noPosting: .words("Posting is not allowed on this reservation")
        case .negativeNotAllowed: .words("Negative postings are not allowed")
        case .guestCheckedOut, .guestNotArrived: .wrongStatus
        default: .words("The charge cannot be posted")
        }
    }

    private func postings(_ wanted: OHIPOperation.Postings, in now: Hotel) -> OHIPReply {
        let view = OHIPPostingView(settings, now)
        let rows = now.ledger.bookings.filter { booking in
            let (details, target) = (booking.charge.details, booking.charge.target)
            let room = if case .guest(let room, _) = target { room } else { "" }
            return wanted.checkNumber.map { details.checkNumber.contains($0) } ?? true
                && wanted.reference.map { details.reference.contains($0) } ?? true && wanted.room.map { $0 == room } ?? true
                && wanted.cashier.map { String($0) == details.cashier } ?? true
        }.flatMap { booking in
            booking.lines.filter { $0.businessDate >= wanted.from && $0.businessDate <= wanted.to }.map {
                view.row(
                    $0, remark: booking.charge.details.clearText, booking, cashier: Int(booking.charge.details.cashier),
                    inJournal: true)
            }
        }
        let page = Array(rows.dropFirst(wanted.offset).prefix(wanted.limit))
        if page.isEmpty { return .nothing }
        return OHIPReply([
            "journalPostings": ["postings": page, "totalEntriesCount": rows.count], "offset": wanted.offset, "limit": wanted.limit,
            "count": page.count, "totalResults": rows.count, "hasMore": wanted.offset + page.count < rows.count,
            "totalPages": (rows.count + wanted.limit - 1) / max(wanted.limit, 1),
        ])
    }
}

extension TransactionCodes {
    /// The part of a charge that a code stands for; nil for a code that no till may post to.
    fileprivate func part(ofCode code: String) -> ChargeComponent? {
        ChargeComponent.all.first { parts[$0]?.code == code }
    }
}
