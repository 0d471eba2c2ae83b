import ArgumentParser
import DiskTrials

/// `torture power-losses`: loses the power at every moment of evenings of room charges, seed after seed.
struct PowerLosses: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "power-losses", abstract: "Loses the power again and again, and looks for acknowledged commits afterwards.")

    @Option(help: "How often.")
    var count = 100_000
    @Option(help: "The first seed; each seed loses the power once at every moment of an evening.")
    var seed: UInt64 = 1
    @Option(help: "How many room charges an evening has.")
    var charges = 50
    @Option(help: "How many tills write at once.")
    var clients = 2

    func run() async throws {
        let clock = ContinuousClock()
        let evening = try await Evening.play(charges: charges, clients: clients)
        print("An evening of \(charges) room charges: \(evening.contents.count) commits, \(evening.moments.count) operations of the disk.")
        let started = clock.now
        let (evenings, rest) = count.quotientAndRemainder(dividingBy: evening.moments.count)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<Self.lanes {
                group.addTask {
                    for number in stride(from: lane, to: count, by: Self.lanes) {
                        let (round, moment) = number.quotientAndRemainder(dividingBy: evening.moments.count)
                        try await PowerLossTrial.run(evening.moments[moment], of: evening, seed: seed + UInt64(round))
                    }
                }
            }
            try await group.waitForAll()
        }
        let seconds = started.duration(to: clock.now) / .seconds(1)
        print(
            """
            \(count) power losses under seeds \(seed)…\(seed + UInt64(evenings) - (rest == 0 ? 1 : 0)): \
            0 acknowledged commits lost, 0 databases damaged; \(Int(Double(count) / seconds)) losses/s.
            """)
    }

    /// How many are tried at once.
    private static let lanes = 2
}
