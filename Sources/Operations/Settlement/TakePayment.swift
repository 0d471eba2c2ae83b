package import PointOfSale
import Storage

/// A check after a payment, and the payment.
package struct PaymentTaken: Sendable, Hashable {
    package let check: Check
    package let tender: Tender
}

extension Restaurant {
    /// Takes cash, card or whatever else is not posted to the hotel at once, for a check or for a part of it; closes the check when all is
    /// paid.
    /// - Parameters:
    ///   - key: made by the client: the same key pays once.
    ///   - amount: what it pays of the check, tip aside.
    ///   - lines: the articles it pays, where the check is split by line or by seat; they must come to `amount`.
    ///   - cashGiven: what the guest handed over, if it was counted; at least amount and tip.
    /// - Throws: `Refusal` — not permitted, unknown check or method, closed or empty check, amounts out of range, articles paid already,
    ///   key reused.
    package func takePayment(
        on checkID: CheckID, key: ClientKey, method methodID: PaymentMethodID, amount: Money, tip: Money, lines: [ClientKey: Int] = [:],
        cashGiven: Money? = nil, by cashier: Cashier
    ) async throws -> Answered<PaymentTaken> {
        try cashier.mustBeAllowed(.settleChecks)
        let moment = now()
        let request = "\(checkID) \(methodID) \(amount.minorUnits) \(tip.minorUnits) \(cashGiven?.minorUnits ?? -1)\(lines.fingerprint)"
        return try await database.write { tx in
            if let first = try tx.firstAnswer(to: key, of: .takePayment, request: request) {
                let check = try tx.existingCheck(checkID)
                guard let tender = check.tenders.first(where: { $0.id.text == first }) else {
                    throw StorageFault.missing("tender", id: first)
                }
                return Answered(PaymentTaken(check: check, tender: tender), isRepeat: true)
            }
            let check = try tx.existingCheck(checkID)
            let method = try tx.methodInUse(methodID, for: check)
            guard !method.kind.isHotelAccount else { throw Refusal.paymentMethodOfOtherKind }
            let share = try tx.payableShare(of: amount, lines: lines, in: check)
            let property = try tx.property()
            try tx.mustTake(tip, on: amount, by: method, of: property)
            try cashGiven.map { try method.mustGiveChange(for: $0, due: amount + tip) }
            let tender = Tender(
                id: .make(at: moment), checkID: checkID, paymentMethodID: method.id, kind: method.kind, amount: amount, tip: tip,
                cashGiven: cashGiven, state: .settled, takenAt: moment, takenBy: cashier.id,
                businessDate: try tx.openBusinessDate(at: moment))
            try tx.insertTender(tender, share: share)
            let paid = check.taking(tender, at: moment)
            try tx.openDrawer(for: method, of: check, by: cashier.id, at: moment)
            if paid.state == .closed { try tx.closeCheck(checkID, at: moment) }
            try tx.remember(key, of: .takePayment, request: request, answer: tender.id.text, at: moment)
            try tx.journal(.paymentTaken, subject: tender.id.text, by: cashier.id, at: moment)
            return Answered(PaymentTaken(check: paid, tender: tender), isRepeat: false)
        }
    }
}

extension [ClientKey: Int] {
    /// What makes two choices of articles the same one; nothing for none.
    var fingerprint: String { sorted { $0.key.text < $1.key.text }.map { " \($0.key)×\($0.value)" }.joined() }
}

extension PaymentMethod {
    fileprivate func mustGiveChange(for given: Money, due: Money) throws(Refusal) {
        guard given >= due else { throw .cashTooLittle(due) }
        guard given == due || givesChange else { throw .changeNotGiven }
        guard given.minorUnits <= Money.minorUnitsMax else { throw .cashTooLittle(due) }
    }
}
