import AsyncHTTPClient
import NIOHTTP1
import PointOfSale

/// What came back over HTTP.
struct HTTPAnswer: Hashable, Sendable {
    let status: Int
    /// How long the server asks to be left alone, ms; nil when it does not say.
    let retryAfterMs: Int64?
    let body: [UInt8]

    /// Whole seconds only (RFC 9110 §10.2.3); a date would need two clocks that agree.
    static func retryAfterMs(_ text: String?) -> Int64? {
        guard let text = text?.trimmed, (1...6).contains(text.utf8.count), let seconds = Int64(text), seconds >= 0 else { return nil }
        return seconds * 1000
    }
}

extension HTTPAnswer {
    /// What the client read.
    init(_ response: HTTPClientResponse, body: [UInt8]) {
        self.init(
            status: Int(response.status.code), retryAfterMs: Self.retryAfterMs(response.headers.first(name: "Retry-After")), body: body)
    }
}
