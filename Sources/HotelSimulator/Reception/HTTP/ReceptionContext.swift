import Hummingbird

/// What one request carries along.
struct ReceptionContext: RequestContext {
    /// The largest body of a request, in bytes.
    static let bodyBytesMax = 16_384

    var coreContext: CoreRequestContextStorage

    init(source: Source) {
        coreContext = .init(source: source)
    }

    var maxUploadSize: Int { Self.bodyBytesMax }
}
