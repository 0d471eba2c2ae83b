import ArgumentParser
import Logging
import ServiceLifecycle
import Storage

/// `ardoise serve`: the till of a house.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Run the till.")

    @OptionGroup var data: DataOption
    @Option(help: "The address to listen on. Anything but this machine's own belongs behind a TLS proxy.")
    var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 takes any free one.")
    var port = 8080
    @Flag(help: "Cookies are sent over TLS only: set this behind a TLS proxy.")
    var secureCookies = false
    @Option(help: "Write the address to this file, as JSON, once the till answers.")
    var readyFile: String?
    @Option(help: "How much to log: trace, debug, info, notice, warning, error.")
    var logLevel: LogLevel = .notice

    func run() async throws {
        let logger = Log.start(level: logLevel)
        try await PlainWords.spoken {
            let storage = try TillStorage.open(data.folder)
            let till = try await Till.assemble(
                TillConfiguration(host: host, port: port, cookiesAreSecure: secureCookies), on: storage, logger: logger)
            try await ServiceGroup.whileRunning(till.services, logger: logger) {
                let address = "http://\(host):\(try await till.boundPort())"
                try ReadyFile(till: address, reception: nil, fias: nil, staff: []).write(to: readyFile)
                Say.line("The till is open: \(address)")
                await RunningHouse.untilStopped()
            }
            try await storage.database.close()
        }
    }
}
