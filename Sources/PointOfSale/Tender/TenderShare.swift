/// What one payment carries of its check. Over all payments that stand, every figure adds back up to the cent (`S1-09`).
package struct TenderShare: Hashable, Sendable {
    /// Sales by revenue group, discounts taken off, tax included.
    package let subtotals: [Itemizer: Money]
    /// What discounts took off: less than nothing on a sale. Empty on most checks.
    package let discounts: [DiscountPart: Money]
    /// Sales by rate of tax, and the tax inside.
    package let taxes: [Rate: Taxed]
    /// The articles that it pays, by line, where the check is split by line or by seat; empty when it pays an amount.
    package let lines: [ClientKey: Int]

    /// Sales at one rate.
    package struct Taxed: Hashable, Sendable {
        /// Tax included.
        package let gross: Money
        /// The tax inside.
        package let tax: Money

        /// Sales at one rate.
        package init(gross: Money, tax: Money) {
            self.gross = gross
            self.tax = tax
        }
    }

    /// A share as it is written down.
    package init(
        subtotals: [Itemizer: Money], taxes: [Rate: Taxed] = [:], discounts: [DiscountPart: Money] = [:], lines: [ClientKey: Int] = [:]
    ) {
        self.subtotals = subtotals
        self.discounts = discounts
        self.taxes = taxes
        self.lines = lines
    }

    /// The same with every sign turned: what takes it back. It names no lines: those are paid again only on another check.
    package var negated: TenderShare {
        TenderShare(
            subtotals: subtotals.mapValues { -$0 }, taxes: taxes.mapValues { Taxed(gross: -$0.gross, tax: -$0.tax) },
            discounts: discounts.mapValues { -$0 })
    }

    /// What discounts took off, by revenue group.
    package var discountsByGroup: [Itemizer: Money] {
        discounts.reduce(into: [:]) { sums, part in
            sums[part.key.itemizer] = sums[part.key.itemizer].map { $0 + part.value } ?? part.value
        }
    }

    /// The exact share that a payment of `amount` carries, after what others carry already.
    /// - Precondition: `amount` is not more than is left of the check.
    package static func of(_ amount: Money, in totals: CheckTotals, after taken: [TenderShare]) -> TenderShare {
        let gross = Allocation.portion(of: amount, in: totals.grossByRate, after: taken.map { $0.taxes.mapValues(\.gross) })
        return TenderShare(
            subtotals: Allocation.portion(of: amount, in: totals.subtotals, after: taken.map(\.subtotals)),
            taxes: taxed(gross, after: taken), discounts: discounts(of: amount, in: totals, after: taken))
    }

    /// What these articles of a check come to. The caller knows that they are on it and not paid yet.
    package static func of(_ lines: [ClientKey: Int], in check: Check, after taken: [TenderShare]) -> TenderShare {
        var (subtotals, gross): ([Itemizer: Money], [Rate: Money]) = ([:], [:])
        var discounts: [DiscountPart: Money] = [:]
        for total in check.lineTotals {
            let line = total.line
            guard let quantity = lines[line.id], quantity != 0 else { continue }
            var amount = line.unitPrice * quantity
            let left = total.discountsLeft(after: taken)
            let carried = Allocation.articles(quantity, of: check.quantityUnpaid(of: line, after: taken), carrying: left)
            for (discount, part) in zip(total.discounts, carried) {
                discounts[total.part(of: discount.id)] = part
                amount += part
            }
            subtotals[line.itemizer, default: .zero(check.currency)] += amount
            gross[line.taxRate, default: .zero(check.currency)] += amount
        }
        let totals = check.totals
        let sum = subtotals.values.total(check.currency)
        if !totals.discountParts.isEmpty, sum == left(of: totals, after: taken) {
            // Nothing is left to pay: what was given away altogether goes with the last payment.
            discounts = self.discounts(of: sum, in: totals, after: taken)
        }
        return TenderShare(subtotals: subtotals, taxes: taxed(gross, after: taken), discounts: discounts, lines: lines)
    }

    /// What of all discounts goes with a payment of `amount`: in proportion, and all that is left with the last one.
    private static func discounts(of amount: Money, in totals: CheckTotals, after taken: [TenderShare]) -> [DiscountPart: Money] {
        guard !totals.discountParts.isEmpty else { return [:] }
        let unpaid = left(of: totals, after: taken).minorUnits
        let untaken = taken.reduce(totals.discount) { $0 - $1.discounts.values.total(amount.currency) }
        let off = unpaid == 0 ? 0 : untaken.minorUnits * amount.minorUnits / unpaid
        return Allocation.portion(of: Money(off, amount.currency), in: totals.discountParts, after: taken.map(\.discounts))
            .filter { !$0.value.isZero }
    }

    private static func left(of totals: CheckTotals, after taken: [TenderShare]) -> Money {
        taken.reduce(totals.total) { $0 - $1.subtotals.values.total(totals.total.currency) }
    }

    /// The tax inside is that of all sales so far at the rate, less what others carry: the last payment brings it to the check's own tax.
    private static func taxed(_ gross: [Rate: Money], after taken: [TenderShare]) -> [Rate: Taxed] {
        var taxes: [Rate: Taxed] = [:]
        for (rate, amount) in gross {
            let before = taken.compactMap { $0.taxes[rate] }
            let soFar = before.map(\.gross).total(amount.currency) + amount
            let tax = rate.included(in: soFar) - before.map(\.tax).total(amount.currency)
            if !amount.isZero || !tax.isZero { taxes[rate] = Taxed(gross: amount, tax: tax) }
        }
        return taxes
    }
}

extension Allocation {
    /// What so many articles carry of the discounts that are left for `all` of them: together never more than their price, and all that is
    /// left with the last ones.
    package static func articles(_ quantity: Int, of all: Int, carrying left: [Money]) -> [Money] {
        guard !left.isEmpty, all != 0 else { return left }
        let weights = left.map(\.minorUnits)
        let off = weights.reduce(0, +) * quantity / all
        return zip(largestRemainder(off, weights: weights), left).map { Money($0, $1.currency) }
    }
}

extension LineTotals {
    /// What each of the line's discounts takes off, less what payments carry already.
    package func discountsLeft(after taken: [TenderShare]) -> [Money] {
        discounts.map { discount in
            let part = part(of: discount.id)
            return taken.reduce(discount.amount) { $0 - ($1.discounts[part] ?? .zero(gross.currency)) }
        }
    }
}

extension Check {
    /// The articles of a line that nobody has paid yet, where the check is split by line.
    package func quantityUnpaid(of line: CheckLine, after taken: [TenderShare]) -> Int {
        quantityLeft(of: line) - taken.reduce(0) { $0 + ($1.lines[line.id] ?? 0) }
    }

    /// Lets these articles be paid by themselves, or refuses it: once a part was paid as an amount, it is a part of every article.
    /// - Parameter taken: what the payments that stand carry.
    /// - Throws: `Refusal.unknownLine`, `.linesPaidAlready`, `.checkSplitByAmount`.
    package func mustSplit(_ lines: [ClientKey: Int], after taken: [TenderShare]) throws(Refusal) {
        guard !taken.contains(where: \.lines.isEmpty) else { throw .checkSplitByAmount }
        for (id, quantity) in lines {
            guard let line = self.lines.first(where: { $0.id == id }) else { throw .unknownLine }
            guard quantity >= 1, quantity <= quantityUnpaid(of: line, after: taken) else { throw .linesPaidAlready }
        }
    }
}
