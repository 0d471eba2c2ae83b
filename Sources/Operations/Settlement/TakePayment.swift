package import PointOfSale
import Storage

/// A check after a payment, and the payment.
package struct PaymentTaken: Sendable, Hashable {
    package let check: Check
    package let tender: Tender
}

extension Restaurant {
    /// Takes cash or card for a check, or for a part of it; closes the check when all is paid.
    /// - Parameters:
    ///   - key: made by the client: the same key pays once.
    ///   - amount: what it pays of the check, tip aside.
    ///   - cashGiven: what the guest handed over, if it was counted; at least amount and tip.
    /// - Throws: `Refusal` — not permitted, unknown check or method, closed or empty check, amounts out of range, key reused.
    package func takePayment(
        on checkID: CheckID, key: ClientKey, method methodID: PaymentMethodID, amount: Money, tip: Money, cashGiven: Money? = nil,
        by cashier: Cashier
    ) async throws -> Answered<PaymentTaken> {
        try cashier.mustBeAllowed(.settleChecks)
        let moment = now()
        let request = "\(checkID) \(methodID) \(amount.minorUnits) \(tip.minorUnits) \(cashGiven?.minorUnits ?? -1)"
        return try await database.write { tx in
            if let first = try tx.firstAnswer(to: key, of: .takePayment, request: request) {
                let check = try tx.existingCheck(checkID)
                guard let tender = check.tenders.first(where: { $0.id.text == first }) else {
                    throw StorageFault.missing("tender", id: first)
                }
                return Answered(PaymentTaken(check: check, tender: tender), isRepeat: true)
            }
            let check = try tx.existingCheck(checkID)
            let method = try tx.methodInUse(methodID)
            guard method.kind != .room else { throw Refusal.paymentMethodOfOtherKind }
            try check.mustTakePayment(of: amount)
            try Tip.mustBeSensible(tip, on: amount)
            try cashGiven.map { try method.mustGiveChange(for: $0, due: amount + tip) }
            let tender = Tender(
                id: .make(at: moment), checkID: checkID, paymentMethodID: method.id, kind: method.kind, amount: amount, tip: tip,
                cashGiven: cashGiven, state: .settled, takenAt: moment, takenBy: cashier.id)
            try tx.insertTender(tender, share: try tx.share(of: amount, tip: tip, in: check).subtotals)
            let paid = check.taking(tender, at: moment)
            if paid.state == .closed { try tx.closeCheck(checkID, at: moment) }
            try tx.remember(key, of: .takePayment, request: request, answer: tender.id.text, at: moment)
            try tx.journal(.paymentTaken, subject: tender.id.text, by: cashier.id, at: moment)
            return Answered(PaymentTaken(check: paid, tender: tender), isRepeat: false)
        }
    }
}

extension SQLTransaction {
    /// The payment method, or why it cannot be used.
    func methodInUse(_ id: PaymentMethodID) throws -> PaymentMethod {
        guard let method = try paymentMethod(id) else { throw Refusal.unknownPaymentMethod }
        guard method.isActive else { throw Refusal.paymentMethodOff }
        return method
    }

    /// What this payment carries of each revenue group, so that all payments together carry the check.
    func share(of amount: Money, tip: Money, in check: Check) throws -> PostingBreakdown {
        // A check paid at once, as most are, has no shares to look up.
        let taken = check.tenders.isEmpty ? [] : try tenderShares(of: check.id)
        return PostingBreakdown.share(of: amount, in: check.totals.subtotals, after: taken, tip: tip)
    }
}

extension PaymentMethod {
    fileprivate func mustGiveChange(for given: Money, due: Money) throws(Refusal) {
        guard given >= due else { throw .cashTooLittle(due) }
        guard given == due || givesChange else { throw .changeNotGiven }
        guard given.minorUnits <= Money.minorUnitsMax else { throw .cashTooLittle(due) }
    }
}
