package import PointOfSale
import Storage

/// How a check is to be paid in parts (`S1-09`).
package enum Split: Sendable, Hashable {
    /// What is left, in so many equal parts.
    case equally(Int)
    /// What is left, in these parts.
    case amounts([Money])
    /// What each seat has had; what is for nobody in particular is a part of its own.
    case bySeat

    /// The most parts.
    package static let partsMax = 99
}

/// One part of what is left of a check: to be paid like a whole one.
package struct CheckPart: Sendable, Hashable {
    /// From 1; the seat, where the check is split by seat, and nil for what is for nobody in particular.
    package let number: Int?
    package let amount: Money
    /// The articles of the part; empty when it is an amount.
    package let lines: [ClientKey: Int]
}

extension Restaurant {
    /// The parts of what is left of a check. They add up to it to the cent, or the split is refused.
    /// - Throws: `Refusal` — unknown or closed check, nothing left, too many parts, parts that leave a rest, a check that was already paid
    ///   in part as an amount and so cannot be split by seat.
    package func parts(of checkID: CheckID, _ split: Split) async throws -> [CheckPart] {
        try await database.read { tx in
            let check = try tx.existingCheck(checkID)
            let left = check.totals.remaining
            try check.mustTakePayment(of: left)
            switch split {
            case .equally(let count): return try check.equalParts(count)
            case .amounts(let amounts): return try check.parts(amounts)
            case .bySeat: return try check.partsBySeat(after: tx.tenderShares(of: check.id))
            }
        }
    }

    /// How many articles of each line nobody has paid yet; nil when the check was paid in part as an amount, and so cannot be split by
    /// line.
    /// - Throws: `Refusal.unknownCheck`.
    package func unpaidLines(of checkID: CheckID) async throws -> [ClientKey: Int]? {
        try await database.read { tx in
            let check = try tx.existingCheck(checkID)
            let taken = try tx.tenderShares(of: checkID)
            guard !taken.contains(where: \.lines.isEmpty) else { return nil }
            return Dictionary(uniqueKeysWithValues: check.lines.map { ($0.id, check.quantityUnpaid(of: $0, after: taken)) })
        }
    }

    /// What discounts still take off the articles of each line that nobody has paid yet; lines without one are left out.
    /// - Throws: `Refusal.unknownCheck`.
    package func unpaidDiscounts(of checkID: CheckID) async throws -> [ClientKey: Money] {
        try await database.read { tx in
            let check = try tx.existingCheck(checkID)
            guard !check.discounts.isEmpty else { return [:] }
            let taken = try tx.tenderShares(of: checkID)
            return check.lineTotals.reduce(into: [:]) { unpaid, total in
                if !total.discounts.isEmpty { unpaid[total.line.id] = total.discountsLeft(after: taken).total(check.currency) }
            }
        }
    }
}

extension Check {
    fileprivate func equalParts(_ count: Int) throws(Refusal) -> [CheckPart] {
        guard (1...Split.partsMax).contains(count), totals.remaining.minorUnits >= count else { throw .splitOutOfRange(Split.partsMax) }
        let parts = Allocation.largestRemainder(totals.remaining.minorUnits, weights: Array(repeating: 1, count: count))
        return parts.enumerated().map { CheckPart(number: $0.offset + 1, amount: Money($0.element, currency), lines: [:]) }
    }

    fileprivate func parts(_ amounts: [Money]) throws(Refusal) -> [CheckPart] {
        guard (1...Split.partsMax).contains(amounts.count) else { throw .splitOutOfRange(Split.partsMax) }
        guard amounts.allSatisfy(\.isPositive) else { throw .amountNotPositive }
        let rest = totals.remaining - amounts.total(currency)
        guard rest.isZero else { throw .splitLeaves(rest) }
        return amounts.enumerated().map { CheckPart(number: $0.offset + 1, amount: $0.element, lines: [:]) }
    }

    fileprivate func partsBySeat(after taken: [TenderShare]) throws(Refusal) -> [CheckPart] {
        guard !taken.contains(where: \.lines.isEmpty) else { throw .checkSplitByAmount }
        let unpaid = lines.map { (line: $0, quantity: quantityUnpaid(of: $0, after: taken)) }.filter { $0.quantity > 0 }
        let seats = Dictionary(grouping: unpaid) { $0.line.seat }
        return seats.sorted { ($0.key ?? .max) < ($1.key ?? .max) }.compactMap { seat, lines in
            let articles = Dictionary(uniqueKeysWithValues: lines.map { ($0.line.id, $0.quantity) })
            let amount = TenderShare.of(articles, in: self, after: taken).subtotals.values.total(currency)
            guard amount.isPositive else { return nil }
            return CheckPart(number: seat, amount: amount, lines: articles)
        }
    }
}
