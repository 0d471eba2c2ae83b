import ArgumentParser
import Foundation
import HotelSimulator
import Logging
import PointOfSale
import ServiceLifecycle

/// `ardoise demo`: a till and a simulated hotel side by side, with a brasserie loaded and staff to sign in as.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a till and a simulated hotel to try it all out.",
        discussion:
            "Starts with an empty till each time, in a folder of its own. With --once it does the main job by itself, shows it, and ends.")

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"
    @Option(help: "The till's port; 0 takes any free one.")
    var port = 8080
    @Option(help: "The port of the hotel's reception; 0 takes any free one.")
    var receptionPort = 8081
    @Option(help: "The port of the simulated RoomRaccoon house; 0 takes any free one.")
    var raccoonPort = 0
    @Option(help: "The port of the hotel's interface; 0 takes any free one.")
    var interfacePort = 0
    @Option(help: "What the hotel runs: opera5, or operaCloud behind Oracle's REST interface.")
    var hotel = HotelSystem.opera5
    @Option(help: "How long a charge waits for the hotel's answer, in seconds; shorter than the 60 of real life, to try out doubts.")
    var answerSeconds: Int?
    @Option(help: "How long the line must be quiet before a charge that is missing on the bill counts as not booked, in seconds.")
    var quietSeconds: Int?
    @Flag(help: "Charge one check to room 204 through the HTTP API, print the conversation and the folio, and end.")
    var once = false
    @Option(help: "Write the addresses and PINs to this file, as JSON, once all is ready.")
    var readyFile: String?
    @Option(help: "How much to log.")
    var logLevel: LogLevel = .warning

    func run() async throws {
        let logger = Log.start(level: logLevel)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ardoise-demo-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await PlainWords.spoken {
            let ports =
                once ? DemoHouse.Ports.anyFree : .init(till: port, reception: receptionPort, interface: interfacePort, raccoon: raccoonPort)
            let demo = DemoHouse(
                data: DataFolder(path: folder), host: host, ports: ports, system: hotel, postingTimeoutMs: answerSeconds.map { $0 * 1000 },
                quietMs: quietSeconds.map { Int64($0) * 1000 }, logger: logger)
            try await demo.run { house in
                if once {
                    try await DemoOnce(house: house).run()
                } else {
                    try house.announce(readyFile: readyFile)
                    await RunningHouse.untilStopped()
                }
            }
        }
    }
}

extension HotelSystem: ExpressibleByArgument {}
