/// What one line of a check comes to: its articles, what discounts take off them, and what is left to pay for them.
package struct LineTotals: Sendable {
    package let line: CheckLine
    /// Articles left after voids; less than nothing on a refund.
    package let quantity: Int
    /// Before discounts, tax included.
    package let gross: Money
    /// What each discount takes off, of the other sign than the price: those of the line in the sequence in which they were given, then
    /// the line's part of the one on the whole check.
    package private(set) var discounts: [(id: ClientKey, amount: Money)] = []

    /// All that is taken off.
    package var discount: Money { discounts.lazy.map(\.amount).total(gross.currency) }
    /// After discounts, tax included.
    package var net: Money { gross + discount }

    init(_ line: CheckLine, quantity: Int) {
        self.line = line
        self.quantity = quantity
        gross = line.unitPrice * quantity
    }

    /// Takes so much off.
    mutating func take(_ amount: Money, for id: ClientKey) {
        if !amount.isZero { discounts.append((id, amount)) }
    }

    /// The name of what a discount takes off this line.
    package func part(of id: ClientKey) -> DiscountPart { DiscountPart(discountID: id, lineID: line.id, itemizer: line.itemizer) }
}

extension Check {
    /// The discounts that were not taken back, in the sequence in which they were given.
    package var standingDiscounts: [Discount] {
        guard !discounts.isEmpty else { return [] }
        let removed = Set(discountRemovals.lazy.map(\.discountID))
        return discounts.filter { !removed.contains($0.id) }
    }

    /// The discount on the check as a whole, if there is one.
    package var checkDiscount: Discount? { standingDiscounts.first { $0.lineID == nil } }

    /// Every line with what discounts take off it. One on the whole check is spread in proportion to what is left of each line, by largest
    /// remainder: taxes and revenue groups then add up to the cent.
    package var lineTotals: [LineTotals] {
        let standing = standingDiscounts
        var totals = lines.map { LineTotals($0, quantity: quantityLeft(of: $0)) }
        guard !standing.isEmpty else { return totals }
        let byLine = Dictionary(grouping: standing, by: \.lineID)
        for index in totals.indices {
            for discount in byLine[totals[index].line.id] ?? [] {
                totals[index].take(discount.value.off(totals[index].net), for: discount.id)
            }
        }
        for discount in byLine[nil] ?? [] {
            let prices = totals.map(\.net.minorUnits)
            let off = discount.value.off(Money(prices.reduce(0, +), currency))
            guard !off.isZero else { continue }
            for (index, part) in zip(totals.indices, Allocation.largestRemainder(off.minorUnits, weights: prices)) {
                totals[index].take(Money(part, currency), for: discount.id)
            }
        }
        return totals
    }

    /// Every discount that stands, with what it takes off in all.
    package var discountTotals: [(discount: Discount, amount: Money)] {
        guard !discounts.isEmpty else { return [] }
        let parts = totals.discountParts
        return standingDiscounts.map { discount in
            (discount, parts.lazy.filter { $0.key.discountID == discount.id }.map(\.value).total(currency))
        }
    }

    /// Lets a discount be given, or refuses it: one for each line, one for the check, and never more than there is to pay.
    /// - Throws: `Refusal.unknownLine`, `.lineVoided`, `.lineDiscounted`, `.checkDiscounted`, `.nothingToPay`, `.checkEmpty`,
    ///   and what `DiscountValue` throws.
    package func mustTake(_ value: DiscountValue, on lineID: ClientKey?) throws(Refusal) {
        guard let lineID else {
            guard checkDiscount == nil else { throw .checkDiscounted }
            guard !isFree else { throw .nothingToPay }
            guard totals.total.isPositive else { throw .checkEmpty }
            return try value.mustFit(totals.total)
        }
        guard let line = lineTotals.first(where: { $0.line.id == lineID }) else { throw .unknownLine }
        guard line.quantity > 0 else { throw .lineVoided }
        guard !standingDiscounts.contains(where: { $0.lineID == lineID }) else { throw .lineDiscounted }
        try value.mustFit(line.gross)
    }

    /// The discount, if it can be taken back.
    /// - Throws: `Refusal.unknownDiscount`, `.discountRemoved`.
    package func removable(_ id: ClientKey) throws(Refusal) -> Discount {
        guard let discount = discounts.first(where: { $0.id == id }) else { throw .unknownDiscount }
        guard !discountRemovals.contains(where: { $0.discountID == id }) else { throw .discountRemoved }
        return discount
    }

    /// What takes the place of the discount on the whole check when it is spread over the articles (`S2-12`): one for each line, which come
    /// to the same to the cent. `newID` makes the identity of each.
    /// - Throws: `Refusal.unknownDiscount`, `.discountRemoved`, `.discountNotForThis` when it is one of a line.
    package func spread(_ id: ClientKey, at moment: Timestamp, newID: () -> ClientKey?) throws(Refusal) -> [Discount] {
        let discount = try removable(id)
        guard discount.lineID == nil else { throw .discountNotForThis }
        return lineTotals.compactMap { line in
            guard let part = line.discounts.first(where: { $0.id == id }), let newID = newID() else { return nil }
            return Discount(
                id: newID, lineID: line.line.id, value: .amount(-part.amount), presetID: discount.presetID, name: discount.name,
                reason: discount.reason, carriesOn: id, givenAt: moment, givenBy: discount.givenBy)
        }
    }
}
