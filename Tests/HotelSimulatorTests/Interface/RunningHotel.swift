import FIAS
import Logging
import NIOPosix
import Testing

@testable import HotelSimulator

/// A small hotel that listens on a free port while a test lasts.
struct RunningHotel {
    let hotel: SimulatedHotel
    let server: FIASServer
    let port: Int

    static func run(
        _ profile: HotelProfile = .ifc8Strict, settings: HotelSettings = HotelSettings(),
        adjust: (inout LinkServerConfiguration) -> Void = { _ in },
        sleep: @escaping @Sendable (Int) async throws -> Void = FIASServer.sleep, _ body: (RunningHotel) async throws -> Void
    ) async throws {
        let hotel = SimulatedHotel(SmallHotel.make(settings: profile.adapted(settings)), now: { SmallHotel.nowMs })
        var configuration = profile.linkConfiguration(for: hotel.snapshot)
        configuration.aliveDelayMs = 0
        adjust(&configuration)
        let server = FIASServer(
            hotel: hotel, configuration: configuration, profile: profile, group: MultiThreadedEventLoopGroup.singleton,
            logger: Logger(label: "hotel", factory: { _ in SwiftLogNoOpLogHandler() }), sleep: sleep)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await server.run() }
            try await body(RunningHotel(hotel: hotel, server: server, port: try await server.boundPort()))
            tasks.cancelAll()
        }
    }

    /// A till whose link is alive and that has looked up room 204.
    func till() async throws -> RawTill {
        let till = try await RawTill.connect(port: port)
        try await till.introduce()
        try #require(try await till.ask("PR|PI204|PMROOM|P#1|WS3|")?.hasPrefix("PL|RN204|") == true)
        return till
    }

    /// Hangs up, and returns when the hotel has dealt with everything that was said before.
    func hangUp(_ till: RawTill) async throws {
        try await till.hangUp()
        await settles { $0.aliveConnectionCount == 0 }
    }

    /// Returns when the hotel is as wanted, looking again at each of its news.
    func settles(_ isSettled: (SimulatedHotel) -> Bool) async {
        let news = hotel.news()
        if isSettled(hotel) { return }
        for await _ in news where isSettled(hotel) { return }
    }

    var bookings: Int { hotel.ledger.bookings.count }
}
