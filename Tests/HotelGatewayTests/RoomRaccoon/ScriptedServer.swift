import NIOCore
import NIOPosix
import Synchronization

/// A server that does to each connection what a script says, byte by byte.
final class ScriptedServer: Sendable {
    /// What it does.
    enum Script: Sendable {
        /// Waits for the whole request, then sends these pieces one after another, and hangs up.
        case answer([String])
        /// Hangs up after so many bytes of the request.
        case hangUpAfter(bytes: Int)
        /// Waits for the whole request and says nothing.
        case silence
    }

    /// How many bytes of the last request came, and whether it was whole.
    struct Heard: Sendable {
        var bytes: [UInt8] = []
        var requests = 0

        /// Bytes of the body that came.
        var bodyBytes: Int {
            guard let end = Self.headEnd(bytes) else { return 0 }
            return bytes.count - end
        }

        var isWhole: Bool {
            guard let end = Self.headEnd(bytes) else { return false }
            let head = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
            let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
                .flatMap { Int($0.dropFirst("content-length:".count).drop { $0 == " " }) }
            return length.map { bytes.count - end >= $0 } ?? false
        }

        static func headEnd(_ bytes: [UInt8]) -> Int? {
            let mark: [UInt8] = [13, 10, 13, 10]
            return bytes.indices.first { bytes[$0...].starts(with: mark) }.map { $0 + 4 }
        }
    }

    private let state = Mutex((script: Script.silence, heard: Heard()))
    private let whole: AsyncStream<Void>
    private let wholeContinuation: AsyncStream<Void>.Continuation

    private init() { (whole, wholeContinuation) = AsyncStream.makeStream() }

    var heard: Heard { state.withLock { $0.heard } }

    /// The next connection meets this script.
    func play(_ script: Script) { state.withLock { $0 = (script, Heard(bytes: [], requests: $0.heard.requests)) } }

    /// Returns once a whole request has come.
    func requestIsWhole() async { for await _ in whole { return } }

    /// Runs `body` while the server listens.
    static func run(_ body: (ScriptedServer, Int) async throws -> Void) async throws {
        let server = ScriptedServer()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 64))
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Handler(server: server))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            try await body(server, channel.localAddress?.port ?? 0)
        } catch {
            try await channel.close()
            throw error
        }
        try await channel.close()
    }

    private func hear(_ bytes: [UInt8]) -> Script? {
        state.withLock { state in
            let wasWhole = state.heard.isWhole
            state.heard.bytes += bytes
            switch state.script {
            case .hangUpAfter(let limit): return state.heard.bytes.count >= limit ? state.script : nil
            case .answer, .silence:
                guard state.heard.isWhole, !wasWhole else { return nil }
                state.heard.requests += 1
                wholeContinuation.yield()
                return state.script
            }
        }
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        let server: ScriptedServer

        init(server: ScriptedServer) { self.server = server }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch server.hear(Array(unwrapInboundIn(data).readableBytesView)) {
            case .answer(let pieces):
                for piece in pieces {
                    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: piece)), promise: nil)
                }
                context.close(promise: nil)
            case .hangUpAfter: context.close(promise: nil)
            case .silence, nil: break
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}
