import PointOfSale
import TestSupport
import Testing

@Suite struct CheckTests {
    @Test func `a check adds up by rate and by revenue group, voids taken off`() {
        let lines = [
            Sample.line(1, cents: 1400, quantity: 2, basisPoints: 1000, itemizer: 1),
            Sample.line(2, cents: 4200, basisPoints: 2000, itemizer: 3),
            Sample.line(3, cents: 550, quantity: 2, basisPoints: 550, itemizer: 2),
            Sample.line(4, cents: 900, basisPoints: 1000, itemizer: 1),
        ]
        let voids = [
            LineVoid(id: Sample.key(50), lineID: Sample.key(4), quantity: 1, voidedAt: Sample.evening, voidedBy: Sample.id(99)),
            LineVoid(id: Sample.key(51), lineID: Sample.key(3), quantity: 1, voidedAt: Sample.evening, voidedBy: Sample.id(99)),
        ]
        let totals = Sample.check(lines: lines, voids: voids).totals
        #expect(totals.total == Sample.euros(2800 + 4200 + 550))
        #expect(totals.subtotals == [Itemizer(1)!: Sample.euros(2800), Itemizer(2)!: Sample.euros(550), Itemizer(3)!: Sample.euros(4200)])
        #expect(totals.taxes.map(\.rate.basisPoints) == [2000, 1000, 550])
        #expect(totals.taxes.map(\.tax.minorUnits) == [700, 255, 29])
        #expect(totals.taxes.map { $0.net + $0.tax } == totals.taxes.map(\.gross))
    }

    @Test func `tips and refused tenders pay nothing of the check`() {
        let totals = Sample.check(
            lines: [Sample.line(1, cents: 10_000)],
            tenders: [
                Sample.tender(10, cents: 4000, tip: 500), Sample.tender(11, cents: 3000, tip: 300, state: .pending),
                Sample.tender(12, cents: 9000, tip: 900, state: .refused),
            ]
        ).totals
        #expect(totals.settled == Sample.euros(4000))
        #expect(totals.pending == Sample.euros(3000))
        #expect(totals.remaining == Sample.euros(3000))
        #expect(totals.tips == Sample.euros(800))
        #expect(!totals.isSettled)
    }

    @Test func `a check takes no lines once something is paid or on its way`() {
        let line = Sample.line(1, cents: 1000)
        #expect(throws: Refusal.checkHasPayments) { try Sample.check(lines: [line], tenders: [Sample.tender(1, cents: 1)]).mustTakeLines() }
        #expect(throws: Refusal.checkHasPayments) {
            try Sample.check(lines: [line], tenders: [Sample.tender(1, cents: 1, state: .pending)]).mustTakeLines()
        }
        #expect(throws: Refusal.checkClosed) { try Sample.check(lines: [line], state: .closed).mustTakeLines() }
        #expect(throws: Never.self) {
            try Sample.check(lines: [line], tenders: [Sample.tender(1, cents: 1, state: .refused)]).mustTakeLines()
        }
    }

    @Test func `a payment is at least a cent and at most what is left`() {
        let check = Sample.check(lines: [Sample.line(1, cents: 1000)], tenders: [Sample.tender(1, cents: 400, state: .pending)])
        #expect(throws: Never.self) { try check.mustTakePayment(of: Sample.euros(600)) }
        #expect(throws: Refusal.amountAboveRemaining(Sample.euros(600))) { try check.mustTakePayment(of: Sample.euros(601)) }
        #expect(throws: Refusal.amountNotPositive) { try check.mustTakePayment(of: Sample.euros(0)) }
        #expect(throws: Refusal.amountNotPositive) { try check.mustTakePayment(of: Sample.euros(-5)) }
        #expect(throws: Refusal.checkEmpty) { try Sample.check().mustTakePayment(of: Sample.euros(1)) }
        #expect(throws: Refusal.checkClosed) { try Sample.check(state: .closed).mustTakePayment(of: Sample.euros(1)) }
    }

    @Test func `a tip is not negative and not more than the payment`() {
        #expect(throws: Never.self) { try Tip.mustBeSensible(Sample.euros(1000), on: Sample.euros(1000)) }
        #expect(throws: Refusal.tipTooLarge(Sample.euros(1000))) { try Tip.mustBeSensible(Sample.euros(1001), on: Sample.euros(1000)) }
        #expect(throws: Refusal.tipNegative) { try Tip.mustBeSensible(Sample.euros(-1), on: Sample.euros(1000)) }
    }

    @Test func `the stamp of a check is written as FIAS writes it`() {
        let stamp = PostingStamp(time: LocalTime(year: 2026, month: 1, day: 9, hour: 0, minute: 5, second: 7))
        #expect(stamp.date == "260109")
        #expect(stamp.clock == "000507")
    }
}
