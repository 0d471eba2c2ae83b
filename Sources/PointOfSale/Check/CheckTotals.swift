/// All sums of a check, computed from its lines and tenders, never stored.
package struct CheckTotals: Hashable, Sendable {
    /// What the lines come to, discounts taken off, tax included.
    package let total: Money
    /// What discounts take off each line, by discount; empty on most checks.
    package let discountParts: [DiscountPart: Money]
    /// Tax inside the total, per rate, highest rate first.
    package let taxes: [Tax]
    /// The total by revenue group, discounts taken off; groups that come to nothing are left out.
    package let subtotals: [Itemizer: Money]
    /// Paid for good, tips aside.
    package let settled: Money
    /// On its way to a room, tips aside.
    package let pending: Money
    /// Tips on what is settled or pending.
    package let tips: Money
    /// Still to pay; of a refund, still to give back, and so less than nothing. Nothing on a voided check.
    package let remaining: Money
    /// All that discounts take off: nothing, or less.
    package var discount: Money { discountParts.values.total(total.currency) }
    /// What the lines come to before discounts, tax included.
    package var gross: Money { total - discount }
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
        var parts: [DiscountPart: Money] = [:]
        func add(_ amount: Money, of line: CheckLine) {
            guard !amount.isZero else { return }
            byRate[line.taxRate, default: .zero(currency)] += amount
            byItemizer[line.itemizer, default: .zero(currency)] += amount
        }
        if check.discounts.isEmpty {
            for line in check.lines { add(line.unitPrice * check.quantityLeft(of: line), of: line) }
        } else {
            for line in check.lineTotals {
                add(line.net, of: line.line)
                for (id, amount) in line.discounts { parts[line.part(of: id)] = amount }
            }
        }
        discountParts = parts
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
