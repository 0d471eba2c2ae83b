import AsyncHTTPClient
import Foundation
import NIOHTTP1
import PointOfSale

/// Calls of Oracle's REST interface: signed, paced, with the back-off that the hotel asks for.
struct OHIPClient: Sendable {
    /// How it ended.
    enum Ending: Sendable {
        case answered(HTTPAnswer)
        /// The hotel has read nothing of it.
        case notSent(HotelUnavailable)
        /// It left, or began to; what came back, if anything did.
        case unknown(HTTPTrouble, [UInt8])
    }

    /// The longest answer that is read, in bytes: a page of 50 postings, or a hotel's codes.
    static let answerBytesMax = 2_000_000

    private let settings: OHIPSettings
    private let send: @Sendable (HTTPExchange.Message, Int64) async -> HTTPExchange.Ending
    private let pacer: RequestPacer
    let line: OHIPLine
    let tokens: OHIPTokens

    init(settings: OHIPSettings, clock: GatewayClock, client: HTTPClient, wire: OHIPWire?, line: OHIPLine) {
        let exchange = HTTPExchange(
            client: client, address: settings.gateway, limits: .init(answerBytesMax: Self.answerBytesMax), clock: clock)
        let pacer = RequestPacer(clock: clock)
        let send: @Sendable (HTTPExchange.Message, Int64) async -> HTTPExchange.Ending = { message, ms in
            if let wire { return await wire.send(message, atMostMs: ms) }
            return await exchange.send(message, atMostMs: ms)
        }
        self.settings = settings
        self.send = send
        self.pacer = pacer
        self.line = line
        tokens = OHIPTokens(clock: clock) {
            guard await pacer.turn() else { return .failed }
            let ending = await send(Self.tokenMessage(settings), settings.timeoutMs)
            line.note(ending)
            let fetched = Self.fetched(ending)
            if case .refused = fetched { line.noteDown(.notAuthentic) }
            return fetched
        }
    }

    /// Makes a call. A 401 is an old token, and says that nothing was read: one new token, one more try.
    func send(_ request: OHIPRequest) async -> Ending {
        let body = request.body?.text
        for isLast in [false, true] {
            let token: String
            switch await tokens.token() {
            case .token(let held): token = held
            case .refused: return .notSent(.denied)
            case .unavailable: return .notSent(.notConnected)
            }
            guard await pacer.turn() else { return .notSent(.busy) }
            let ending = await send(
                HTTPExchange.Message(
                    method: HTTPMethod(rawValue: request.method.rawValue), target: request.target, headers: headers(token: token),
                    body: body),
                settings.timeoutMs)
            line.note(ending)
            switch ending {
            case .answered(let http) where http.status == 401:
                await tokens.drop(token)
                if isLast {
                    line.noteDown(.notAuthentic)
                    return .answered(http)
                }
            case .answered(let http): return .answered(http)
            case .notSent(.timedOut): return .notSent(.timedOut)
            case .notSent: return .notSent(.notConnected)
            case .unknown(let trouble, let received): return .unknown(trouble, received)
            }
        }
        return .notSent(.denied)
    }

    private func headers(token: String) -> [(String, String)] {
        var headers = [
            ("Authorization", "Bearer " + token), ("x-app-key", settings.appKey), ("x-hotelid", settings.hotelID),
            ("x-request-id", UUID().uuidString.lowercased()), ("x-originating-application", "Ardoise"),
        ]
        if let system = settings.externalSystem { headers.append(("x-externalsystem", system)) }
        return headers
    }

    // MARK: The token

    /// `POST /oauth/v1/tokens`, form-encoded, the client by HTTP Basic (`oauth.json`, `getToken`; `ohip.md` §1).
    static func tokenMessage(_ settings: OHIPSettings) -> HTTPExchange.Message {
        let client = Data("\(settings.clientID):\(settings.clientSecret)".utf8).base64EncodedString()
        var headers = [("Authorization", "Basic " + client), ("x-app-key", settings.appKey)]
        let form: [(String, String)]
        switch settings.login {
        case .clientCredentials(let enterpriseID):
            headers.append(("enterpriseId", enterpriseID))
            form = [("grant_type", "client_credentials"), ("scope", "urn:opc:hgbu:ws:__myscopes__")]
        case .password(let name, let password):
            form = [("grant_type", "password"), ("username", name), ("password", password)]
        }
        return HTTPExchange.Message(
            target: "/oauth/v1/tokens", headers: headers,
            body: form.map { $0 + "=" + OHIPRequest.escaped($1) }.joined(separator: "&"),
            contentType: "application/x-www-form-urlencoded")
    }

    /// Every 4xx but "too many" says that the credentials are refused: oracles of this kind have answered 400, 401, 402 and 403.
    private static func fetched(_ ending: HTTPExchange.Ending) -> OHIPTokens.Fetched {
        guard case .answered(let http) = ending else { return .failed }
        switch http.status {
        case 200...299:
            guard let json = JSONReader.read(http.body), let token = json["access_token"]?.scalarText, token.utf8.allSatisfy(isTokenByte)
            else { return .failed }
            let lives = json["expires_in"]?.scalarText.flatMap { Int64($0) }.flatMap { (1...86_400).contains($0) ? $0 * 1000 : nil }
            return .token(token, livesMs: lives ?? OHIPTokens.livesMs.upperBound)
        case 408, 429: return .failed
        case 400...499: return .refused
        default: return .failed
        }
    }

    /// What may stand in a header: a line end would be a header of its own.
    private static func isTokenByte(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
}
