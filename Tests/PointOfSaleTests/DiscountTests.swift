import PointOfSale
import TestSupport
import Testing

@Suite struct DiscountTests {
    private func discount(_ number: Int, on line: Int? = nil, _ value: DiscountValue) -> Discount {
        Discount(
            id: Sample.key(number), lineID: line.map(Sample.key), value: value, name: LocalizedName(fr: "Remise \(number)"),
            givenAt: Sample.evening, givenBy: Sample.id(99))
    }

    private func share(_ basisPoints: Int) -> DiscountValue { .share(Rate(basisPoints: basisPoints)!) }
    private func euros(_ cents: Int) -> DiscountValue { .amount(Sample.euros(cents)) }

    private func check(_ discounts: [Discount], voids: [LineVoid] = [], removals: [DiscountRemoval] = []) -> Check {
        let lines = [
            Sample.line(1, cents: 1450, quantity: 2), Sample.line(2, cents: 333, basisPoints: 2000, itemizer: 2),
            Sample.line(3, cents: 999),
        ]
        return Check(
            id: Sample.id(1), number: 1007, outletID: Sample.id(3), tableID: nil, tableNumber: nil, covers: 2,
            businessDate: BusinessDate(year: 2026, month: 11, day: 22), servicePeriod: 4, currency: .eur, openedAt: Sample.evening,
            openedBy: Sample.id(99), lines: lines, voids: voids, discounts: discounts, discountRemovals: removals)
    }

    @Test func `S2-13: a discount of a line is taken off that line, its group and its tax`() {
        let totals = check([discount(10, on: 1, share(1000))]).totals
        #expect(totals.gross == Sample.euros(4232) && totals.discount == Sample.euros(-290) && totals.total == Sample.euros(3942))
        #expect(totals.subtotals == [Itemizer(1)!: Sample.euros(2610 + 999), Itemizer(2)!: Sample.euros(333)])
        let tax = totals.taxes.first { $0.rate.basisPoints == 1000 }
        #expect(tax?.gross == Sample.euros(3609) && tax?.tax == Rate(basisPoints: 1000)!.included(in: Sample.euros(3609)))
    }

    @Test(arguments: [1, 100, 333, 1000, 3342, 5000, 9999, 10_000])
    func `S2-11: a discount of the check is spread over its lines to the cent`(basisPoints: Int) {
        let plain = check([]).totals.total
        let whole = check([discount(10, share(basisPoints))])
        let off = Rate(basisPoints: basisPoints)!.of(plain)
        #expect(whole.totals.total == plain - off)
        #expect(whole.lineTotals.map(\.discount).total(.eur) == -off)
        #expect(whole.lineTotals.allSatisfy { !$0.net.isNegative })
        #expect(whole.totals.subtotals.values.total(.eur) == whole.totals.total)
        #expect(whole.totals.taxes.map(\.gross).total(.eur) == whole.totals.total)
    }

    @Test func `articles taken back: a percentage follows the price, an amount never passes it`() {
        let void = { (line: Int, quantity: Int) in
            LineVoid(
                id: Sample.key(50 + line), lineID: Sample.key(line), quantity: quantity, voidedAt: Sample.evening, voidedBy: Sample.id(99))
        }
        let followed = check([discount(10, on: 1, share(1000))], voids: [void(1, 1)])
        #expect(followed.lineTotals[0].discount == Sample.euros(-145))
        let capped = check([discount(10, on: 1, euros(2000))], voids: [void(1, 1)])
        #expect(capped.lineTotals[0].net.isZero && capped.lineTotals[0].discount == Sample.euros(-1450))
        let gone = check([discount(10, on: 1, euros(2000))], voids: [void(1, 2)])
        #expect(gone.lineTotals[0].discounts.isEmpty && gone.totals.total == Sample.euros(1332))
    }

    @Test func `S2-15: a discount that was removed takes nothing off, and stays on record`() throws {
        let given = discount(10, on: 1, share(1000))
        let removal = DiscountRemoval(
            id: Sample.key(20), discountID: given.id, removedAt: Sample.evening, removedBy: Sample.id(99))
        let removed = check([given], removals: [removal])
        #expect(removed.totals.total == check([]).totals.total && removed.discounts == [given] && removed.standingDiscounts.isEmpty)
        #expect(throws: Refusal.discountRemoved) { try removed.removable(given.id) }
        #expect(throws: Refusal.unknownDiscount) { try removed.removable(Sample.key(77)) }
        try removed.mustTake(share(500), on: Sample.key(1))
    }

    @Test func `what cannot be given is refused: too much, nothing, on what is not there, a second one`() {
        let plain = check([])
        #expect(throws: Refusal.discountAbovePrice(Sample.euros(2900))) { try plain.mustTake(euros(2901), on: Sample.key(1)) }
        #expect(throws: Refusal.discountNotPositive) { try plain.mustTake(euros(0), on: Sample.key(1)) }
        #expect(throws: Refusal.discountNotPositive) { try plain.mustTake(euros(-100), on: nil) }
        #expect(throws: Refusal.discountShareOutOfRange) { try plain.mustTake(share(0), on: Sample.key(1)) }
        #expect(throws: Refusal.discountAbovePrice(Sample.euros(4232))) { try plain.mustTake(euros(4233), on: nil) }
        #expect(throws: Refusal.unknownLine) { try plain.mustTake(share(100), on: Sample.key(9)) }
        #expect(throws: Refusal.lineDiscounted) {
            try check([discount(10, on: 1, share(100))]).mustTake(share(100), on: Sample.key(1))
        }
        #expect(throws: Refusal.checkDiscounted) { try check([discount(10, share(100))]).mustTake(share(100), on: nil) }
        let void = LineVoid(
            id: Sample.key(51), lineID: Sample.key(2), quantity: 1, voidedAt: Sample.evening, voidedBy: Sample.id(99))
        #expect(throws: Refusal.lineVoided) { try check([], voids: [void]).mustTake(share(100), on: Sample.key(2)) }
    }

    @Test func `S2-12: spread over the products it comes to the same, line by line`() throws {
        var random = SeededGenerator(seed: 212)
        for _ in 0..<200 {
            let points = Int.random(in: 1...10_000, using: &random)
            let line = discount(10, on: 2, share(Int.random(in: 1...10_000, using: &random)))
            let whole = check([line, discount(11, share(points))])
            var number = 100
            let parts = try whole.spread(Sample.key(11), at: Sample.evening) {
                number += 1
                return Sample.key(number)
            }
            let removal = DiscountRemoval(
                id: Sample.key(20), discountID: Sample.key(11), removedAt: Sample.evening, removedBy: Sample.id(99))
            let spread = check([line, discount(11, share(points))] + parts, removals: [removal])
            #expect(spread.checkDiscount == nil && parts.allSatisfy { $0.carriesOn == Sample.key(11) })
            #expect(spread.lineTotals.map(\.net) == whole.lineTotals.map(\.net))
            #expect(spread.totals.total == whole.totals.total && spread.totals.taxes == whole.totals.taxes)
        }
        #expect(throws: Refusal.discountNotForThis) {
            _ = try check([discount(10, on: 2, share(100))]).spread(Sample.key(10), at: Sample.evening) { Sample.key(200) }
        }
    }
}
