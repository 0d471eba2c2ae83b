import ArgumentParser
import DiskTrials

/// `torture disk-faults`: fails every operation of the disk during room charges, one after the other, in every way.
struct DiskFaults: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disk-faults", abstract: "Fails each write and sync of room charges in turn: an error, errors from there on, no space."
    )

    @Option(help: "How many room charges.")
    var charges = 50

    func run() async throws {
        var told = 0
        var unharmed = 0
        var written = 0
        for charge in 0..<charges {
            let house = try await DiskFaultTrial.house(charges: charge)
            for trouble in DiskFaultTrial.Trouble.allCases {
                trials: for ordinal in 1... {
                    switch try await DiskFaultTrial.run(trouble, at: ordinal, charge: charge, in: house) {
                    case .notReached: break trials
                    case .unharmed: unharmed += 1
                    case .told: told += 1
                    case .toldButWritten: written += 1
                    }
                }
            }
        }
        print(
            """
            \(told + written + unharmed) faults of the disk during \(charges) room charges: \(told) refused in words and gone, \
            \(written) refused in words and found whole if killed at that moment, \(unharmed) without harm; 0 half-written, 0 twice.
            """)
    }
}
