import Synchronization
import TestSupport
import Testing

@testable import HotelGateway

/// Never more than 50 requests in any one second at the hotel's end (`ohip.md` §6).
@Suite struct RequestPacerTests {
    /// When requests left that were asked for at these moments, ms; nil for one that was turned away.
    private func departures(askedAt moments: [Int64]) -> [Int64?] {
        let nowMs = Mutex<Int64>(0)
        let pacer = RequestPacer(
            clock: GatewayClock(now: { Sample.evening }, uptimeMs: { nowMs.withLock { $0 } }, pause: { _ in }))
        return moments.map { moment in
            nowMs.withLock { $0 = moment }
            return pacer.reserve().map { moment + $0 }
        }
    }

    /// The most in any second.
    private func most(_ arrivals: [Int64]) -> Int {
        let sorted = arrivals.sorted()
        var (first, most) = (0, 0)
        for (last, moment) in sorted.enumerated() {
            while sorted[first] <= moment - 1000 { first += 1 }
            most = max(most, last - first + 1)
        }
        return most
    }

    @Test func `a lone request does not wait, and ten together do not either`() {
        #expect(departures(askedAt: [5_000]) == [5_000])
        #expect(departures(askedAt: Array(repeating: 5_000, count: 10)) == Array(repeating: 5_000, count: 10))
        #expect(departures(askedAt: Array(repeating: 5_000, count: 12)).suffix(2) == [5_034, 5_068])
    }

    @Test func `what would wait longer than five seconds is turned away`() {
        let left = departures(askedAt: Array(repeating: 0, count: 500))
        #expect(left.compactMap(\.self).max() ?? 0 <= 5_000)
        #expect(left.last == .some(nil))
    }

    @Test(arguments: 0..<50) func `no second sees more than fifty, however requests bunch up on their way`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var moment: Int64 = 0
        let moments = (0..<2_000).map { _ in
            // Bursts of any size, with pauses of up to three seconds between them.
            if Int.random(in: 0..<20, using: &random) == 0 { moment += .random(in: 0...3_000, using: &random) }
            return moment
        }
        let left = departures(askedAt: moments).compactMap(\.self)
        #expect(left.count > 100)
        #expect(most(left) <= 40)
        let arrived = left.map { $0 + .random(in: 0...300, using: &random) }
        #expect(most(arrived) <= 50, "seed \(seed)")
    }
}
