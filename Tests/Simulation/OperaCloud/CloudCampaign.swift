import Synchronization

/// Many histories of OPERA Cloud, several at a time.
package struct CloudCampaign: Sendable {
    /// What they came to.
    package struct Result: Sendable {
        package var tally = CloudTally()
        /// Those with findings.
        package var failures: [CloudHistory] = []
    }

    private let house: HouseImage
    private let seeds: ClosedRange<UInt64>
    private let jobs: Int
    private let failuresMax: Int

    package init(house: HouseImage, seeds: ClosedRange<UInt64>, jobs: Int, failuresMax: Int = 5) {
        self.house = house
        self.seeds = seeds
        self.jobs = max(1, jobs)
        self.failuresMax = failuresMax
    }

    /// Plays them all, or until there are too many findings.
    package func run() async throws -> Result {
        let jobs = UInt64(jobs)
        let failed = FailureCount()
        return try await withThrowingTaskGroup(of: Result.self) { tasks in
            for job in 0..<jobs {
                tasks.addTask {
                    var result = Result()
                    for seed in stride(from: seeds.lowerBound + job, through: seeds.upperBound, by: Int(jobs)) {
                        guard failed.count < failuresMax else { break }
                        let history = try await CloudHistory.play(seed: seed, in: house)
                        result.tally += history.tally
                        guard !history.findings.isEmpty else { continue }
                        failed.add()
                        result.failures.append(history)
                    }
                    return result
                }
            }
            return try await tasks.reduce(into: Result()) { whole, part in
                whole.tally += part.tally
                whole.failures += part.failures
            }
        }
    }
}

private final class FailureCount: Sendable {
    private let state = Mutex(0)
    var count: Int { state.withLock { $0 } }
    func add() { state.withLock { $0 += 1 } }
}
