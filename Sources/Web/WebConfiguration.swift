/// How the edge is set up.
package struct WebConfiguration: Sendable, Hashable {
    /// The address to listen on.
    package let host: String
    /// The port to listen on; 0 takes a free one.
    package let port: Int
    /// Whether browsers reach the till over TLS, through a proxy in front: cookies then carry `Secure` and `__Host-`.
    package let cookiesAreSecure: Bool
    /// Whether a proxy in front names the till's address in `X-Forwarded-For`; believed only when this says so.
    package let trustsForwardedFor: Bool
    /// Whether pages and receipts are marked as a demonstration.
    package let isDemo: Bool
    /// The version of the program, for `GET /health`.
    package let version: String
    /// Sign-ins per minute and device. Wrong PINs are slowed down far earlier, by the operations.
    package let signInsPerMinuteMax: Int
    /// Guest searches per minute and device.
    package let guestSearchesPerMinuteMax: Int

    /// The largest body of a request.
    package static let bodyBytesMax = 256 * 1024
    /// The longest a request may take, the wait for the hotel included.
    package static let requestMsMax = 70_000
    /// The longest a page or a client waits for the hotel's answer to a room charge; then it watches.
    package static let outcomeWaitMsMax = 3000
    /// A connection without a request for this long is closed.
    package static let idleConnectionSecondsMax: Int64 = 75

    /// A set-up.
    package init(
        host: String = "127.0.0.1", port: Int = 8080, cookiesAreSecure: Bool = false, trustsForwardedFor: Bool = false,
        isDemo: Bool = false,
        version: String, signInsPerMinuteMax: Int = 60, guestSearchesPerMinuteMax: Int = 60
    ) {
        self.host = host
        self.port = port
        self.cookiesAreSecure = cookiesAreSecure
        self.trustsForwardedFor = trustsForwardedFor
        self.isDemo = isDemo
        self.version = version
        self.signInsPerMinuteMax = signInsPerMinuteMax
        self.guestSearchesPerMinuteMax = guestSearchesPerMinuteMax
    }

    /// The name of the session cookie.
    var cookieName: String { cookiesAreSecure ? "__Host-ardoise" : "ardoise" }
}
