import ArgumentParser
import HotelSimulator
import Logging
import ServiceLifecycle

/// `ardoise hotel`: the simulated hotel alone, for training, tests, and other tills.
struct HotelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hotel", abstract: "Run the simulated hotel: a FIAS interface and reception pages. Never connect it to a real one.")

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"
    @Option(help: "The port of the hotel's interface; 0 takes any free one.")
    var interfacePort = 5010
    @Option(help: "The port of the reception pages; 0 takes any free one.")
    var receptionPort = 8081
    @Option(help: "A hotel file (JSON); the demo hotel when left out.")
    var file: String?
    @Option(help: "How it behaves on the wire: ifc8Strict, protel or minimal.")
    var profile = HotelProfile.ifc8Strict
    @Option(help: "Write the addresses to this file, as JSON, once all is ready.")
    var readyFile: String?
    @Option(help: "How much to log.")
    var logLevel: LogLevel = .notice

    func run() async throws {
        let logger = Log.start(level: logLevel)
        var configuration = HotelSimulationConfiguration()
        configuration.fiasHost = host
        configuration.fiasPort = interfacePort
        configuration.receptionHost = host
        configuration.receptionPort = receptionPort
        configuration.profile = profile
        configuration.hotelFile = file
        try await PlainWords.spoken {
            let hotel = try HotelSimulation(configuration: configuration, logger: logger)
            try await ServiceGroup.whileRunning(hotel.services, logger: logger) {
                let (fias, reception) = (try await hotel.fiasPort(), try await hotel.receptionPort())
                try ReadyFile(till: nil, reception: "http://\(host):\(reception)", fias: fias, staff: []).write(to: readyFile)
                Say.line("The hotel is open. Interface: \(host):\(fias). Reception: http://\(host):\(reception)")
                await RunningHouse.untilStopped()
            }
        }
    }
}

extension HotelProfile: ExpressibleByArgument {}
