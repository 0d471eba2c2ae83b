import Synchronization

/// Many histories, several at a time.
package struct Campaign: Sendable {
    /// What they came to.
    package struct Result: Sendable {
        package var tally = Tally()
        /// Those with findings.
        package var failures: [History] = []
    }

    private let house: HouseImage
    private let seeds: ClosedRange<UInt64>
    private let jobs: Int
    private let isTold: Bool
    private let failuresMax: Int

    package init(house: HouseImage, seeds: ClosedRange<UInt64>, jobs: Int, isTold: Bool = false, failuresMax: Int = 5) {
        self.house = house
        self.seeds = seeds
        self.jobs = max(1, jobs)
        self.isTold = isTold
        self.failuresMax = failuresMax
    }

    /// Plays them all, or until there are too many findings. `each` hears of every history, one at a time.
    package func run(each: @escaping @Sendable (History) -> Void = { _ in }) async throws -> Result {
        let board = Board(next: seeds.lowerBound)
        try await withThrowingDiscardingTaskGroup { tasks in
            for _ in 0..<jobs {
                tasks.addTask {
                    while let seed = board.take(upTo: seeds.upperBound, failuresMax: failuresMax) {
                        board.note(try await History.play(seed: seed, in: house, isTold: isTold), each)
                    }
                }
            }
        }
        return board.result
    }
}

/// Who plays which seed, and what came of it.
private final class Board: Sendable {
    private let state: Mutex<(next: UInt64, result: Campaign.Result)>

    init(next: UInt64) { state = Mutex((next, Campaign.Result())) }

    var result: Campaign.Result { state.withLock { $0.result } }

    func take(upTo last: UInt64, failuresMax: Int) -> UInt64? {
        state.withLock { state in
            guard state.next <= last, state.result.failures.count < failuresMax else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }

    func note(_ history: History, _ each: (History) -> Void) {
        state.withLock { state in
            each(history)
            state.result.tally += history.tally
            if !history.findings.isEmpty { state.result.failures.append(history) }
        }
    }
}
