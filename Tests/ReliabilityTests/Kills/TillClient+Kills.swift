import Foundation
import NIOHTTP1
import TestSupport
import Testing

@testable import Ardoise

/// What the kill tests ask of a till.
extension TillClient {
    /// How long a state is waited for.
    private static let waitMax = Duration.seconds(60)

    /// A client signed in as Anna, once the till's line to the hotel stands.
    static func signedIn(to program: Program) async throws -> TillClient {
        var client = TillClient(base: try program.till)
        client.token = try await client.call(.POST, "/api/v1/sessions", PINBody(pin: "2580"), as: SessionBody.self).token
        let signedIn = client
        try await signedIn.ask(until: "the line to the hotel stands") {
            try await signedIn.call(.GET, "/api/v1/hotel-link", as: LinkBody.self).phase == "alive"
        }
        return signedIn
    }

    /// A check at the counter with so many coffees.
    func coffees(_ count: Int, outlet number: Int) async throws -> CheckBody {
        let outlets: OutletsBody = try await call(.GET, "/api/v1/outlets")
        let outlet = try #require(outlets.outlets.first { $0.number == number })
        let check: CheckBody = try await call(
            .POST, "/api/v1/checks", OpenBody(outletId: outlet.id, tableId: nil, covers: 1), key: Self.key())
        let menu: MenuBody = try await call(.GET, "/api/v1/menu")
        let coffee = try #require(menu.items.first { $0.code == 75 })
        let change = ChangeBody(id: Self.key(), menuItemId: coffee.id, quantity: count)
        return try await call(.POST, "/api/v1/checks/\(check.id)/lines", LinesBody(changes: [change]))
    }

    /// Charges a whole check to a guest, whatever comes of it.
    func charge(_ check: CheckBody, to guest: GuestBody) async throws -> Answer {
        try await send(.POST, "/api/v1/checks/\(check.id)/room-charges", ChargeBody(amount: check.total, guest: guest), key: Self.key())
    }

    /// Asks until it is so.
    func ask(until what: String, _ isSo: () async throws -> Bool) async throws {
        let limit = ContinuousClock.now + Self.waitMax
        while try await !isSo() {
            try #require(ContinuousClock.now < limit, "waited in vain until \(what)")
        }
    }

    private static func key() -> String { UUID().uuidString.lowercased() }

    private struct LinkBody: Decodable { let phase: String }
}

/// A page of postings.
struct PostingsBody: Decodable, Sendable {
    let postings: [Posting]

    struct Posting: Decodable, Sendable {
        let id: String
        let checkNumber: Int
        let state: String
    }
}

/// An entry of the hotel's ledger, as far as a booking needs it.
struct LedgerBody: Decodable, Sendable {
    let kind: String
    let room: String?
    let totalMinor: Int?
    let details: Details?

    struct Details: Decodable, Sendable { let checkNumber: String }
}
