package import Logging
package import NIOCore
import NIOPosix
import NIOSSL
import ServiceLifecycle

/// The hotel's end of a link: listens, keeps the link records to itself and gives data records to its handler. FIAS 2.20.24 §1.1, §3.
package final class FIASLinkServer: Service, Sendable {
    private let configuration: LinkServerConfiguration
    private let handler: any LinkServerHandler
    private let group: any EventLoopGroup
    private let context: ServerLinkContext
    private let open = ServerConnections()
    private let port = BoundPort()

    /// A server that does nothing until `run`. The observer hears every record on the connections' own threads and must be quick.
    package init(
        configuration: LinkServerConfiguration, handler: any LinkServerHandler, group: any EventLoopGroup, clock: LinkClock = .system(),
        logger: Logger, observer: (@Sendable (LinkServerConnection.ID, LinkEvent) -> Void)? = nil
    ) {
        self.configuration = configuration
        self.handler = handler
        self.group = group
        context = ServerLinkContext(
            configuration: configuration, authentication: configuration.authenticationKey.flatMap { try? LinkAuthentication(key: $0) },
            clock: clock, logger: logger, observer: observer)
    }

    /// The connections that are open, oldest first.
    package var connections: [LinkServerConnection] { open.all }

    /// Makes the hotel's end deaf and mute without hanging up: nothing is heard, link records included, and nothing is said, on the
    /// connections that are open and on new ones, until `false`. What was said meanwhile is lost.
    package func mute(_ begins: Bool) { open.mute(begins) }

    /// Whether the hotel's end is mute.
    package var isMute: Bool { open.isMute }

    /// The port listened on, once there is one. Throws what `run` throws when it cannot listen, and on cancellation.
    package func boundPort() async throws -> Int { try await port.value() }

    /// Listens until cancellation, or until graceful shutdown has sent `LE` to every vendor. Throws when a key or a certificate cannot be
    /// used or the port is taken.
    package func run() async throws {
        let (accepted, continuation) = AsyncStream.makeStream(of: ServerConnections.Accepted.self)
        let listener: any Channel
        do {
            listener = try await listen(continuation)
        } catch {
            port.fail(error)
            throw error
        }
        port.succeed(listener.localAddress?.port ?? configuration.port)
        listener.closeFuture.whenComplete { _ in continuation.finish() }
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await withDiscardingTaskGroup { tasks in
                    for await connection in accepted {
                        tasks.addTask { await self.serve(connection) }
                    }
                }
            } onGracefulShutdown: { [open] in
                listener.close(promise: nil)
                for connection in open.closeDoor() { connection.sendLinkEnd() }
            }
        } onCancel: { [open] in
            listener.close(promise: nil)
            for connection in open.closeDoor() { connection.close() }
        }
    }

    private func serve(_ accepted: ServerConnections.Accepted) async {
        for await event in accepted.events {
            switch event {
            case .alive: await handler.linkAlive(accepted.connection)
            case .received(let record): await handler.received(record, on: accepted.connection)
            }
        }
        open.remove(accepted.connection)
        await handler.linkClosed(accepted.connection)
    }

    private func listen(_ accepted: AsyncStream<ServerConnections.Accepted>.Continuation) async throws -> any Channel {
        if let key = configuration.authenticationKey { _ = try LinkAuthentication(key: key) }
        let tlsContext = try configuration.tls?.context()
        return try await ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelOption(.socketOption(.so_keepalive), value: 1)
            .childChannelOption(
                .writeBufferWaterMark, value: .init(low: configuration.bytesWaitingMax / 2, high: configuration.bytesWaitingMax)
            )
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try self.setUp(channel, tlsContext: tlsContext, accepted) }
            }
            .bind(host: configuration.host, port: configuration.port)
            .get()
    }

    private func setUp(
        _ channel: any Channel, tlsContext: NIOSSLContext?, _ accepted: AsyncStream<ServerConnections.Accepted>.Continuation
    ) throws {
        let id = open.nextID()
        let (events, continuation) = AsyncStream.makeStream(
            of: LinkServerConnectionEvent.self, bufferingPolicy: .bufferingOldest(configuration.recordsWaitingMax))
        let driver = ServerLinkDriver(context: context, id: id, channel: channel, events: continuation)
        let connection = LinkServerConnection(id: id, channel: channel, driver: NIOLoopBoundBox(driver, eventLoop: channel.eventLoop))
        driver.connection = connection
        connection.mute(open.isMute)
        switch open.admit(connection, configuration: configuration) {
        case .hangUp: throw ChannelError.eof
        case .leaveUnanswered:
            channel.closeFuture.whenComplete { _ in self.open.remove(connection) }
            return
        case .admit(let replaced): replaced.forEach { $0.close() }
        }
        let pipeline = channel.pipeline.syncOperations
        if let tlsContext { try pipeline.addHandler(NIOSSLServerHandler(context: tlsContext)) }
        try pipeline.addHandler(ByteToMessageHandler(FrameDecoder(recordBytesMax: configuration.recordBytesMax)))
        try pipeline.addHandler(ServerLinkChannelHandler(driver: driver))
        accepted.yield(ServerConnections.Accepted(connection: connection, events: events))
    }
}
