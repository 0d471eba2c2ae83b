import Foundation
import Hummingbird
import NIOCore

/// What one request carries along.
struct ReceptionContext: RequestContext {
    /// The largest body of a request, in bytes.
    static let bodyBytesMax = 16_384

    var coreContext: CoreRequestContextStorage
    /// The visitor's connection, for a hotel that is to tear it down.
    let channel: any Channel

    init(source: Source) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    var maxUploadSize: Int { Self.bodyBytesMax }

    /// The number in the address: of a room, a reservation or an account. Throws `Problem.notFound` when it is no text.
    var number: String {
        get throws {
            guard let number = try parameters.require("number").removingPercentEncoding else { throw Problem.notFound }
            return number
        }
    }
}
