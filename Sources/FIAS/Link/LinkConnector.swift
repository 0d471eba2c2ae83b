import Foundation
package import NIOCore
import NIOPosix
import NIOSSL

/// Makes one connection: a channel on that loop, prepared by `setUp`, given back once it is connected.
package typealias LinkDial =
    @Sendable (
        _ eventLoop: any EventLoop, _ setUp: @escaping @Sendable (any Channel) throws -> Void
    ) -> EventLoopFuture<any Channel>

/// Makes connections to the hotel. Stays on the event loop of its core; tests put channels of their own in its place.
class LinkConnector {
    let configuration: LinkConfiguration
    /// Prepared once the link runs, nil for plaintext.
    var tlsContext: NIOSSLContext?

    private let dial: LinkDial?

    /// `dial` takes the place of the system's sockets, nil for those.
    init(configuration: LinkConfiguration, dial: LinkDial? = nil) {
        self.configuration = configuration
        self.dial = dial
    }

    /// Connects on this loop; `install` adds the link's own handler behind the decoder.
    func connect(
        on eventLoop: any EventLoop, install: @escaping @Sendable (any Channel) throws -> Void
    ) -> EventLoopFuture<any Channel> {
        let setup = ChannelSetup(
            tlsContext: tlsContext, serverName: configuration.tls?.serverName ?? configuration.host,
            recordBytesMax: configuration.recordBytesMax)
        if let dial {
            return dial(eventLoop) { channel in
                try setup.apply(to: channel)
                try install(channel)
            }
        }
        return ClientBootstrap(group: eventLoop)
            .connectTimeout(.milliseconds(Int64(configuration.connectTimeoutMs)))
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .channelOption(.socketOption(.so_keepalive), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try setup.apply(to: channel)
                    try install(channel)
                }
            }
            .connect(host: configuration.host, port: configuration.port)
    }

    /// The handlers in front of the link's own.
    struct ChannelSetup: Sendable {
        var tlsContext: NIOSSLContext?
        var serverName: String
        var recordBytesMax: Int

        func apply(to channel: any Channel) throws {
            let pipeline = channel.pipeline.syncOperations
            if let tlsContext { try pipeline.addHandler(tlsHandler(tlsContext)) }
            try pipeline.addHandler(ByteToMessageHandler(FrameDecoder(recordBytesMax: recordBytesMax)))
        }

        /// An address is no host name: NIOSSL refuses it as one, and then the certificate is checked against the address itself.
        private func tlsHandler(_ context: NIOSSLContext) throws -> NIOSSLClientHandler {
            let isAddress = (try? SocketAddress(ipAddress: serverName, port: 0)) != nil
            return try NIOSSLClientHandler(context: context, serverHostname: isAddress ? nil : serverName)
        }
    }
}

extension LinkFault {
    /// Why an attempt to connect failed.
    init(connecting error: any Error) {
        let errors: [any Error] = (error as? NIOConnectionError)?.connectionErrors.map(\.error) ?? [error]
        self = errors.contains { ($0 as? IOError)?.errnoCode == ECONNREFUSED } ? .refused : .unreachable
    }
}
