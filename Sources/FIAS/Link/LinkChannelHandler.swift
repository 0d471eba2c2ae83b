import NIOCore
import NIOSSL

/// Between the channel and the core. A plain handler: an answer reaches the one who waits without leaving the event loop on the way.
final class LinkChannelHandler: ChannelInboundHandler {
    typealias InboundIn = FrameScanner.Frame

    enum Event { case coreIsReady }

    private let core: LinkCore
    private var isReady = false
    private var early: [FrameScanner.Frame] = []

    init(core: LinkCore) { self.core = core }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        guard isReady else { return early.append(frame) }
        core.received(frame)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is Event else { return context.fireUserInboundEventTriggered(event) }
        isReady = true
        early.forEach(core.received)
        early = []
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if isOfTLS(error) { core.failed(.tlsFailed) }
        context.close(promise: nil)
    }

    /// A connection that breaks off without TLS's goodbye was hung up, whatever NIOSSL calls it.
    private func isOfTLS(_ error: any Error) -> Bool {
        if case .uncleanShutdown = error as? NIOSSLError { return false }
        return error is NIOSSLError || error is BoringSSLError || error is NIOSSLExtraError
    }
}
