package import PointOfSale
import Storage

/// A room charge as asked for.
package struct RoomChargeRequest: Sendable, Hashable {
    package let checkID: CheckID
    /// Made by the client: the same key charges once.
    package let key: ClientKey
    /// Nil for the one that fits the account: a charge to room, or to a paymaster (`S1-07`).
    package let methodID: PaymentMethodID?
    /// Whose guest, where no method says it; nil for the first hotel that the check may be charged to.
    package let integration: Integration?
    /// What it pays of the check, tip aside.
    package let amount: Money
    package let tip: Money
    /// The articles that it pays, where the check is split by line or by seat; they must come to `amount`.
    package let lines: [ClientKey: Int]
    package let guest: GuestChoice
    /// A manager's word that it may pass the guest's credit limit (`S1-16`).
    package let approvalID: ApprovalID?
    /// The till it is made on.
    package let workstation: String
    /// What the guest drew, where guests sign (`S2-07`).
    package let signature: SignatureStrokes?

    /// A request.
    package init(
        checkID: CheckID, key: ClientKey, methodID: PaymentMethodID?, integration: Integration? = nil, amount: Money, tip: Money,
        lines: [ClientKey: Int] = [:],
        guest: GuestChoice, approvalID: ApprovalID? = nil, workstation: String, signature: SignatureStrokes? = nil
    ) {
        self.checkID = checkID
        self.key = key
        self.methodID = methodID
        self.integration = integration
        self.amount = amount
        self.tip = tip
        self.lines = lines
        self.guest = guest
        self.approvalID = approvalID
        self.workstation = String(workstation.prefix(FolioPosting.workstationCharactersMax))
        self.signature = signature
    }

    /// What makes two requests the same one.
    var fingerprint: String {
        let method = methodID?.text ?? integration?.rawValue ?? "-"
        return
            "\(checkID) \(method) \(amount.minorUnits) \(tip.minorUnits) \(guest.roomNumber) \(guest.reservationNumber)\(lines.fingerprint)"
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
    ///   marked no posting (`S1-15`), credit passed without a manager's word (`S1-16`), hotel down where the outlet does not wait, key
    ///   reused.
    package func chargeToRoom(_ request: RoomChargeRequest, by cashier: Cashier) async throws -> Answered<RoomCharge> {
        try cashier.mustBeAllowed(.settleChecks)
        if let first = try await database.read({ tx in try tx.firstCharge(request) }) { return Answered(first, isRepeat: true) }
        let integration = try await database.read { tx in
            try tx.integration(of: request.methodID, or: request.integration, for: request.checkID)
        }
        let line = try hotels.line(integration)
        let account = try await chargeableAccount(for: request, in: integration)
        try await mustBeAbleToPrint(for: request.checkID, through: integration)
        let moment = now()
        let hotelIsUp = line.linkState.isAlive
        let answer = try await database.write { tx in
            if let first = try tx.firstCharge(request) { return Answered(first, isRepeat: true) }
            let charge = try tx.newCharge(
                request, to: account, hotelIsUp: hotelIsUp, capabilities: line.capabilities, by: cashier, at: moment)
            try keepSignature(charge, request.signature, by: cashier.id, tx)
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
        _ request: RoomChargeRequest, to account: ChargedAccount, hotelIsUp: Bool, capabilities: HotelCapabilities, by cashier: Cashier,
        at moment: Timestamp
    ) throws -> RoomCharge {
        let check = try existingCheck(request.checkID)
        let method = try method(request.methodID, for: account, on: check)
        // Raised before anything about the amount: what is to be done about it is another thing (`S2-12`).
        guard capabilities.takesCheckDiscounts || check.checkDiscount == nil else { throw Refusal.checkDiscountNotTaken }
        let share = try payableShare(of: request.amount, lines: request.lines, in: check)
        let property = try property()
        try mustTake(request.tip, on: request.amount, by: method, of: property)
        guard let outlet = try outlet(check.outletID) else { throw Refusal.unknownOutlet }
        guard hotelIsUp || outlet.whileHotelIsDown == .queue else { throw Refusal.roomChargeWhileDown }
        let approval = try request.approvalID.map { try usableApproval($0, for: request, at: moment) }
        if approval == nil { try mustBeWithinCredit(request.amount + request.tip, of: account) }
        let tender = Tender(
            id: .make(at: moment), checkID: check.id, paymentMethodID: method.id, kind: method.kind, amount: request.amount,
            tip: request.tip, state: .pending, takenAt: moment, takenBy: cashier.id,
            businessDate: try openBusinessDate(at: moment), postingID: .make(at: moment))
        let posting = try posting(
            of: tender, share: share, on: check, to: account.choice, by: cashier, workstation: request.workstation,
            way: ChargeWay(
                integration: method.integration, hotelCode: hotelCode(of: method, approval: approval),
                overridesCredit: approval != nil,
                lines: capabilities.showsLines ? try postingLines(of: share, on: check, paying: request.lines) : []))
        try insertTender(tender, share: share)
        try enqueue(posting)
        if let approval { try useApproval(approval.id, for: tender.id) }
        return RoomCharge(check: try existingCheck(check.id), tender: tender, posting: posting)
    }

    /// What the hotel is told that it is paid by: where it wants one, the code that says "a manager lets it pass".
    private func hotelCode(of method: PaymentMethod, approval: Approval?) throws -> String {
        guard approval != nil, method.integration == .opera, let code = try hotelLink()?.managerPaymentCode, !code.isEmpty else {
            return method.hotelCode
        }
        return code
    }

    /// The posting that carries a pending payment to an account of the hotel.
    func posting(
        of tender: Tender, share: TenderShare, on check: Check, to guest: GuestChoice, by cashier: Cashier, workstation: String,
        way: ChargeWay
    ) throws -> FolioPosting {
        // Where the sales of that place go in the hotel's books (`S1-12`).
        let route = try revenueRoute(
            of: RevenuePlace(outletID: check.outletID, tillConfigurationID: check.tillConfigurationID, floorPlanID: check.floorPlanID))
        let moment = tender.takenAt
        let stamp = try stampForPosting(check.id, PostingStamp(time: try property().calendar.localTime(at: moment)))
        return FolioPosting(
            id: tender.postingID ?? .make(at: moment), checkID: check.id, tenderID: tender.id, checkNumber: check.number, guest: guest,
            breakdown: route.mapped(PostingBreakdown(share, tip: tender.tip)), covers: check.covers,
            outletNumber: route.hotelOutlet,
            servicePeriod: check.servicePeriod, tableNumber: check.tableNumber, cashierName: cashier.name,
            workstation: String(workstation.prefix(FolioPosting.workstationCharactersMax)), hotelCode: way.hotelCode,
            overridesCredit: way.overridesCredit, stamp: stamp, integration: way.integration, lines: way.lines, createdAt: moment,
            createdBy: cashier.id, updatedAt: moment, notBefore: moment)
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
