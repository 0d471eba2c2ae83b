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
    @Option(help: "The port of a RoomRaccoon house beside it; 0 takes any free one. Left out, there is none.")
    var raccoonPort: Int?
    @Option(help: "The port of an OPERA Cloud house beside it, its reception included; 0 takes any free one. Left out, there is none.")
    var operaCloudPort: Int?
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
            let raccoon = try raccoonPort.map { try RaccoonHouse.load(host: host, port: $0, logger: logger) }
            let cloud = try operaCloudPort.map { try operaCloud(port: $0, logger) }
            let services = hotel.services + (raccoon?.services ?? []) + (cloud?.services ?? [])
            try await ServiceGroup.whileRunning(services, logger: logger) {
                let (fias, reception) = (try await hotel.fiasPort(), try await hotel.receptionPort())
                var house: RaccoonHouse?
                if let raccoon { house = try await RaccoonHouse(raccoon, host: host) }
                try ReadyFile(till: nil, reception: "http://\(host):\(reception)", fias: fias, roomRaccoon: house, staff: [])
                    .write(to: readyFile)
                Say.line("The hotel is open. Interface: \(host):\(fias). Reception: http://\(host):\(reception)")
                if let house {
                    Say.line("The RoomRaccoon house is open: \(house.address). API key \(house.apiKey), Hotel ID \(house.hotelID)")
                }
                if let cloud { announce(cloud, at: try await cloud.port()) }
                await RunningHouse.untilStopped()
            }
        }
    }

    private func operaCloud(port: Int, _ logger: Logger) throws -> OperaCloudSimulation {
        var configuration = OperaCloudSimulation.Configuration()
        configuration.host = host
        configuration.port = port
        configuration.hotelFile = file
        return try OperaCloudSimulation(configuration: configuration, logger: logger)
    }

    /// Says what a till needs to know of the OPERA Cloud house.
    private func announce(_ cloud: OperaCloudSimulation, at port: Int) {
        let house = OperaCloudSettings.demo
        Say.line(
            """
            The OPERA Cloud house is open: http://\(host):\(port). Application key \(house.appKey), client \(house.clientID), \
            secret \(house.clientSecret), enterprise REMPARTS, hotel \(house.hotelID), cashier \(house.cashiers.min() ?? 0)
            """)
    }
}

extension HotelProfile: ExpressibleByArgument {}
