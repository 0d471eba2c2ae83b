import PointOfSale
import Storage

/// What every way of paying asks before it is taken, and what it then carries of the check.
extension SQLTransaction {
    /// The payment method, or why it cannot be used for this check.
    func methodInUse(_ id: PaymentMethodID, for check: Check) throws -> PaymentMethod {
        guard let method = try paymentMethod(id) else { throw Refusal.unknownPaymentMethod }
        guard method.isActive else { throw Refusal.paymentMethodOff }
        guard try isTaken(method.id, onTill: check.tillConfigurationID) else { throw Refusal.paymentMethodNotOnThisTill }
        try mustCharge(method, in: check.outletID)
        return method
    }

    /// Lets a tip pass, or refuses it.
    func mustTake(_ tip: Money, on amount: Money, by method: PaymentMethod, of property: Property) throws {
        guard tip.isZero || method.takesTips else { throw Refusal.tipNotTaken }
        try Tip.mustBeSensible(tip, on: amount, shareMax: property.tipShareMax)
    }

    /// Lets a payment of `amount` pass, or refuses it. What it then carries of each revenue group and rate, so that all payments together
    /// carry the check (`S1-09`).
    /// - Parameter lines: the articles that it pays, when it pays articles; they must come to `amount`.
    func payableShare(of amount: Money, lines: [ClientKey: Int], in check: Check) throws -> TenderShare {
        // A check paid at once, as most are, has no shares to look up.
        let taken = check.tenders.isEmpty ? [] : try tenderShares(of: check.id)
        guard !lines.isEmpty else {
            try check.mustTakePayment(of: amount)
            return .of(amount, in: check.totals, after: taken)
        }
        // "Paid already" says more than "too much".
        if check.state == .open { try check.mustSplit(lines, after: taken) }
        let share = TenderShare.of(lines, in: check, after: taken)
        let sum = share.subtotals.values.total(check.currency)
        try check.mustTakePayment(of: amount)
        guard sum == amount else { throw Refusal.amountNotOfLines(sum) }
        return share
    }
}
