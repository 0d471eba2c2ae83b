import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Web

/// The test house with the web server in front of it; requests go through the real router.
struct WebHouse: Sendable {
    let house: TestHouse
    let server: WebServer

    static let lucia = GuestAccount(
        roomNumber: RoomNumber("204")!, reservationNumber: "12345", name: "Garibaldi, Lucia", title: "Mme",
        arrival: BusinessDate(iso: "2026-11-21"), departure: BusinessDate(iso: "2026-11-25"), creditLimit: Sample.euros(50_000),
        balance: Sample.euros(12_050))
    static let henri = GuestAccount(roomNumber: RoomNumber("204")!, reservationNumber: "12346", name: "Gast, Henri", mayBeCharged: false)

    static func open(_ configuration: WebConfiguration = WebConfiguration(version: "test")) async throws -> WebHouse {
        let house = try await TestHouse.open()
        house.hotel.has(lucia, henri)
        return WebHouse(house: house, configuration: configuration)
    }

    init(house: TestHouse, configuration: WebConfiguration = WebConfiguration(version: "test")) {
        self.house = house
        server = WebServer(
            restaurant: house.restaurant, configuration: configuration, linkStates: [],
            logger: Logger(label: "web") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Runs requests against the router.
    func visit(_ body: @Sendable (Browser) async throws -> Void) async throws {
        try await server.application.test(.router) { client in try await body(Browser(client: client)) }
    }

    /// A token of somebody signed in, without the slow hash of a PIN.
    func token(_ cashier: Cashier, language: Language = .fr) -> String {
        server.till.sessions.begin(cashier, language: language, now: house.clock.now)
    }

    /// Somebody with a role.
    func cashier(_ role: Cashier.Role) -> Cashier {
        Cashier(id: role == .waiter ? house.anna.id : house.helene.id, number: 90, name: "Rôle", role: role, language: .fr)
    }

    /// Ends the posting that waits, as the gateway would.
    func conclude(_ conclusion: PostingConclusion, wire: String = "PR|P#42|RN204|GNGaribaldi, Lucia|TA3100|") async throws {
        let now = house.clock.now
        let posting = try await house.database.write { tx in
            let posting = try tx.claimNextPosting(at: now)!
            let attempt = PostingAttempt(
                id: .make(at: now), postingID: posting.id, number: 42, startedAt: now, request: wire)
            try tx.insertAttempt(attempt)
            try tx.closeAttempt(
                attempt.id, answer: "PA|P#42|ASOK|", outcome: conclusion.code ?? conclusion.state.rawValue,
                fate: conclusion.state == .accepted ? .booked : conclusion.state == .inDoubt ? nil : .notBooked, at: now)
            try tx.conclude(posting, as: conclusion, at: now)
            return try tx.posting(posting.id)!
        }
        house.restaurant.signals.announce(PostingChange(posting))
    }

    /// Ends each posting as soon as it is announced, while `body` runs.
    func answering<Value: Sendable>(_ conclusion: PostingConclusion, _ body: @escaping @Sendable () async throws -> Value) async throws
        -> Value
    {
        let wakes = house.restaurant.signals.wakes()
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                for await _ in wakes { try await conclude(conclusion) }
                return nil
            }
            group.addTask { try await body() }
            defer { group.cancelAll() }
            while let value = try await group.next() { if let value { return value } }
            throw CancellationError()
        }
    }

    /// A charge of a new check to room 204, still queued.
    func charge(key: Int = 1, amount: Int? = nil) async throws -> RoomCharge {
        let check = try await house.check(key: key)
        let request = RoomChargeRequest(
            checkID: check.id, key: Sample.key(key + 500), methodID: try await house.method("IKPMS").id,
            amount: amount.map(Sample.euros) ?? check.totals.total, tip: Sample.euros(0), guest: GuestChoice(Self.lucia),
            workstation: "TILL1")
        return try await house.restaurant.chargeToRoom(request, by: house.anna).value
    }
}

/// Asks the router as a browser or a program would.
struct Browser: Sendable {
    let client: any TestClientProtocol

    /// A page, with the session's cookie.
    func get(_ path: String, token: String? = nil, headers: HTTPFields = [:]) async throws -> TestResponse {
        try await send(.get, path, headers: cookie(token, headers))
    }

    /// A form of ours, as a browser sends it.
    func post(_ path: String, form: KeyValuePairs<String, String>, token: String? = nil, headers: HTTPFields = [:]) async throws
        -> TestResponse
    {
        try await post(path, fields: form.map { ($0.key, $0.value) }, token: token, headers: headers)
    }

    /// The same, of fields that were put together.
    func post(_ path: String, fields: [(String, String)], token: String? = nil, headers: HTTPFields = [:]) async throws -> TestResponse {
        var headers = cookie(token, headers)
        headers[.contentType] = "application/x-www-form-urlencoded"
        if headers[.secFetchSite] == nil { headers[.secFetchSite] = "same-origin" }
        let body = fields.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        return try await send(.post, path, headers: headers, body: body)
    }

    /// JSON, as a program sends it.
    func call(
        _ method: HTTPRequest.Method, _ path: String, json: String? = nil, token: String? = nil, key: String? = nil,
        headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var headers = headers
        if let token { headers[.authorization] = "Bearer \(token)" }
        if let key { headers[.idempotencyKey] = key }
        if json != nil { headers[.contentType] = headers[.contentType] ?? "application/json" }
        return try await send(method, "/api/v1" + path, headers: headers, body: json)
    }

    func send(_ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: String? = nil) async throws -> TestResponse {
        try await client.execute(uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) }) { $0 }
    }

    private func cookie(_ token: String?, _ headers: HTTPFields) -> HTTPFields {
        var headers = headers
        if let token { headers[.cookie] = "ardoise=\(token)" }
        return headers
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            byte.isUnreserved ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

extension UInt8 {
    fileprivate var isUnreserved: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || self == UInt8(ascii: "-")
    }
}

extension TestResponse {
    /// The body as text.
    var text: String { String(buffer: body) }

    /// The body as JSON.
    var json: [String: JSONValue] {
        get throws {
            guard case .object(let fields) = try JSONParser.parse(Array(buffer: body)) else {
                throw JSONFault(reason: "not an object", offset: 0)
            }
            return fields
        }
    }
}

extension [String: JSONValue] {
    /// A text in an answer.
    func text(_ name: String) -> String? {
        guard case .text(let text)? = self[name] else { return nil }
        return text
    }

    /// A number in an answer.
    func integer(_ name: String) -> Int? {
        guard case .integer(let number)? = self[name] else { return nil }
        return number
    }

    /// An object in an answer.
    func object(_ name: String) -> [String: JSONValue] {
        guard case .object(let fields)? = self[name] else { return [:] }
        return fields
    }

    /// A list in an answer.
    func list(_ name: String) -> [JSONValue] {
        guard case .array(let values)? = self[name] else { return [] }
        return values
    }
}
