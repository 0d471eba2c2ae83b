/// The amounts of one posting. They add up, or the value does not exist (`FIAS 2.20.24 §6.2`, sum rule).
package struct PostingBreakdown: Hashable, Sendable, Codable {
    /// Sales by revenue group, tax included.
    package let subtotals: [Itemizer: Money]
    /// Discounts by revenue group: never more than nothing, except in a reversal.
    package let discounts: [Itemizer: Money]
    package let tip: Money
    package let serviceCharge: Money
    /// What the guest is charged: the sum of all the rest.
    package let total: Money

    /// Adds up the parts of a posting.
    package init(subtotals: [Itemizer: Money], discounts: [Itemizer: Money] = [:], tip: Money, serviceCharge: Money? = nil) {
        let charge = serviceCharge ?? .zero(tip.currency)
        self.subtotals = subtotals.filter { !$0.value.isZero }
        self.discounts = discounts.filter { !$0.value.isZero }
        self.tip = tip
        self.serviceCharge = charge
        total = subtotals.values.total(tip.currency) + discounts.values.total(tip.currency) + tip + charge
    }

    /// What one payment carries of its check, as the hotel wants it: sales before discounts, and discounts beside them.
    package init(_ share: TenderShare, tip: Money) {
        let discounts = share.discountsByGroup
        self.init(
            subtotals: share.subtotals.merging(discounts.mapValues { -$0 }) { $0 + $1 }, discounts: discounts, tip: tip)
    }

    /// The same with every sign turned: what takes it back. Discounts become positive, as the sum rule wants it.
    package var negated: PostingBreakdown {
        PostingBreakdown(
            subtotals: subtotals.mapValues { -$0 }, discounts: discounts.mapValues { -$0 },
            tip: -tip, serviceCharge: -serviceCharge)
    }

    /// The exact share of a check that one payment carries.
    ///
    /// What earlier payments carried is taken off first, so that over all payments every subtotal adds back up to the cent (`S1-09`).
    /// - Parameters:
    ///   - amount: what this payment pays of the check, tip aside; at most what is left of it.
    ///   - whole: the check's subtotals.
    ///   - taken: the subtotals that other live payments already carry.
    /// - Precondition: `amount` is not more than `whole` less `taken`.
    package static func share(of amount: Money, in whole: [Itemizer: Money], after taken: [[Itemizer: Money]], tip: Money)
        -> PostingBreakdown
    {
        let subtotals = Allocation.portion(of: amount, in: whole, after: taken)
        let breakdown = PostingBreakdown(subtotals: subtotals, tip: tip)
        precondition(breakdown.total == amount + tip, "a posting must add up")
        return breakdown
    }
}
