import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import FIAS

/// The other end of a link whose connections and whose time exist only in memory: the test is the hotel and speaks in bytes.
final class VirtualHotel: Sendable {
    let loop = NIOAsyncTestingEventLoop()
    let link: FIASLink
    private let channels: AsyncStream<NIOAsyncTestingChannel>

    /// 10 January 2026, 20:15:00 in the time of the hotel.
    init(_ configure: (inout LinkConfiguration) -> Void = { _ in }, observer: (@Sendable (LinkEvent) -> Void)? = nil) {
        var configuration = LinkConfiguration(host: "hotel", port: 5010)
        configure(&configuration)
        let (channels, continuation) = AsyncStream.makeStream(of: NIOAsyncTestingChannel.self)
        self.channels = channels
        link = FIASLink(
            configuration: configuration, eventLoop: loop,
            connector: VirtualConnector(configuration: configuration, channels: continuation),
            clock: LinkClock(nowMs: { 1_768_072_500_000 }, secondsFromGMT: { _ in 3_600 }), chance: { 0 },
            logger: .silent, observer: observer)
    }

    /// The link runs while `body` plays the hotel.
    func run(_ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await self.link.run() }
            try await body()
            tasks.cancelAll()
            try await tasks.waitForAll()
        }
    }

    /// The next connection that the link makes.
    func accepts() async throws -> VirtualConnection {
        for await channel in channels { return VirtualConnection(channel: channel) }
        throw CancellationError()
    }

    func waits(ms: Int64) async { await loop.advanceTime(by: .milliseconds(ms)) }
}

/// One connection, seen from the hotel.
struct VirtualConnection {
    let channel: NIOAsyncTestingChannel

    func says(_ text: String) async throws {
        try await channel.writeInbound(ByteBuffer(string: "\u{2}\(text)\u{3}"))
    }

    /// The next record that the link sends, without its frame.
    func hears() async throws -> String {
        let frame = String(buffer: try await channel.waitForOutboundWrite(as: ByteBuffer.self))
        guard frame.hasPrefix("\u{2}"), frame.hasSuffix("\u{3}") else { return "unframed: \(frame)" }
        return String(frame.dropFirst().dropLast())
    }

    /// What was sent and not yet heard.
    func hearsNow() async throws -> String? {
        try await channel.readOutbound(as: ByteBuffer.self).map { String(buffer: $0) }
    }

    /// Starts the link and hears its description, until it is alive.
    func comesAlive() async throws -> [String] {
        try await says("LS|DA260110|TI201500|")
        var heard: [String] = []
        repeat { heard.append(try await hears()) } while !(heard.last ?? "").hasPrefix("LA|")
        try await says("LA|DA260110|TI201500|")
        return heard
    }

    func hangsUp() async throws { try await channel.close() }
}

private final class VirtualConnector: LinkConnector {
    private let channels: AsyncStream<NIOAsyncTestingChannel>.Continuation

    init(configuration: LinkConfiguration, channels: AsyncStream<NIOAsyncTestingChannel>.Continuation) {
        self.channels = channels
        super.init(configuration: configuration)
    }

    override func connect(
        on eventLoop: any EventLoop, install: @escaping @Sendable (any Channel) throws -> Void
    ) -> EventLoopFuture<any Channel> {
        guard let loop = eventLoop as? NIOAsyncTestingEventLoop else { preconditionFailure("a virtual hotel has a virtual loop") }
        let channel = NIOAsyncTestingChannel(loop: loop)
        let setup = ChannelSetup(tlsContext: nil, serverName: "hotel", recordBytesMax: configuration.recordBytesMax)
        let channels = channels
        return loop.makeCompletedFuture {
            try setup.apply(to: channel)
            try install(channel)
            return try SocketAddress(ipAddress: "192.0.2.1", port: 5010)
        }
        .flatMap { address in channel.register().flatMap { channel.connect(to: address) } }
        .map {
            channels.yield(channel)
            return channel
        }
    }
}
