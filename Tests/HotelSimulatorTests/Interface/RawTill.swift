import NIOCore
import NIOPosix
import Testing

/// A till that knows bytes only: it shares no line of code with the protocol library that the hotel uses.
/// Frames are cut at STX and ETX by hand; text is taken as UTF-8 or, failing that, as Windows-1252's Latin part.
final class RawTill: Sendable {
    private let channel: any Channel
    private let frames: AsyncStream<String>

    private init(channel: any Channel, frames: AsyncStream<String>) {
        self.channel = channel
        self.frames = frames
    }

    static func connect(port: Int, on group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton) async throws -> RawTill {
        let (frames, continuation) = AsyncStream.makeStream(of: String.self)
        let channel = try await ClientBootstrap(group: group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(FrameCutter(continuation))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        return RawTill(channel: channel, frames: frames)
    }

    /// Sends a record between STX and ETX.
    func say(_ text: String) async throws {
        try await send([0x02] + Array(text.utf8) + [0x03])
    }

    func send(_ bytes: [UInt8]) async throws {
        try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
    }

    /// The next frame, or what is left when the hotel hangs up, with `<cut>` behind it; nil after that.
    func hear() async -> String? {
        for await frame in frames { return frame }
        return nil
    }

    /// Says a record and hears one.
    func ask(_ text: String) async throws -> String? {
        try await say(text)
        return await hear()
    }

    func hangUp() async throws {
        try await channel.close().get()
    }

    /// Goes through the start of a link as `fias.md` §3.2 shows it.
    func introduce(_ lists: [String] = RawTill.lists) async throws {
        try #require(await hear()?.hasPrefix("LS|DA") == true)
        try await say("LD|DA261122|TI200000|V#1.0|IFPO|RT1|")
        for list in lists { try await say("LR|\(list)|") }
        try await say("LA|DA261122|TI200000|")
        try #require(await hear()?.hasPrefix("LC|") == true)
        try #require(await hear()?.hasPrefix("LA|DA") == true)
    }

    static let lists = [
        "RIPR|FLDATIP#WSPMPIMXRNG#GNTAS1S2D1T1TPSCSOC#CVSTT#IDCOCTX1", "RIPL|FLRNG#GNNPCLBAP#WS", "RIPA|FLASCTRNG#P#WS",
        "RIXR|FLRNG#", "RIXI|FLRNG#F#DCBIBD", "RIXB|FLRNG#BAAS",
    ]
}

private final class FrameCutter: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let frames: AsyncStream<String>.Continuation
    private var waiting: [UInt8] = []

    init(_ frames: AsyncStream<String>.Continuation) { self.frames = frames }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        waiting += Array(unwrapInboundIn(data).readableBytesView)
        while let end = waiting.firstIndex(of: 0x03) {
            let start = waiting[..<end].lastIndex(of: 0x02) ?? waiting.startIndex
            if start > 0 { frames.yield("<junk \(start)>") }
            frames.yield(text(waiting[(start + 1)..<end]))
            waiting.removeSubrange(...end)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        frames.yield(text(waiting[...]) + "<cut>")
        frames.finish()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self) ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
