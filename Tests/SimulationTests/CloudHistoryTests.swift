import Foundation
import Simulation
import Testing

/// OPERA Cloud in virtual time: whatever becomes of requests and answers, each charge lands once and nobody is asked. Many more
/// of these are played by `torture opera-cloud`.
@Suite(.serialized)
struct CloudHistoryTests {
    private static let seeds: ClosedRange<UInt64> = 1_000_001...1_000_040

    @Test func `whatever becomes of requests and answers, each charge lands once and no doubt needs a person`() async throws {
        let house = try await HouseImage.build()
        let result = try await CloudCampaign(
            house: house, seeds: Self.seeds, jobs: ProcessInfo.processInfo.activeProcessorCount
        ).run()
        for failure in result.failures { Issue.record("seed \(failure.seed): \(failure.findings)") }
        #expect(result.tally.histories == Self.seeds.count)
        // Histories in which nothing goes wrong would prove nothing.
        #expect(result.tally.accepted > result.tally.histories && result.tally.doubtsSettled > 0)
        for mishap in ["unauthorised", "tooMany", "badGatewayAfter", "cutInAnswer", "cutAfter", "slow"] {
            #expect(result.tally.mishaps[mishap] ?? 0 > 0, "no \(mishap) in \(Self.seeds.count) histories")
        }
    }

    @Test(arguments: [3, 8, 21] as [UInt64])
    func `a seed is one history, however often it is played`(seed: UInt64) async throws {
        let house = try await HouseImage.build()
        let first = try await CloudHistory.play(seed: seed, in: house)
        let second = try await CloudHistory.play(seed: seed, in: house)
        #expect(first.tally == second.tally && first.tally.requests > 0)
    }
}
