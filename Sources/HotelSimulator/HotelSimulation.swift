package import FIAS
import Foundation
package import Logging
import NIOPosix
package import ServiceLifecycle

/// How a simulated hotel is set up.
package struct HotelSimulationConfiguration: Sendable {
    /// Where the hotel's interface listens; port 0 is any free one.
    package var fiasHost = "127.0.0.1"
    /// 5010 is the port seen most with OPERA.
    package var fiasPort = 5010
    /// Where reception's pages are; port 0 is any free one.
    package var receptionHost = "127.0.0.1"
    package var receptionPort = 8090
    package var profile = HotelProfile.ifc8Strict
    /// A hotel file; nil is the shipped Hôtel des Remparts.
    package var hotelFile: String?
    /// Settings in place of those of the file, before the profile puts its own in.
    package var settings: HotelSettings?
    package var codePage = CodePage.windows1252
    package var tls: LinkServerTLS?
    /// The key of an authenticated link (FIAS 2.20.24 §3.4); nil for none.
    package var authenticationKey: String?
    /// How long `LA` is held back after a description, in milliseconds; nil is what the profile does.
    package var aliveDelayMs: Int?
    /// The clock, in milliseconds since 1970.
    package var now: @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970 * 1000) }

    /// A hotel on the usual ports.
    package init() {}
}

/// A whole simulated hotel: the model, the interface on its port, reception on another.
package struct HotelSimulation: Sendable {
    /// The hotel itself, for tests and the demo to look into.
    package let hotel: SimulatedHotel
    private let fias: FIASServer
    private let reception: ReceptionServer

    /// Loads the hotel; nothing listens yet.
    /// - Throws: `HotelFileError` saying what is wrong with the hotel file.
    package init(configuration: HotelSimulationConfiguration, logger: Logger) throws(HotelFileError) {
        let now = configuration.now
        var model =
            if let path = configuration.hotelFile {
                try HotelLoader.hotel(atPath: path, now: now())
            } else {
                try HotelLoader.demo(now: now())
            }
        model.settings = configuration.profile.adapted(configuration.settings ?? model.settings)
        var link = configuration.profile.linkConfiguration(for: model)
        link.host = configuration.fiasHost
        link.port = configuration.fiasPort
        link.codePage = configuration.codePage
        link.tls = configuration.tls
        link.authenticationKey = configuration.authenticationKey
        if let aliveDelayMs = configuration.aliveDelayMs { link.aliveDelayMs = aliveDelayMs }
        hotel = SimulatedHotel(model, now: now)
        fias = FIASServer(
            hotel: hotel, configuration: link, profile: configuration.profile, group: MultiThreadedEventLoopGroup.singleton, logger: logger)
        reception = ReceptionServer(
            hotel: hotel, host: configuration.receptionHost, port: configuration.receptionPort, logger: logger)
    }

    /// What runs: the interface first, reception second.
    package var services: [any Service] { [fias, reception] }

    /// The port of the interface, once it listens. Throws why it cannot.
    package func fiasPort() async throws -> Int { try await fias.boundPort() }

    /// The port of reception, once it listens. Throws why it cannot.
    package func receptionPort() async throws -> Int { try await reception.boundPort() }
}
