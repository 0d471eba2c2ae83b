import ArgumentParser
import Simulation

/// `torture matrix`: every crash point.
struct Matrix: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Play every cell of the matrix of crash points.")

    @Option(help: "How many seeds each cell is played with.")
    var seeds: UInt64 = 1
    @Option(help: "Only this cell, counted from 0, and told.")
    var cell: Int?

    func run() async throws {
        Repeatable.ensure()
        let house = try await HouseImage.build()
        var tally = Tally()
        var failures = 0
        let started = ContinuousClock.now
        for (index, cell) in CrashMatrix.cells.enumerated() where self.cell.map({ $0 == index }) ?? true {
            for seed in 1...seeds {
                let history = try await cell.play(seed: seed, in: house, isTold: self.cell != nil)
                for line in history.story { print(line) }
                tally += history.tally
                guard !history.findings.isEmpty else { continue }
                failures += 1
                print("cell \(index), seed \(seed): \(cell)")
                for finding in history.findings { print("  \(finding)") }
            }
        }
        print(tally.report(seconds: started.duration(to: .now) / .seconds(1)))
        if failures > 0 { throw ExitCode.failure }
    }
}
