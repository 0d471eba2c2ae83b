import Foundation
package import Logging
package import ServiceLifecycle

/// A whole simulated OPERA Cloud house: the shipped hotel behind Oracle's REST paths, with its reception, all on one port.
package struct OperaCloudSimulation: Sendable {
    /// How it is set up.
    package struct Configuration: Sendable {
        package var host = "127.0.0.1"
        /// Port 0 is any free one.
        package var port = 0
        /// A hotel file; nil is the shipped Hôtel des Remparts.
        package var hotelFile: String?
        package var settings = OperaCloudSettings.demo
        /// The clock, in milliseconds since 1970.
        package var now: @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970 * 1000) }

        /// The shipped hotel on any free port.
        package init() {}
    }

    /// The house itself, for tests and the demo to look into.
    package let hotel: SimulatedHotel
    /// Its interface: what came, and when.
    package let desk: OHIPDesk
    private let server: ReceptionServer

    /// Loads the house; nothing listens yet.
    /// - Throws: `HotelFileError` saying what is wrong with the hotel file.
    package init(configuration: Configuration = Configuration(), logger: Logger) throws(HotelFileError) {
        let now = configuration.now
        var model =
            if let path = configuration.hotelFile {
                try HotelLoader.hotel(atPath: path, now: now())
            } else {
                try HotelLoader.demo(now: now())
            }
        model.operaCloud = configuration.settings
        hotel = SimulatedHotel(model, now: now)
        desk = OHIPDesk(hotel)
        server = ReceptionServer(
            hotel: hotel, host: configuration.host, port: configuration.port, operaCloud: desk, logger: logger)
    }

    /// What runs.
    package var services: [any Service] { [server] }

    /// The port of all of it, once it listens. Throws why it cannot.
    package func port() async throws -> Int { try await server.boundPort() }
}
