import ArgumentParser

/// `ardoise`: the till, its simulated hotel, and what an installer needs.
@main
struct Ardoise: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ardoise", abstract: "A till for hotel restaurants that puts a meal on the right room, once.",
        version: Version.current, subcommands: [Serve.self, Demo.self, HotelCommand.self, Configure.self, SetPIN.self, Backup.self])
}

/// The version of this program.
enum Version {
    /// As shown by `ardoise --version`, by the till and in logs.
    static let current = "0.1.0"
}
