/// What one payment carries of its check. Over all payments that stand, every figure adds back up to the cent (`S1-09`).
package struct TenderShare: Hashable, Sendable {
    /// Sales by revenue group, tax included.
    package let subtotals: [Itemizer: Money]
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
    package init(subtotals: [Itemizer: Money], taxes: [Rate: Taxed] = [:], lines: [ClientKey: Int] = [:]) {
        self.subtotals = subtotals
        self.taxes = taxes
        self.lines = lines
    }

    /// The same with every sign turned: what takes it back. It names no lines: those are paid again only on another check.
    package var negated: TenderShare {
        TenderShare(
            subtotals: subtotals.mapValues { -$0 }, taxes: taxes.mapValues { Taxed(gross: -$0.gross, tax: -$0.tax) })
    }

    /// The exact share that a payment of `amount` carries, after what others carry already.
    /// - Precondition: `amount` is not more than is left of the check.
    package static func of(_ amount: Money, in totals: CheckTotals, after taken: [TenderShare]) -> TenderShare {
        let gross = Allocation.portion(of: amount, in: totals.grossByRate, after: taken.map { $0.taxes.mapValues(\.gross) })
        return TenderShare(
            subtotals: Allocation.portion(of: amount, in: totals.subtotals, after: taken.map(\.subtotals)),
            taxes: taxed(gross, after: taken))
    }

    /// What these articles of a check come to. The caller knows that they are on it and not paid yet.
    package static func of(_ lines: [ClientKey: Int], in check: Check, after taken: [TenderShare]) -> TenderShare {
        var (subtotals, gross): ([Itemizer: Money], [Rate: Money]) = ([:], [:])
        for line in check.lines {
            guard let quantity = lines[line.id], quantity != 0 else { continue }
            let amount = line.unitPrice * quantity
            subtotals[line.itemizer, default: .zero(check.currency)] += amount
            gross[line.taxRate, default: .zero(check.currency)] += amount
        }
        return TenderShare(subtotals: subtotals, taxes: taxed(gross, after: taken), lines: lines)
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
