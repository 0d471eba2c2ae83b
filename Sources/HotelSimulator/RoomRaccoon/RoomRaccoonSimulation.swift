import Foundation
package import Logging
package import ServiceLifecycle

/// A whole simulated RoomRaccoon house: a hostel with its interface for tills, its back office and its reception, all on one port.
package struct RoomRaccoonSimulation: Sendable {
    /// How it is set up.
    package struct Configuration: Sendable {
        package var host = "127.0.0.1"
        /// Port 0 is any free one.
        package var port = 0
        /// A hotel file; nil is the shipped Auberge du Petit Bé.
        package var hotelFile: String?
        package var settings = RaccoonSettings.demo
        /// The clock, in milliseconds since 1970.
        package var now: @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970 * 1000) }

        /// The shipped hostel on any free port.
        package init() {}
    }

    /// The house itself, for tests and the demo to look into.
    package let hotel: SimulatedHotel
    private let server: ReceptionServer

    /// Loads the house; nothing listens yet.
    /// - Throws: `HotelFileError` saying what is wrong with the hotel file.
    package init(configuration: Configuration = Configuration(), logger: Logger) throws(HotelFileError) {
        let now = configuration.now
        var model =
            if let path = configuration.hotelFile {
                try HotelLoader.hotel(atPath: path, now: now())
            } else {
                try HotelLoader.hostel(now: now())
            }
        model.raccoon = configuration.settings
        hotel = SimulatedHotel(model, now: now)
        server = ReceptionServer(hotel: hotel, host: configuration.host, port: configuration.port, logger: logger)
    }

    /// What runs.
    package var services: [any Service] { [server] }

    /// The port of all of it, once it listens. Throws why it cannot.
    package func port() async throws -> Int { try await server.boundPort() }
}
