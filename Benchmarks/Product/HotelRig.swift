import FIAS
import Foundation
import HotelSimulator
import Logging
import NIOCore

/// A large simulated hotel and a link to it over a loopback socket, both in this process, alive while the body runs.
enum HotelRig {
    static let aliveWaitMs = 10_000

    struct Running: Sendable {
        let hotel: SimulatedHotel
        let link: FIASLink
    }

    static func run<Answer: Sendable>(
        _ machine: Machine, _ body: @escaping @Sendable (Running) async throws -> Answer
    ) async throws -> Answer {
        let now: @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970 * 1_000) }
        let hotel = SimulatedHotel(try LargeHotel.hotel(nowMs: now()), now: now)
        let profile = HotelProfile.ifc8Strict
        let server = FIASServer(
            hotel: hotel, configuration: profile.linkConfiguration(for: hotel.snapshot), profile: profile, group: machine.group,
            logger: .quiet)
        return try await withThrowingTaskGroup(of: Answer?.self) { group in
            group.addTask {
                try await server.run()
                return nil
            }
            let port = try await server.boundPort()
            let link = FIASLink(configuration: LinkConfiguration(host: "127.0.0.1", port: port), group: machine.group, logger: .quiet)
            group.addTask {
                try await link.run()
                return nil
            }
            group.addTask {
                for await state in link.states() where state.phase == .alive {
                    return try await body(Running(hotel: hotel, link: link))
                }
                return nil
            }
            defer { group.cancelAll() }
            while let ended = try await group.next() {
                if let answer = ended { return answer }
            }
            throw RawLimits.Failed(description: "the hotel or its link ended before it was asked")
        }
    }
}

extension Logger {
    /// A figure is not the place for messages of servers that start and stop.
    static var quiet: Logger {
        var logger = Logger(label: "bench")
        logger.logLevel = .critical
        return logger
    }
}
