import NIOCore
import NIOPosix
import Synchronization

/// The line between the till and the hotel, with a hand on the till's plug: it passes bytes on, and kills where it is told to.
final class KillWire: Sendable {
    enum Direction: Sendable { case toHotel, toTill }

    private struct Plan: Sendable {
        let point: KillPoint
        let kill: @Sendable () -> Void
    }

    private let plan = Mutex<Plan?>(nil)
    private let server = Mutex<(any Channel)?>(nil)

    /// The port that the till dials.
    var port: Int { server.withLock { $0?.localAddress?.port ?? 0 } }

    /// Listens on a free port and passes every connection on to the hotel.
    static func open(toHotel port: Int) async throws -> KillWire {
        let wire = KillWire()
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { till in
                ClientBootstrap(group: till.eventLoop).connect(host: "127.0.0.1", port: port).flatMap { hotel in
                    till.eventLoop.makeCompletedFuture {
                        try till.pipeline.syncOperations.addHandler(Passer(to: hotel, .toHotel, on: wire))
                        try hotel.pipeline.syncOperations.addHandler(Passer(to: till, .toTill, on: wire))
                    }
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        wire.server.withLock { $0 = server }
        return wire
    }

    func close() async throws { try await server.withLock { $0 }?.close() }

    /// Calls `kill` when the moment comes, once; nil takes the order back.
    func kill(at point: KillPoint?, _ kill: @escaping @Sendable () -> Void = {}) {
        plan.withLock { $0 = point.map { Plan(point: $0, kill: kill) } }
    }

    /// How many of the bytes may pass, and what to do then.
    fileprivate func judge(_ bytes: ByteBuffer, _ direction: Direction) -> (passing: Int, kill: (@Sendable () -> Void)?) {
        let text = String(decoding: bytes.readableBytesView, as: UTF8.self)
        return plan.withLock { plan in
            guard let order = plan, order.point.direction == direction, order.point.isIn(text) else { return (bytes.readableBytes, nil) }
            plan = nil
            return (order.point.passes(of: bytes.readableBytes), order.kill)
        }
    }
}

/// One direction of one connection.
private final class Passer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let other: any Channel
    private let direction: KillWire.Direction
    private let wire: KillWire
    private var isCut = false

    init(to other: any Channel, _ direction: KillWire.Direction, on wire: KillWire) {
        self.other = other
        self.direction = direction
        self.wire = wire
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        guard !isCut else { return }
        let (passing, kill) = wire.judge(bytes, direction)
        let sent = bytes.readSlice(length: passing).map { other.writeAndFlush($0) }
        guard let kill else { return }
        isCut = true
        if let sent { sent.whenComplete { _ in kill() } } else { kill() }
    }

    func channelInactive(context: ChannelHandlerContext) { other.close(promise: nil) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
