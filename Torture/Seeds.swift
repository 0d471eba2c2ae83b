import ArgumentParser
import Foundation
import Simulation

/// `torture --seeds 1..10000`: one history per seed.
struct Seeds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Play the histories of these seeds.")

    @Option(help: "The first and the last seed, as 1..10000, or one seed.")
    var seeds: SeedRange
    @Option(help: "How many histories are played at the same time.")
    var jobs = 2
    @Flag(help: "Tell each history in lines that a person can read.")
    var story = false
    @Option(help: "Stop after so many histories with findings.")
    var findingsMax = 5

    func run() async throws {
        Repeatable.ensure()
        let house = try await HouseImage.build()
        let started = ContinuousClock.now
        let campaign = Campaign(house: house, seeds: seeds.range, jobs: story ? 1 : jobs, isTold: story, failuresMax: findingsMax)
        let result = try await campaign.run { history in
            for line in history.story { print(line) }
        }
        let seconds = started.duration(to: .now) / .seconds(1)
        print(result.tally.report(seconds: seconds))
        for failure in result.failures {
            print("\nseed \(failure.seed)")
            for finding in failure.findings { print("  \(finding)") }
            print("  replay: torture --seeds \(failure.seed)..\(failure.seed) --story")
        }
        if !result.failures.isEmpty { throw ExitCode.failure }
    }
}

/// Seeds from one to another.
struct SeedRange: ExpressibleByArgument {
    let range: ClosedRange<UInt64>

    init?(argument: String) {
        let ends = argument.components(separatedBy: "..").map { UInt64($0) }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last else { return nil }
        range = first...last
    }
}
