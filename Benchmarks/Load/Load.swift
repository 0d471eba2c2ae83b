import NIOCore

/// Two ways of pressing on something: as fast as answers come, or at a steady pace whatever the answers do.
enum Load {
    struct Result: Sendable {
        var latencies = Latencies()
        var perSecond = 0.0
    }

    /// Each worker takes the next number as soon as its last one is answered, until all numbers are used up.
    static func closedLoop(workers: Int, count: Int, _ body: @escaping @Sendable (_ worker: Int, _ number: Int) async throws -> Void)
        async throws -> Result
    {
        let clock = ContinuousClock()
        let start = clock.now
        let latencies = try await gathered(workers: workers) { worker in
            var latencies = Latencies()
            for number in stride(from: worker, to: count, by: workers) {
                let begun = clock.now
                try await body(worker, number)
                latencies.record(clock.now - begun)
            }
            return latencies
        }
        return Result(latencies: latencies, perSecond: Double(count) / ((clock.now - start) / .seconds(1)))
    }

    /// Numbers fall due at fixed moments. A late start counts as waiting, so that a stall is not hidden by asking less during it.
    static func steady(
        workers: Int, count: Int, perSecond: Int, _ body: @escaping @Sendable (_ worker: Int, _ number: Int) async throws -> Void
    ) async throws -> Result {
        let clock = ContinuousClock()
        let start = clock.now
        let latencies = try await gathered(workers: workers) { worker in
            var latencies = Latencies()
            for number in stride(from: worker, to: count, by: workers) {
                let due = start + .nanoseconds(1_000_000_000 / perSecond) * number
                try await clock.sleep(until: due, tolerance: .zero)
                let begun = clock.now - due < timerSlack ? clock.now : due
                try await body(worker, number)
                latencies.record(clock.now - begun)
            }
            return latencies
        }
        return Result(latencies: latencies, perSecond: Double(count) / ((clock.now - start) / .seconds(1)))
    }

    /// A timer wakes its sleeper a little late; that much lateness is the client's, more is a stall and counts.
    private static let timerSlack = Duration.microseconds(1_500)

    private static func gathered(workers: Int, _ work: @escaping @Sendable (Int) async throws -> Latencies) async throws -> Latencies {
        try await withThrowingTaskGroup(of: Latencies.self) { group in
            for worker in 0..<workers { group.addTask { try await work(worker) } }
            return try await group.reduce(into: Latencies()) { $0.add($1) }
        }
    }
}
