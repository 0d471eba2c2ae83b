import ArgumentParser
import Simulation

/// `torture opera-cloud --seeds 1..100000`: one history of OPERA Cloud per seed.
struct OperaCloud: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Play the histories of OPERA Cloud of these seeds.")

    @Option(help: "The first and the last seed, as 1..10000, or one seed.")
    var seeds: SeedRange
    @Option(help: "How many histories are played at the same time.")
    var jobs = 2
    @Option(help: "Stop after so many histories with findings.")
    var findingsMax = 5

    func run() async throws {
        Repeatable.ensure()
        let house = try await HouseImage.build()
        let started = ContinuousClock.now
        let result = try await CloudCampaign(house: house, seeds: seeds.range, jobs: jobs, failuresMax: findingsMax).run()
        print(result.tally.report(seconds: started.duration(to: .now) / .seconds(1)))
        for failure in result.failures {
            print("\nseed \(failure.seed)")
            for finding in failure.findings { print("  \(finding)") }
        }
        if !result.failures.isEmpty { throw ExitCode.failure }
    }
}
