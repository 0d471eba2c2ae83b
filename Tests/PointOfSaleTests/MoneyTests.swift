import PointOfSale
import TestSupport
import Testing

@Suite struct MoneyTests {
    @Test(arguments: [
        (11_000, 1000, 1000), (12_000, 2000, 2000), (1055, 550, 55), (1, 2000, 0), (3, 2000, 1), (-11_000, 1000, -1000), (-3, 2000, -1),
        (0, 1000, 0),
        (19_120, 1000, 1738), (999, 550, 52),
    ])
    func `the tax inside a price is rounded half away from zero`(gross: Int, basisPoints: Int, tax: Int) {
        #expect(Rate(basisPoints: basisPoints)!.included(in: Sample.euros(gross)) == Sample.euros(tax))
    }

    @Test(arguments: [(19_120, 500, 956), (1001, 1000, 100), (1005, 1000, 101), (-1005, 1000, -101), (100, 0, 0), (7, 10_000, 7)])
    func `a share of an amount is rounded half away from zero`(amount: Int, basisPoints: Int, share: Int) {
        #expect(Rate(basisPoints: basisPoints)!.of(Sample.euros(amount)) == Sample.euros(share))
    }

    @Test func `a rate outside nothing to a hundred percent does not exist`() {
        #expect(Rate(basisPoints: -1) == nil)
        #expect(Rate(basisPoints: 10_001) == nil)
        #expect(Rate(basisPoints: 10_000) != nil)
    }

    @Test func `amounts add, subtract, multiply and compare in minor units`() {
        #expect(Sample.euros(150) + Sample.euros(-50) == Sample.euros(100))
        #expect(Sample.euros(150) - Sample.euros(151) == Sample.euros(-1))
        #expect(Sample.euros(1450) * 3 == Sample.euros(4350))
        #expect(-Sample.euros(5) < .zero(.eur))
        #expect([Sample.euros(1), Sample.euros(2)].total(.eur) == Sample.euros(3))
        #expect([Money]().total(.eur).isZero)
    }

    @Test func `adding two currencies traps`() async {
        await #expect(processExitsWith: .failure) { _ = Money(1, .eur) + Money(1, Currency(code: "CHF", minorDigits: 2)) }
    }
}

@Suite struct AllocationTests {
    @Test(arguments: [
        (100, [1, 1, 1], [34, 33, 33]), (0, [5, 5], [0, 0]), (-100, [1, 1, 1], [-33, -33, -34]), (1, [1, 1], [1, 0]),
        (10, [0, 1, 0], [0, 10, 0]),
        (7, [7], [7]), (5000, [8000, 6000, 4000, -1000], [2353, 1765, 1176, -294]), (0, [0, 0], [0, 0]), (100, [-1, -1], [50, 50]),
    ])
    func `parts are by largest remainder, earlier first on a tie`(total: Int, weights: [Int], parts: [Int]) {
        #expect(Allocation.largestRemainder(total, weights: weights) == parts)
    }

    @Test func `parts always add back up and are never off by a whole unit`() {
        var random = SeededGenerator(seed: 204)
        for _ in 0..<20_000 {
            let weights = (0..<Int.random(in: 1...12, using: &random)).map { _ in Int.random(in: 0...1_000_000, using: &random) }
            let sum = weights.reduce(0, +)
            guard sum > 0 else { continue }
            let total = Int.random(in: -1_000_000...1_000_000, using: &random)
            let parts = Allocation.largestRemainder(total, weights: weights)
            #expect(parts.reduce(0, +) == total)
            for (part, weight) in zip(parts, weights) {
                #expect(abs(Double(part) - Double(total) * Double(weight) / Double(sum)) < 1)
            }
        }
    }

    @Test func `splitting the largest amounts does not overflow`() {
        #expect(Allocation.largestRemainder(.max / 2, weights: [.max / 2, 1]).reduce(0, +) == .max / 2)
    }
}
