import ArgumentParser

@main
struct Torture: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "torture", abstract: "Runs histories of a house in which everything fails, and compares the hotel's ledger with ours.",
        subcommands: [Seeds.self, OperaCloud.self, Matrix.self, PowerLosses.self, DiskFaults.self, BitFlips.self],
        defaultSubcommand: Seeds.self)
}
