import HotelSimulator
import Logging

/// Where the simulated RoomRaccoon house is, and what a till shows itself with there.
struct RaccoonHouse: Codable, Sendable {
    /// Of its pages, without a slash at its end.
    let address: String
    /// What the integration is to be given.
    let serviceAddress: String
    let apiKey: String
    let hotelID: String

    /// The house, once it listens. Throws why it cannot.
    init(_ simulation: RoomRaccoonSimulation, host: String) async throws {
        address = "http://\(host):\(try await simulation.port())"
        serviceAddress = address + "/api/"
        apiKey = RaccoonSettings.demo.apiKey
        hotelID = RaccoonSettings.demo.hotelID
    }

    /// The shipped hostel on a port; 0 is any free one. Nothing listens yet.
    static func load(host: String, port: Int, logger: Logger) throws -> RoomRaccoonSimulation {
        var configuration = RoomRaccoonSimulation.Configuration()
        configuration.host = host
        configuration.port = port
        return try RoomRaccoonSimulation(configuration: configuration, logger: logger)
    }
}
