import ArgumentParser
import DiskTrials
import SimulatedDisk
import TestSupport

/// `torture bit-flips`: turns over one bit of every page of the file and of its log, and counts who notices.
struct BitFlips: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bit-flips", abstract: "Flips bits in every page of the database and of its log, and counts what is noticed.")

    @Option(help: "How many bits of each page.")
    var bitsPerPage = 8
    @Option(help: "The seed that picks the bits.")
    var seed: UInt64 = 1

    func run() async throws {
        let evening = try await Evening.play(charges: 20)
        guard let crash = evening.moments.last(where: { $0.operation.kind == .sync && $0.operation.file == Evening.logName }) else {
            return
        }
        for file in [Evening.fileName, Evening.logName] {
            var generator = SeededGenerator(seed: seed)
            var counts: [BitFlipTrial.Ending: Int] = [:]
            let bytes = crash.contents.bytes(of: file)?.count ?? 0
            for page in 0..<(bytes / Evening.pageBytes) {
                for _ in 0..<bitsPerPage {
                    let bit = page * Evening.pageBytes * 8 + Int.random(in: 0..<(Evening.pageBytes * 8), using: &generator)
                    let commits = Array(evening.contents.prefix(crash.acknowledged + 2))
                    counts[try await BitFlipTrial.run(bit: bit, of: file, in: crash.contents, knowing: commits), default: 0] += 1
                }
            }
            let words = BitFlipTrial.Ending.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
            print("\(file): \(counts.values.reduce(0, +)) bits flipped in \(bytes / Evening.pageBytes) pages: \(words).")
        }
    }
}
