package import PointOfSale
import Storage

/// One payment of a check that is still open, to be undone.
package struct PaymentVoidRequest: Sendable, Hashable {
    package let checkID: CheckID
    package let tenderID: TenderID
    /// Made by the client: the same key voids once.
    package let key: ClientKey
    /// Why.
    package let reason: String
    /// The till it is made on.
    package let workstation: String

    /// A request.
    package init(checkID: CheckID, tenderID: TenderID, key: ClientKey, reason: String, workstation: String) {
        self.checkID = checkID
        self.tenderID = tenderID
        self.key = key
        self.reason = reason
        self.workstation = workstation
    }
}

extension Restaurant {
    /// Undoes one payment of a check that is still open, on the business date on which it was made (`S1-10`): a payment of less than
    /// nothing beside it, and for a charge to a room its mirror at the hotel. What it paid is then to be paid again.
    /// - Throws: `Refusal` — not permitted, no reason, unknown or closed check, unknown payment, one that is undone or not made for good,
    ///   another still under way, too late, a guest who has left, hotel unavailable, key reused.
    package func voidPayment(_ request: PaymentVoidRequest, by cashier: Cashier) async throws -> Answered<MoneyBack> {
        try cashier.mustBeAllowed(.voidChecks)
        let reason = try Reason.taken(request.reason)
        let asked = "\(request.checkID) \(request.tenderID)"
        let (repeated, charged) = try await database.read { tx in
            let repeated = try tx.firstAnswer(to: request.key, of: .voidPayment, request: asked) != nil
            return (repeated ? try tx.moneyBack(request.checkID) : nil, repeated ? nil : try tx.voidable(request).posting)
        }
        if let repeated { return Answered(repeated, isRepeat: true) }
        if let charged, let guest = charged.guest {
            try await mustTakeBack(from: HotelAccount(guest: guest, integration: charged.integration))
        }
        let moment = now()
        let answer = try await database.write { tx in
            if try tx.firstAnswer(to: request.key, of: .voidPayment, request: asked) != nil {
                return Answered(try tx.moneyBack(request.checkID), isRepeat: true)
            }
            let (check, tender, posting) = try tx.voidable(request)
            guard try tender.businessDate == tx.openBusinessDate(at: moment) else { throw Refusal.voidTooLate }
            try tx.insertMirror(of: tender, posting, on: check, by: cashier, workstation: request.workstation, at: moment)
            try tx.remember(request.key, of: .voidPayment, request: asked, answer: check.id.text, at: moment)
            try tx.journal(.paymentVoided, subject: tender.id.text, note: reason, by: cashier.id, at: moment)
            return Answered(try tx.moneyBack(check.id), isRepeat: false)
        }
        if !answer.isRepeat { announce(answer.value.postings) }
        return answer
    }
}

extension SQLTransaction {
    /// The check, the payment and the posting that carried it, if it can be undone.
    fileprivate func voidable(_ request: PaymentVoidRequest) throws -> (check: Check, tender: Tender, posting: FolioPosting?) {
        let check = try existingCheck(request.checkID)
        guard check.refunds == nil else { throw Refusal.checkIsRefund }
        guard check.state == .open else { throw Refusal.checkClosed }
        guard check.tenders.contains(where: { $0.id == request.tenderID && $0.reverses == nil }) else { throw Refusal.unknownPayment }
        guard !check.tenders.contains(where: { $0.state == .pending }) else { throw Refusal.paymentUnderWay }
        guard let found = try check.unmirrored(self).first(where: { $0.tender.id == request.tenderID }) else {
            throw Refusal.paymentVoided
        }
        return (check, found.tender, found.posting)
    }
}
