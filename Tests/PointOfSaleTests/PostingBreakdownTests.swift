import PointOfSale
import TestSupport
import Testing

@Suite struct PostingBreakdownTests {
    private func groups(_ amounts: [Int]) -> [Itemizer: Money] {
        Dictionary(uniqueKeysWithValues: amounts.enumerated().map { (Itemizer($0.offset + 1)!, Sample.euros($0.element)) })
    }

    @Test func `S1-09: every split of a check adds back up in every field`() {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<5_000 {
            let whole = groups((0..<Int.random(in: 1...9, using: &random)).map { _ in Int.random(in: 1...50_000, using: &random) })
            var left = whole.values.total(.eur).minorUnits
            var taken: [[Itemizer: Money]] = []
            while left > 0 {
                let amount = Int.random(in: 1...left, using: &random)
                let tip = Int.random(in: 0...amount, using: &random)
                let share = PostingBreakdown.share(of: Sample.euros(amount), in: whole, after: taken, tip: Sample.euros(tip))
                #expect(share.total == Sample.euros(amount + tip))
                #expect(share.subtotals.values.allSatisfy { !$0.isNegative })
                taken.append(share.subtotals)
                left -= amount
            }
            for (itemizer, amount) in whole {
                #expect(taken.compactMap { $0[itemizer] }.total(.eur) == amount)
            }
        }
    }

    @Test func `a tip is never in a revenue group`() {
        let share = PostingBreakdown.share(of: Sample.euros(1000), in: groups([600, 400]), after: [], tip: Sample.euros(150))
        #expect(share.subtotals == groups([600, 400]))
        #expect(share.tip == Sample.euros(150))
        #expect(share.total == Sample.euros(1150))
    }

    @Test func `discounts and service charge are part of the sum`() {
        let breakdown = PostingBreakdown(
            subtotals: groups([8000, 6000, 4000]), discounts: [Itemizer(1)!: Sample.euros(-1000)], tip: Sample.euros(500),
            serviceCharge: Sample.euros(200))
        #expect(breakdown.total == Sample.euros(17_700))
    }

    @Test func `asking for more than is left traps`() async {
        await #expect(processExitsWith: .failure) {
            let whole = [Itemizer(1)!: Money(100, .eur)]
            _ = PostingBreakdown.share(of: Money(101, .eur), in: whole, after: [], tip: Money(0, .eur))
        }
    }
}

@Suite struct PostingStateTests {
    @Test func `only what is queued may be withdrawn, and nothing leaves a final state`() {
        for state in PostingState.allCases {
            #expect(state.successors.contains(.withdrawn) == (state == .queued))
            #expect(state.isFinal == state.successors.isEmpty)
            #expect(!state.successors.contains(state))
        }
    }

    @Test func `what is in doubt is never sent as it stands: a new attempt begins in the queue`() {
        #expect(PostingState.inDoubt.successors == [.accepted, .notBooked, .refused, .queued])
    }

    @Test func `a tender is settled exactly when the hotel accepted`() {
        for state in PostingState.allCases {
            #expect((state.tenderState == .settled) == (state == .accepted))
            #expect((state.tenderState == nil) == !state.isFinal)
        }
    }
}
