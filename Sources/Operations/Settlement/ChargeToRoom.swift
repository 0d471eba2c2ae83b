package import PointOfSale
import Storage

/// A room charge as asked for.
package struct RoomChargeRequest: Sendable, Hashable {
    package let checkID: CheckID
    /// Made by the client: the same key charges once.
    package let key: ClientKey
    package let methodID: PaymentMethodID
    /// What it pays of the check, tip aside.
    package let amount: Money
    package let tip: Money
    package let guest: GuestChoice
    /// The till it is made on.
    package let workstation: String

    /// A request.
    package init(
        checkID: CheckID, key: ClientKey, methodID: PaymentMethodID, amount: Money, tip: Money, guest: GuestChoice, workstation: String
    ) {
        self.checkID = checkID
        self.key = key
        self.methodID = methodID
        self.amount = amount
        self.tip = tip
        self.guest = guest
        self.workstation = String(workstation.prefix(FolioPosting.workstationCharactersMax))
    }

    /// What makes two requests the same one.
    var fingerprint: String {
        "\(checkID) \(methodID) \(amount.minorUnits) \(tip.minorUnits) \(guest.roomNumber) \(guest.reservationNumber)"
    }
}

/// A room charge as written down: the check, its pending tender, and the posting that carries it.
package struct RoomCharge: Sendable, Hashable {
    package let check: Check
    package let tender: Tender
    package let posting: FolioPosting
}

extension Restaurant {
    /// Puts a check, or a part of it, on a guest's room.
    ///
    /// Writes the pending tender and the queued posting in one transaction and announces them; the gateway sends it. It does not wait
    /// for the hotel: `awaitOutcome` does.
    /// - Throws: `Refusal` — not permitted, unknown check or method, closed or empty check, amounts out of range, guest not found or
    ///   marked no posting (`S1-15`), hotel down where the outlet does not wait, key reused.
    package func chargeToRoom(_ request: RoomChargeRequest, by cashier: Cashier) async throws -> Answered<RoomCharge> {
        try cashier.mustBeAllowed(.settleChecks)
        if let first = try await database.read({ tx in try tx.firstCharge(request) }) { return Answered(first, isRepeat: true) }
        let guest = try await chargeableGuest(for: request)
        let moment = now()
        let hotelIsUp = hotel.linkState.isAlive
        let answer = try await database.write { tx in
            if let first = try tx.firstCharge(request) { return Answered(first, isRepeat: true) }
            let charge = try tx.newCharge(request, guest: guest, hotelIsUp: hotelIsUp, by: cashier, at: moment)
            try tx.remember(
                request.key, of: .chargeToRoom, request: request.fingerprint, answer: charge.posting.id.text, at: moment)
            try tx.journal(.roomChargeQueued, subject: charge.posting.id.text, by: cashier.id, at: moment)
            return Answered(charge, isRepeat: false)
        }
        if !answer.isRepeat {
            signals.announce(PostingChange(answer.value.posting))
            signals.wake()
        }
        return answer
    }

    /// The guest as the hotel knows it; the client's word only where the hotel is away and the outlet lets charges wait.
    private func chargeableGuest(for request: RoomChargeRequest) async throws -> GuestChoice {
        do {
            let guest = try await guestOffered(request.guest)
            guard guest.mayBeCharged else { throw Refusal.guestNoPosting }
            return GuestChoice(guest)
        } catch Refusal.hotelUnavailable(let reason) {
            let outlet = try await database.read { tx in try tx.outlet(tx.existingCheck(request.checkID).outletID) }
            guard outlet?.whileHotelIsDown == .queue else { throw Refusal.hotelUnavailable(reason) }
            return request.guest
        }
    }
}

extension SQLTransaction {
    fileprivate func firstCharge(_ request: RoomChargeRequest) throws -> RoomCharge? {
        guard let first = try firstAnswer(to: request.key, of: .chargeToRoom, request: request.fingerprint) else { return nil }
        guard let posting = try PostingID(text: first).flatMap({ try posting($0) }) else {
            throw StorageFault.missing("posting", id: first)
        }
        return try roomCharge(posting)
    }

    fileprivate func newCharge(
        _ request: RoomChargeRequest, guest: GuestChoice, hotelIsUp: Bool, by cashier: Cashier, at moment: Timestamp
    ) throws -> RoomCharge {
        let check = try existingCheck(request.checkID)
        let method = try methodInUse(request.methodID)
        guard method.kind == .room else { throw Refusal.paymentMethodOfOtherKind }
        try check.mustTakePayment(of: request.amount)
        try Tip.mustBeSensible(request.tip, on: request.amount)
        guard let outlet = try outlet(check.outletID) else { throw Refusal.unknownOutlet }
        guard hotelIsUp || outlet.whileHotelIsDown == .queue else { throw Refusal.roomChargeWhileDown }
        let property = try property()
        let stamp = try stampForPosting(check.id, PostingStamp(time: property.calendar.localTime(at: moment)))
        let breakdown = try share(of: request.amount, tip: request.tip, in: check)
        let tenderID = TenderID.make(at: moment)
        let posting = FolioPosting(
            id: .make(at: moment), checkID: check.id, tenderID: tenderID, checkNumber: check.number, guest: guest, breakdown: breakdown,
            covers: check.covers, outletNumber: outlet.number, servicePeriod: check.servicePeriod, tableNumber: check.tableNumber,
            cashierName: cashier.name, workstation: request.workstation, hotelCode: method.hotelCode, stamp: stamp, createdAt: moment,
            createdBy: cashier.id, updatedAt: moment, notBefore: moment)
        let tender = Tender(
            id: tenderID, checkID: check.id, paymentMethodID: method.id, kind: .room, amount: request.amount, tip: request.tip,
            state: .pending,
            takenAt: moment, takenBy: cashier.id, postingID: posting.id)
        try insertTender(tender, share: breakdown.subtotals)
        try enqueue(posting)
        return RoomCharge(check: try existingCheck(check.id), tender: tender, posting: posting)
    }

    /// The posting with the check and the tender it belongs to, as they are now. A reversal and revenue have no tender: no room charges.
    func roomCharge(_ posting: FolioPosting) throws -> RoomCharge {
        guard let tenderID = posting.tenderID, let checkID = posting.checkID else { throw Refusal.unknownPosting }
        let check = try existingCheck(checkID)
        guard let tender = check.tenders.first(where: { $0.id == tenderID }) else {
            throw StorageFault.missing("tender", id: tenderID.text)
        }
        return RoomCharge(check: check, tender: tender, posting: posting)
    }
}
