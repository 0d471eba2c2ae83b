import PointOfSale
import TestSupport
import Testing

/// Whoever pays how much of a check with discounts, and in whatever way: all parts add back up in every field. Each seed is one check.
@Suite struct DiscountShareTests {
    private static let seeds = 400

    @Test func `S2-11: payments of amounts carry every group, tax and discount of the check, to the cent`() {
        for seed in 0..<Self.seeds {
            var random = SeededGenerator(seed: UInt64(seed))
            let check = Self.check(&random)
            guard check.totals.total.isPositive else { continue }
            var taken: [TenderShare] = []
            var left = check.totals.total.minorUnits
            while left > 0 {
                let amount = taken.count > 5 ? left : Int.random(in: 1...left, using: &random)
                taken.append(.of(Sample.euros(amount), in: check.totals, after: taken))
                left -= amount
            }
            Self.mustAddUp(taken, check, seed)
        }
    }

    @Test func `S2-11: payments of articles carry every group, tax and discount of the check, to the cent`() {
        for seed in 0..<Self.seeds {
            var random = SeededGenerator(seed: UInt64(seed + 10_000))
            let check = Self.check(&random)
            guard check.totals.total.isPositive else { continue }
            var taken: [TenderShare] = []
            while true {
                let unpaid = check.lines.map { ($0.id, check.quantityUnpaid(of: $0, after: taken)) }.filter { $0.1 > 0 }
                guard !unpaid.isEmpty else { break }
                let picked = unpaid.shuffled(using: &random).prefix(Int.random(in: 1...unpaid.count, using: &random))
                let lines = Dictionary(uniqueKeysWithValues: picked.map { ($0.0, Int.random(in: 1...$0.1, using: &random)) })
                let share = TenderShare.of(lines, in: check, after: taken)
                #expect(share.subtotals.values.allSatisfy { !$0.isNegative }, "seed \(seed)")
                // What comes to nothing is nothing to pay, unless it is all that is left.
                taken.append(share)
            }
            Self.mustAddUp(taken, check, seed)
        }
    }

    @Test func `S2-11: articles first and an amount at the end, and one payment undone and made again`() {
        for seed in 0..<Self.seeds {
            var random = SeededGenerator(seed: UInt64(seed + 20_000))
            let check = Self.check(&random)
            guard check.totals.total.isPositive else { continue }
            var taken: [TenderShare] = []
            for line in check.lines where Bool.random(using: &random) {
                let unpaid = check.quantityUnpaid(of: line, after: taken)
                taken.append(.of([line.id: Int.random(in: 1...unpaid, using: &random)], in: check, after: taken))
            }
            if let undone = taken.indices.randomElement(using: &random) { taken.remove(at: undone) }
            let left = check.totals.total - taken.flatMap { $0.subtotals.values }.total(.eur)
            // What came to nothing was no payment.
            guard left.isPositive else { continue }
            taken.append(.of(left, in: check.totals, after: taken))
            Self.mustAddUp(taken, check, seed)
        }
    }

    @Test func `what a posting says of a share adds up: sales before discounts, discounts beside them`() {
        for seed in 0..<Self.seeds {
            var random = SeededGenerator(seed: UInt64(seed + 30_000))
            let check = Self.check(&random)
            let total = check.totals.total
            guard total.isPositive else { continue }
            let amount = Sample.euros(Int.random(in: 1...total.minorUnits, using: &random))
            let share = TenderShare.of(amount, in: check.totals, after: [])
            let breakdown = PostingBreakdown(share, tip: Sample.euros(70))
            #expect(breakdown.total == amount + Sample.euros(70))
            #expect(breakdown.discounts.values.allSatisfy { $0.isNegative })
            #expect(breakdown.subtotals.allSatisfy { -(breakdown.discounts[$0.key] ?? Sample.euros(0)) <= $0.value }, "seed \(seed)")
            #expect(breakdown.negated.total == -breakdown.total)
        }
    }

    /// A check of one to seven lines; some with a discount, some checks with one on the whole.
    private static func check(_ random: inout SeededGenerator) -> Check {
        let lines = (1...Int.random(in: 1...7, using: &random)).map { number in
            Sample.line(
                number, cents: Int.random(in: 1...4000, using: &random), quantity: Int.random(in: 1...5, using: &random),
                basisPoints: [550, 1000, 2000].randomElement(using: &random)!, itemizer: Int.random(in: 1...4, using: &random))
        }
        var discounts = lines.filter { _ in Bool.random(using: &random) }.map { line in
            let value: DiscountValue =
                Bool.random(using: &random)
                ? .share(Rate(basisPoints: Int.random(in: 1...10_000, using: &random))!)
                : .amount(Money(Int.random(in: 1...(line.unitPrice * line.quantity).minorUnits, using: &random), .eur))
            return Discount(
                id: ClientKey("line-" + line.id.text)!, lineID: line.id, value: value, name: Discount.customName, givenAt: Sample.evening,
                givenBy: Sample.id(99))
        }
        if Bool.random(using: &random) {
            discounts.append(
                Discount(
                    id: Sample.key(900), lineID: nil, value: .share(Rate(basisPoints: Int.random(in: 1...9_999, using: &random))!),
                    name: Discount.customName, givenAt: Sample.evening, givenBy: Sample.id(99)))
        }
        return Check(
            id: Sample.id(1), number: 1007, outletID: Sample.id(3), tableID: nil, tableNumber: nil, covers: 2,
            businessDate: BusinessDate(year: 2026, month: 11, day: 22), servicePeriod: 4, currency: .eur, openedAt: Sample.evening,
            openedBy: Sample.id(99), lines: lines, discounts: discounts)
    }

    private static func mustAddUp(_ shares: [TenderShare], _ check: Check, _ seed: Int) {
        let totals = check.totals
        guard !shares.isEmpty else { return }
        #expect(shares.flatMap { $0.subtotals.values }.total(.eur) == totals.total, "seed \(seed)")
        for (itemizer, amount) in totals.subtotals {
            #expect(shares.compactMap { $0.subtotals[itemizer] }.total(.eur) == amount, "seed \(seed)")
        }
        for tax in totals.taxes {
            #expect(shares.compactMap { $0.taxes[tax.rate]?.gross }.total(.eur) == tax.gross, "seed \(seed)")
            #expect(shares.compactMap { $0.taxes[tax.rate]?.tax }.total(.eur) == tax.tax, "seed \(seed)")
        }
        for (part, amount) in totals.discountParts {
            #expect(shares.compactMap { $0.discounts[part] }.total(.eur) == amount, "seed \(seed)")
        }
    }
}
