import NIOCore
import NIOPosix
import Synchronization
import TestSupport

/// The network between a till and its gateway, which a test cuts where it likes. Each connection carries one request.
final class RelayWire: Sendable {
    /// What becomes of a request about a posting.
    enum Fate: CaseIterable, Sendable {
        case passes
        /// The connection falls before the gateway has seen anything.
        case lostBefore
        /// The gateway does what it is asked, and its answer is lost.
        case lostAfter
        /// The till hears nothing more of it; the gateway gets the request only later, after the next one.
        case late
    }

    private struct State {
        var gatewayPort: Int
        var fate: @Sendable (String) -> Fate = { _ in .passes }
        var isCut = false
        var overdue: [[UInt8]] = []
        var handedOver = 0
    }

    private let state: Mutex<State>

    private init(to port: Int) { state = Mutex(State(gatewayPort: port)) }

    /// Cuts the network, or mends it.
    func cut(_ isCut: Bool) { state.withLock { $0.isCut = isCut } }

    /// Where the gateway listens from now on.
    func lead(to port: Int) { state.withLock { $0.gatewayPort = port } }

    /// Decides about each request from now on; it is given the request's first line.
    func decide(_ fate: @escaping @Sendable (String) -> Fate) { state.withLock { $0.fate = fate } }

    /// How often the gateway was sent a posting.
    var handedOver: Int { state.withLock { $0.handedOver } }

    /// Runs `body` with a wire to that port, and the port that it begins at.
    static func run(to port: Int, _ body: (RelayWire, Int) async throws -> Void) async throws {
        let wire = RelayWire(to: port)
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(TillSide(wire)) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            try await body(wire, server.localAddress?.port ?? 0)
        } catch {
            try? await server.close()
            throw error
        }
        try await server.close()
    }

    /// What becomes of a whole request.
    fileprivate func take(_ request: [UInt8], from till: any Channel) {
        let line = String(decoding: request.prefix { $0 != 13 }, as: UTF8.self)
        let (fate, isCut) = state.withLock { ($0.fate, $0.isCut) }
        switch isCut ? .lostBefore : fate(line) {
        case .lostBefore: till.close(promise: nil)
        case .passes: forward(request, to: till)
        case .lostAfter:
            forward(request, to: nil)
            till.close(promise: nil)
        case .late:
            state.withLock { $0.overdue.append(request) }
            till.close(promise: nil)
            return
        }
        for request in state.withLock({ state in
            defer { state.overdue = [] }
            return state.overdue
        }) { forward(request, to: nil) }
    }

    private func forward(_ request: [UInt8], to till: (any Channel)?) {
        let port = state.withLock { state in
            if request.starts(with: "PUT ".utf8) { state.handedOver += 1 }
            return state.gatewayPort
        }
        ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(GatewaySide(till)) }
            }
            .connect(host: "127.0.0.1", port: port)
            .whenComplete { result in
                switch result {
                case .success(let channel): channel.writeAndFlush(ByteBuffer(bytes: request), promise: nil)
                case .failure: till?.close(promise: nil)
                }
            }
    }
}

/// Gathers a whole request.
private final class TillSide: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let wire: RelayWire
    private var bytes: [UInt8] = []

    init(_ wire: RelayWire) { self.wire = wire }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytes += unwrapInboundIn(data).readableBytesView
        guard HTTPMessage.isWhole(bytes) else { return }
        wire.take(bytes, from: context.channel)
        bytes = []
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

/// Carries a whole answer back, or nowhere.
private final class GatewaySide: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let till: (any Channel)?
    private var bytes: [UInt8] = []

    init(_ till: (any Channel)?) { self.till = till }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytes += unwrapInboundIn(data).readableBytesView
        guard HTTPMessage.isWhole(bytes) else { return }
        if let till { till.writeAndFlush(ByteBuffer(bytes: bytes)).whenComplete { _ in till.close(promise: nil) } }
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) { till?.close(promise: nil) }
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

private enum HTTPMessage {
    /// Whether the head and the body that it promises are there.
    static func isWhole(_ bytes: [UInt8]) -> Bool {
        let mark: [UInt8] = [13, 10, 13, 10]
        guard let end = bytes.indices.first(where: { bytes[$0] == 13 && bytes[$0...].starts(with: mark) }) else { return false }
        let head = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
        let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst("content-length:".count).drop { $0 == " " }) }
        return bytes.count - end - mark.count >= length ?? 0
    }
}
