import Foundation
import Logging
import NIOCore
import NIOPosix
import NIOSSL

/// What a connection tells its handler, in order.
enum LinkServerConnectionEvent: Sendable {
    case alive
    case received(FIASRecord)
}

/// Carries out what the state machine of one connection says. Lives on that connection's event loop and is touched nowhere else.
final class ServerLinkDriver {
    private let context: ServerLinkContext
    private let id: Int
    private let channel: any Channel
    private let events: AsyncStream<LinkServerConnectionEvent>.Continuation
    private var machine: ServerLinkStateMachine
    private var timer: Scheduled<Void>?
    /// Not strong: the connection holds this driver.
    weak var connection: LinkServerConnection?

    init(context: ServerLinkContext, id: Int, channel: any Channel, events: AsyncStream<LinkServerConnectionEvent>.Continuation) {
        self.context = context
        self.id = id
        self.channel = channel
        self.events = events
        machine = ServerLinkStateMachine(configuration: context.configuration, authentication: context.authentication)
    }

    func accepted() { perform(machine.accepted()) }

    /// The hotel speaks again: a vendor that has not described itself hears `LS`.
    func wake() {
        if machine.stage == .describing { startAgain() }
    }

    func startAgain() { perform(machine.startAgain()) }
    func end() { perform(machine.end(nowMs: nowMs)) }
    func close() { channel.close(promise: nil) }

    func abort() {
        // Closing a socket that must not linger resets the connection. TLS would say goodbye first, so the close passes it by.
        let close = { [channel] in
            guard let tls = try? channel.pipeline.syncOperations.context(handlerType: NIOSSLServerHandler.self) else {
                return channel.close(promise: nil)
            }
            tls.close(promise: nil)
        }
        guard let socket = channel as? any SocketOptionProvider else { return close() }
        socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).assumeIsolated().whenComplete { _ in close() }
    }

    func received(_ frame: FrameScanner.Frame) {
        guard !isMute else { return }
        guard case .record(let bytes) = frame, let record = try? FIASRecord.decode(bytes, in: context.configuration.codePage) else {
            return context.observe(id, .undecodable(byteCount: frame.byteCount))
        }
        context.observe(id, .received(record, atMs: context.clock.nowMs()))
        perform(machine.received(record, nowMs: nowMs))
    }

    func send(_ record: FIASRecord) {
        guard channel.isActive, !isMute else { return }
        sendBytes(record.framed(in: context.configuration.codePage))
        context.observe(id, .sent(record, atMs: context.clock.nowMs()))
    }

    func sendBytes(_ bytes: [UInt8]) {
        guard channel.isActive, !isMute else { return }
        channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
        guard channel.isWritable else {
            context.logger.warning("a vendor does not read and is dropped", metadata: ["connection": "\(id)"])
            return abort()
        }
    }

    func closed() {
        timer?.cancel()
        connection?.update(negotiation: machine.negotiation, isAlive: false)
        events.finish()
    }

    private var isMute: Bool { connection?.isMute ?? false }

    private var nowMs: Int64 { Int64(channel.eventLoop.now.uptimeNanoseconds / 1_000_000) }

    private func perform(_ actions: [ServerLinkStateMachine.Action]) {
        connection?.update(negotiation: machine.negotiation, isAlive: machine.stage == .alive)
        for action in actions { perform(action) }
        scheduleTimer()
    }

    private func perform(_ action: ServerLinkStateMachine.Action) {
        switch action {
        case .sendStart:
            let stamp = context.clock.stamp
            machine.startSent(stamp)
            send(LinkStart(stamp: stamp).record)
        case .sendAlive: send(LinkAlive(stamp: context.clock.stamp).record)
        case .sendEnd: send(LinkEnd(stamp: context.clock.stamp).record)
        case .sendConfiguration: send(context.configurationAnswer.record)
        case .becomeAlive: tell(.alive)
        case .deliver(let record): tell(.received(record))
        case .reportNotAuthentic: context.logger.warning("link not authentic: closing", metadata: ["connection": "\(id)"])
        case .close: close()
        }
    }

    private func tell(_ event: LinkServerConnectionEvent) {
        guard case .dropped = events.yield(event) else { return }
        context.logger.warning("too many records wait for the hotel: dropping the connection", metadata: ["connection": "\(id)"])
        abort()
    }

    private func scheduleTimer() {
        timer?.cancel()
        timer = machine.deadlineMs.map { deadlineMs in
            let deadline = NIODeadline.uptimeNanoseconds(UInt64(max(deadlineMs, 0)) * 1_000_000)
            return channel.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
                self.perform(self.machine.timePassed(nowMs: self.nowMs))
            }
        }
    }
}

/// Between the channel and the driver.
final class ServerLinkChannelHandler: ChannelInboundHandler {
    typealias InboundIn = FrameScanner.Frame

    private let driver: ServerLinkDriver

    init(driver: ServerLinkDriver) { self.driver = driver }

    func channelActive(context: ChannelHandlerContext) {
        driver.accepted()
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { driver.received(unwrapInboundIn(data)) }

    func channelInactive(context: ChannelHandlerContext) {
        driver.closed()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
