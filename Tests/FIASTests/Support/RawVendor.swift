import NIOCore
import NIOPosix

/// A vendor that speaks in bytes, so that the server is not tested with its own codec.
final class RawVendor: Sendable {
    private let channel: any Channel
    private let received: AsyncStream<ByteBuffer>

    private init(channel: any Channel, received: AsyncStream<ByteBuffer>) {
        self.channel = channel
        self.received = received
    }

    static func connected(to port: Int) async throws -> RawVendor {
        let (received, continuation) = AsyncStream.makeStream(of: ByteBuffer.self)
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Collector(continuation)) }
            }
            .connect(host: "127.0.0.1", port: port).get()
        return RawVendor(channel: channel, received: received)
    }

    func says(_ bytes: String) async throws { try await channel.writeAndFlush(ByteBuffer(string: bytes)) }

    /// Reads until these bytes have come, or the hotel hung up; returns all that came.
    func hears(until end: String) async -> String {
        var heard = ""
        for await bytes in received {
            heard += String(buffer: bytes)
            if heard.hasSuffix(end) { break }
        }
        return heard
    }

    /// Reads until the hotel hangs up.
    func hearsTheEnd() async -> String {
        var heard = ""
        for await bytes in received { heard += String(buffer: bytes) }
        return heard
    }

    func hangsUp() async throws { try await channel.close() }

    private final class Collector: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let received: AsyncStream<ByteBuffer>.Continuation

        init(_ received: AsyncStream<ByteBuffer>.Continuation) { self.received = received }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) { received.yield(unwrapInboundIn(data)) }
        func channelInactive(context: ChannelHandlerContext) { received.finish() }
        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}
