import AsyncHTTPClient
import NIOHTTP1

/// Calls of the gateway's API, signed with this till's key.
struct RelayCalls: Sendable {
    /// The longest answer that is read, in bytes: a list of guests.
    static let answerBytesMax = 200_000

    private let exchange: HTTPExchange
    private let headers: [(String, String)]

    init(client: HTTPClient, settings: RelaySettings, clock: GatewayClock) {
        exchange = HTTPExchange(
            client: client, address: settings.address, limits: .init(answerBytesMax: Self.answerBytesMax), clock: clock)
        headers = [("Authorization", "Bearer " + settings.key)]
    }

    /// Asks and waits for the answer, so long and no longer.
    func send(_ method: HTTPMethod, _ path: String, _ body: String? = nil, atMostMs: Int64) async -> HTTPExchange.Ending {
        await exchange.send(.init(method: method, target: path, headers: headers, body: body), atMostMs: atMostMs)
    }
}
