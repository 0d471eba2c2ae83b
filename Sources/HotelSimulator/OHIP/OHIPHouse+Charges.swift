import Foundation

/// What the house does with charges and payments (`csh.json`, `postBillingCharges`, `postChargesAndPayments`), and what it would do
/// (`fofcfg.json`, `calculatePosting`).
extension OHIPHouse {
    /// Books lines and payments, all or none of them unless the house breaks in the middle.
    func charge(_ request: OHIPChargeRequest, to number: String) throws(OHIPRefusal) -> OHIPReply {
        guard let cashier = request.cashier, settings.cashiers.contains(cashier) else { throw .invalidCashier }
        let lines = Array(request.lines.prefix(settings.traps.breaksBehindLines ?? .max))
        let booked: Booking = try hotel.change { (hotel, atMs) throws(OHIPRefusal) in
            guard !hotel.isAuditing || !hotel.settings.refusesDuringNightAudit else { throw .closed }
            guard let stay = hotel.reservations[number] else { throw .noReservation }
            guard stay.status == .inHouse else { throw .wrongStatus }
            let charge = try Self.charge(lines, whole: request, to: stay, cashier: cashier, in: hotel)
            let booked: Booking
            do throws(BookingRefusal) {
                booked = try hotel.book(charge, atMs: atMs)
            } catch {
                throw Self.refusal(error)
            }
            addTax(to: booked, in: &hotel, atMs: atMs)
            if lines.count == request.lines.count { try pay(request, on: .reservation(number), of: booked, in: &hotel, atMs: atMs) }
            return booked
        }
        guard lines.count == request.lines.count else { throw .broken }
        // `postChargesAndPayments` says nothing but that it was done.
        guard request.payments.isEmpty else { return OHIPReply(status: 201, ["links": [Any]()]) }
        let view = OHIPPostingView(settings, hotel.snapshot)
        let rows = zip(booked.lines, lines).map { line, asked in
            view.row(
                OHIPJournalEntry(line: line, details: booked.charge.details, room: "", reservation: number), remark: asked.remark,
                cashier: cashier)
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

    /// What a code of the traps adds to each line under it.
    private func addTax(to booked: Booking, in hotel: inout Hotel, atMs: Int64) {
        guard let owner = booked.owner else { return }
        for line in booked.lines {
            guard let tax = tax(on: line.amountMinor, underCode: line.code.code), tax != 0 else { continue }
            hotel.writeBeside(
                Self.taxCode, text: Self.taxCode.text, amountMinor: tax, details: booked.charge.details, on: owner, atMs: atMs)
        }
    }

    /// Pays what was charged: each payment a line with the other sign, under the name of its method.
    private func pay(
        _ request: OHIPChargeRequest, on owner: FolioOwner, of booked: Booking, in hotel: inout Hotel, atMs: Int64
    ) throws(OHIPRefusal) {
        for payment in request.payments {
            guard hotel.paymentMethods.direct.contains(payment.method) else { throw .words("Invalid payment method") }
            guard payment.currencyCode == hotel.identity.currencyCode else { throw .words("Invalid currency") }
            var details = booked.charge.details
            // A payment bears no check number.
            details.checkNumber = ""
            details.reference = payment.reference
            details.clearText = payment.remark
            hotel.writeBeside(
                hotel.codes.payment, text: payment.method, amountMinor: -payment.amountMinor, details: details, on: owner, atMs: atMs)
        }
    }

    /// The lines that an amount under a code would make.
    func simulation(ofCode code: String, _ amountMinor: Int, in now: Hotel) throws(OHIPRefusal) -> OHIPReply {
        guard let part = now.codes.part(ofCode: code), let base = now.codes.parts[part] else {
            throw .words("Invalid transaction code")
        }
        var charges = [simulated(base, amountMinor, sequence: 0, in: now)]
        var totalMinor = amountMinor
        if let tax = tax(on: amountMinor, underCode: code) {
            charges.append(simulated(Self.taxCode, tax, sequence: 1, in: now))
            totalMinor += tax
        }
        return OHIPReply([
            "result": ["charges": charges, "totalAmount": OHIPAmount.plain(totalMinor, settings, now)], "links": [Any](),
        ])
    }

    private func simulated(_ code: TransactionCode, _ amountMinor: Int, sequence: Int, in now: Hotel) -> [String: Any] {
        [
            "hotelId": settings.hotelID, "transactionCode": code.code, "description": code.text, "level": "TransactionCode",
            "amount": OHIPAmount.plain(amountMinor, settings, now), "sequence": sequence, "basePosting": sequence == 0,
        ]
    }

    private func tax(on amountMinor: Int, underCode code: String) -> Int? {
        settings.traps.taxedCodes[code].map { amountMinor * $0 / 100 }
    }

    private static let taxCode = TransactionCode(code: "8010", text: "TVA")
}

extension Hotel {
    /// Writes a line beside a till's charge: a payment, or what a code adds by itself.
    fileprivate mutating func writeBeside(
        _ code: TransactionCode, text: String, amountMinor: Int, details: ChargeDetails, on owner: FolioOwner, atMs: Int64
    ) {
        let line = makeLine(
            code, text: text, amountMinor: amountMinor, time: wallClock(atMs: atMs).hhmmss, origin: .interface, details: details)
        write(line, to: owner)
        record(.lineWritten(owner: owner, line: line), atMs: atMs)
    }
}

extension TransactionCodes {
    /// The part of a charge that a code stands for; nil for a code that no till may post to.
    func part(ofCode code: String) -> ChargeComponent? {
        ChargeComponent.all.first { parts[$0]?.code == code }
    }
}
