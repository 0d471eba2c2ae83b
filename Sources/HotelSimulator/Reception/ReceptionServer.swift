import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle

/// Reception on the network: pages for people, an API for programs.
package final class ReceptionServer: Service {
    private let hotel: SimulatedHotel
    private let host: String
    private let port: Int
    private let operaCloud: OHIPDesk?
    private let logger: Logger
    private let announcedPort = AnnouncedPort()

    /// A server that does nothing until `run`; port 0 is any free one.
    /// - Parameter operaCloud: the desk of OPERA Cloud's interface, in a house that has one.
    package init(hotel: SimulatedHotel, host: String, port: Int, operaCloud: OHIPDesk? = nil, logger: Logger) {
        self.hotel = hotel
        self.host = host
        self.port = port
        self.operaCloud = operaCloud
        self.logger = logger
    }

    /// The port listened on, once there is one. Throws what `run` throws when it cannot listen.
    package func boundPort() async throws -> Int { try await announcedPort.value() }

    /// Listens until cancellation or graceful shutdown. Throws when the port is taken.
    package func run() async throws {
        let announcedPort = announcedPort
        let application = Application(
            router: ReceptionRouter.make(
                hotel: hotel, isLoopback: host == "127.0.0.1" || host == "localhost" || host == "::1",
                operaCloud: operaCloud),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in announcedPort.announce(.success(channel.localAddress?.port ?? 0)) }, logger: logger)
        do {
            try await application.run()
            announcedPort.announce(.failure(CancellationError()))
        } catch {
            announcedPort.announce(.failure(error))
            throw error
        }
    }
}
