package import AsyncHTTPClient
import NIOCore
import NIOPosix
import NIOSSL

/// The connections to hotels on the web. One for the life of the program: it never follows a redirect, which would carry a key to a
/// stranger, and never uses a connection twice, so that a request cannot meet one that the other side has just let go of.
package enum HotelWebClient {
    /// How long setting a connection up may take, ms.
    static let connectTimeoutMs: Int64 = 5_000

    /// The client.
    package static let shared = HTTPClient(
        eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton), configuration: configuration)

    private static var configuration: HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls, redirectConfiguration: .disallow,
            timeout: .init(connect: .milliseconds(connectTimeoutMs)), decompression: .disabled)
        configuration.httpVersion = .http1Only
        configuration.maximumUsesPerConnection = 1
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }
}
