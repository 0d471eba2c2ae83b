import NIOHTTP1

/// What carries requests to OPERA Cloud in place of the network: for simulations in which time itself is simulated.
package struct OHIPWire: Sendable {
    /// What would go out.
    package struct Request: Sendable {
        package let method: String
        /// Path and query.
        package let target: String
        package let headers: [(String, String)]
        package let body: String?
        /// How long the caller waits, ms.
        package let atMostMs: Int64
    }

    /// How it ended.
    package enum Ending: Sendable {
        case answered(status: Int, body: [UInt8])
        /// No connection: nothing left.
        case notConnected
        /// The connection broke behind so much of an answer.
        case cut([UInt8])
        /// Nothing came in time.
        case timedOut
    }

    private let carry: @Sendable (Request) async -> Ending

    /// A wire. What it says must be what the other side can have read: `notConnected` is a promise that it read nothing.
    package init(_ carry: @escaping @Sendable (Request) async -> Ending) { self.carry = carry }

    func send(_ message: HTTPExchange.Message, atMostMs: Int64) async -> HTTPExchange.Ending {
        let request = Request(
            method: message.method.rawValue, target: message.target, headers: message.headers, body: message.body, atMostMs: atMostMs)
        return switch await carry(request) {
        case .answered(let status, let body): .answered(HTTPAnswer(status: status, retryAfterMs: nil, body: body))
        case .notConnected: .notSent(.unreachable)
        case .cut(let body): .unknown(.cut, body)
        case .timedOut: .unknown(.timedOut, [])
        }
    }
}
