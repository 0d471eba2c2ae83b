import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import TestSupport
import Testing

@testable import Ardoise

/// What tests ask of a till again and again.
extension TillClient {
    /// How long a state is waited for.
    private static let waitMax = Duration.seconds(60)

    /// A client of a till, signed in as Anna.
    static func anna(_ program: Program) async throws -> TillClient {
        var client = TillClient(base: try program.till)
        client.token = try await client.call(.POST, "/api/v1/sessions", PINBody(pin: "2580"), as: SessionBody.self).token
        return client
    }

    /// A check at the counter with one coffee.
    func smallCheck(outlet number: Int = 1) async throws -> CheckBody {
        let outlets: OutletsBody = try await call(.GET, "/api/v1/outlets")
        let outlet = try #require(outlets.outlets.first { $0.number == number })
        let check: CheckBody = try await call(
            .POST, "/api/v1/checks", OpenBody(outletId: outlet.id, tableId: nil, covers: 1), key: House.key())
        let menu: MenuBody = try await call(.GET, "/api/v1/menu")
        let coffee = try #require(menu.items.first { $0.code == 75 })
        let change = ChangeBody(id: House.key(), menuItemId: coffee.id, quantity: 1)
        return try await call(.POST, "/api/v1/checks/\(check.id)/lines", LinesBody(changes: [change]))
    }

    /// The guest in 204 who may be charged.
    func lucia() async throws -> GuestBody {
        let found: GuestsBody = try await call(.POST, "/api/v1/guest-searches", SearchBody(text: "204"))
        return try #require(found.guests.first { $0.mayBeCharged == true })
    }

    /// Charges a whole check to a guest, whatever comes of it.
    func charge(_ check: CheckBody, to guest: GuestBody) async throws -> Answer {
        try await send(.POST, "/api/v1/checks/\(check.id)/room-charges", ChargeBody(amount: check.total, guest: guest), key: House.key())
    }

    /// Asks until the line to the hotel stands so.
    func linkIs(_ phase: String) async throws {
        try await ask(until: "the link is \(phase)") { try await call(.GET, "/api/v1/hotel-link", as: LinkBody.self).phase == phase }
    }

    /// Asks until the hotel has accepted the posting of a check.
    func hasPosted(check number: Int) async throws {
        try await ask(until: "check \(number) is posted") {
            let accepted: PostingsBody = try await call(.GET, "/api/v1/postings?state=accepted")
            return accepted.postings.contains { $0.checkNumber == number }
        }
    }

    private func ask(until what: String, _ isSo: () async throws -> Bool) async throws {
        let limit = ContinuousClock.now + Self.waitMax
        while try await !isSo() {
            try #require(ContinuousClock.now < limit, "waited in vain until \(what)")
        }
    }

    /// Reads a stream until it ends.
    func listen(_ path: String) async throws {
        var request = HTTPClientRequest(url: base + path)
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(120))
        for try await _ in response.body {}
    }

    private struct LinkBody: Decodable { let phase: String }
}

extension Program {
    /// Reception's API, once the hotel is ready.
    var reception: TillClient { get throws { TillClient(base: try receptionAddress) } }
}
