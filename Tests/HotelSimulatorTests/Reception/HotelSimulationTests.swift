import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Testing

@testable import HotelSimulator

@Suite(.timeLimit(.minutes(15))) struct HotelSimulationTests {
    private static let quiet = Logger(label: "hotel", factory: { _ in SwiftLogNoOpLogHandler() })

    private static func configuration() -> HotelSimulationConfiguration {
        var configuration = HotelSimulationConfiguration()
        configuration.fiasPort = 0
        configuration.receptionPort = 0
        configuration.now = { SmallHotel.nowMs }
        return configuration
    }

    @Test func `the shipped hotel opens on free ports, tells a watching page of a charge, and stops with everybody connected`() async throws
    {
        let simulation = try HotelSimulation(configuration: Self.configuration(), logger: Self.quiet)
        let group = ServiceGroup(services: simulation.services, logger: Self.quiet)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let till = try await RawTill.connect(port: try await simulation.fiasPort())
            try await till.introduce()
            let page = try await RawPage.connect(port: try await simulation.receptionPort())
            try await page.ask("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(await page.hear(": watching"))
            #expect(try await till.ask("PR|PI204|PMROOM|P#1|WS3|")?.hasPrefix("PL|RN204|G#20401|GNGaribaldi, Mme|") == true)
            #expect(try await till.ask("PR|RN204|G#20401|TA100|S1100|PMROOM|P#2|WS3|")?.hasPrefix("PA|ASOK|") == true)
            #expect(await page.hear("event: booked"))
            await group.triggerGracefulShutdown()
            #expect(await till.hear()?.hasPrefix("LE|") == true)
            try await till.hangUp()
            try await tasks.waitForAll()
        }
        #expect(simulation.hotel.ledger.bookings.count == 1)
    }

    @Test func `a port that is taken is an error, and who waits for the port hears of it`() async throws {
        let first = try HotelSimulation(configuration: Self.configuration(), logger: Self.quiet)
        let group = ServiceGroup(services: first.services, logger: Self.quiet)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var configuration = Self.configuration()
            configuration.receptionPort = try await first.receptionPort()
            let second = try HotelSimulation(configuration: configuration, logger: Self.quiet)
            let reception = try #require(second.services.last)
            await #expect(throws: (any Error).self) { try await reception.run() }
            await #expect(throws: (any Error).self) { try await second.receptionPort() }
            await group.triggerGracefulShutdown()
        }
    }

    @Test func `a hotel file that is not there is refused before anything listens`() {
        var configuration = Self.configuration()
        configuration.hotelFile = "/nowhere.json"
        #expect(throws: HotelFileError.self) { try HotelSimulation(configuration: configuration, logger: Self.quiet) }
    }

    @Test func `waiting for a port can be cancelled`() async throws {
        let simulation = try HotelSimulation(configuration: Self.configuration(), logger: Self.quiet)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await #expect(throws: CancellationError.self) { try await simulation.receptionPort() } }
            tasks.cancelAll()
            try await tasks.waitForAll()
        }
    }
}

/// A browser that knows bytes only.
private final class RawPage: Sendable {
    private let channel: any Channel
    private let pieces: AsyncStream<String>

    private init(channel: any Channel, pieces: AsyncStream<String>) {
        self.channel = channel
        self.pieces = pieces
    }

    static func connect(port: Int) async throws -> RawPage {
        let (pieces, continuation) = AsyncStream.makeStream(of: String.self)
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Listener(continuation)) }
            }
            .connect(host: "127.0.0.1", port: port).get()
        return RawPage(channel: channel, pieces: pieces)
    }

    func ask(_ text: String) async throws {
        try await channel.writeAndFlush(ByteBuffer(string: text)).get()
    }

    /// Listens until the text has come; false when the server hangs up before.
    func hear(_ text: String) async -> Bool {
        var heard = ""
        for await piece in pieces {
            heard += piece
            if heard.contains(text) { return true }
        }
        return false
    }

    private final class Listener: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let pieces: AsyncStream<String>.Continuation

        init(_ pieces: AsyncStream<String>.Continuation) { self.pieces = pieces }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) { pieces.yield(String(buffer: unwrapInboundIn(data))) }
        func channelInactive(context: ChannelHandlerContext) { pieces.finish() }
        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}
