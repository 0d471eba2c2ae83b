import Foundation
import Simulation
import Testing

/// T1: whole histories in virtual time, with every fault; the hotel's ledger is compared with ours at the end of each.
@Suite(.serialized)
struct HistoryTests {
    /// The seeds of these tests; `make test` plays ten thousand others with `torture`.
    private static let seeds: ClosedRange<UInt64> = 1_000_001...1_000_400

    @Test func `T1 whatever goes wrong, nothing is charged twice, nothing is lost, nothing goes to a wrong room`() async throws {
        let house = try await HouseImage.build()
        let result = try await Campaign(house: house, seeds: Self.seeds, jobs: ProcessInfo.processInfo.activeProcessorCount).run()
        for failure in result.failures {
            Issue.record("seed \(failure.seed): \(failure.findings); replay: torture --seeds \(failure.seed)..\(failure.seed) --story")
        }
        #expect(result.tally.histories == Self.seeds.count)
        // Histories in which nothing goes wrong would prove nothing.
        #expect(result.tally.bookings > result.tally.histories / 2)
        for fault in ["kill", "powerLoss", "reset", "cut", "silence", "restart", "lostAnswer", "lateAnswer", "slowWork", "diskFull"] {
            #expect(result.tally.faults[fault] ?? 0 > 0, "no \(fault) in \(Self.seeds.count) histories")
        }
        #expect(result.tally.doubtsSettledByMachine > 0)
        #expect(result.tally.reversals > 0)
    }

    @Test(arguments: [7, 19, 42, 77, 123] as [UInt64])
    func `a seed is one history, however often it is played`(seed: UInt64) async throws {
        let house = try await HouseImage.build()
        let first = try await History.play(seed: seed, in: house, isTold: true)
        let second = try await History.play(seed: seed, in: house, isTold: true)
        #expect(first.story.count > 20)
        #expect(first.story == second.story)
    }

    @Test func `the auditor sees what is wrong`() throws {
        let cases = AuditorCase.all
        for example in cases { #expect(example.rules == example.expected, "\(example.name)") }
        #expect(Set(cases.flatMap(\.expected)).isSuperset(of: ["R1", "I1", "I2", "I3", "I4", "I5", "I10"]))
    }
}
