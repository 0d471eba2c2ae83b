import Hummingbird
import Logging
import NIOCore

/// What travels with a request: Hummingbird's own, and which device it comes from.
struct TillContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address of the other end of the connection, if it has one.
    let peerAddress: String?
    /// Names the request in answers and logs.
    let requestID: String

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peerAddress = source.channel.remoteAddress?.ipAddress
        requestID = source.logger[metadataKey: "hb.request.id"]?.description ?? String(UInt64.random(in: .min ... .max), radix: 16)
    }
}
