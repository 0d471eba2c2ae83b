/// All sums of a check, computed from its lines and tenders, never stored.
package struct CheckTotals: Hashable, Sendable {
    /// What the lines come to, tax included.
    package let total: Money
    /// Tax inside the total, per rate, highest rate first.
    package let taxes: [Tax]
    /// The total by revenue group; groups without sales are left out.
    package let subtotals: [Itemizer: Money]
    /// Paid for good, tips aside.
    package let settled: Money
    /// On its way to a room, tips aside.
    package let pending: Money
    /// Tips on what is settled or pending.
    package let tips: Money
    /// Still to pay; of a refund, still to give back, and so less than nothing. Nothing on a voided check.
    package let remaining: Money
    /// Sales by rate of tax, tax included.
    package var grossByRate: [Rate: Money] { Dictionary(uniqueKeysWithValues: taxes.map { ($0.rate, $0.gross) }) }
    /// Whether all is paid for good.
    package var isSettled: Bool { settled == total }

    /// The tax of one rate.
    package struct Tax: Hashable, Sendable {
        package let rate: Rate
        /// Sales at that rate, tax included.
        package let gross: Money
        /// The tax inside.
        package let tax: Money
        /// Sales at that rate without the tax.
        package var net: Money { gross - tax }
    }

    /// Adds the check up.
    package init(of check: Check) {
        let currency = check.currency
        var byRate: [Rate: Money] = [:]
        var byItemizer: [Itemizer: Money] = [:]
        for line in check.lines {
            let amount = line.unitPrice * check.quantityLeft(of: line)
            guard !amount.isZero else { continue }
            byRate[line.taxRate, default: .zero(currency)] += amount
            byItemizer[line.itemizer, default: .zero(currency)] += amount
        }
        total = byRate.values.total(currency)
        taxes = byRate.sorted { $0.key > $1.key }.map { Tax(rate: $0.key, gross: $0.value, tax: $0.key.included(in: $0.value)) }
        subtotals = byItemizer.filter { !$0.value.isZero }
        settled = check.tenders.lazy.filter { $0.state == .settled }.map(\.amount).total(currency)
        pending = check.tenders.lazy.filter { $0.state == .pending }.map(\.amount).total(currency)
        // What is being taken back still counts until the hotel has agreed.
        let underWay = check.tenders.lazy.filter { $0.state == .pending && $0.reverses == nil }.map(\.amount).total(currency)
        remaining = check.state == .voided ? .zero(currency) : total - settled - underWay
        tips = check.tenders.lazy.filter { $0.state != .refused }.map(\.tip).total(currency)
    }
}
