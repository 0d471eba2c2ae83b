import HotelSimulator
import NIOHTTP1
import PointOfSale
import Testing

@testable import Ardoise

/// Money taken back while the check is still open, and what the hotel's ledger has of it.
@Suite(.serialized) struct VoidPaymentTests {
    @Test(arguments: HotelSystem.allCases)
    func `S1-10: one room charge of an open check is mirrored on the folio, and the check is paid otherwise`(system: HotelSystem)
        async throws
    {
        try await House.open(system) { house in
            let lucia = try await house.guest("204")
            let before = try await house.balance(lucia)
            let check = try await house.check(plus: [20, 52])
            #expect(try await house.charge(check, to: lucia, amount: 1000, tip: 100).status == 201)
            let path = try await house.voidPath(of: check)
            #expect(try await house.waiter.send(.POST, path, SettlementBody(reason: "Chambre"), key: House.key()).status == 403)
            let key = House.key()
            let answer = try await house.manager.send(.POST, path, SettlementBody(reason: "Mauvaise chambre"), key: key)
            #expect(answer.status == 200)
            #expect(try await house.balance(lucia) == before)
            #expect(house.charges(ofCheck: check.number).map(\.totalMinor) == [1100, -1100])
            #expect(try await house.check(check.id).remaining == check.total)
            let again = try await house.manager.send(.POST, path, SettlementBody(reason: "Mauvaise chambre"), key: key)
            #expect(again.headers["Idempotency-Replayed"].first == "true")
            let twice = try await house.manager.send(.POST, path, SettlementBody(reason: "Encore"), key: House.key())
            #expect(try twice.read(ProblemBody.self).code == "PAYMENT_VOIDED")
            #expect(try await house.settle(check, by: "card").status == 201)
            #expect(try await house.check(check.id).state == "closed")
            #expect(house.charges(ofCheck: check.number).count == 2)
        }
    }

    @Test(arguments: HotelSystem.allCases) func `S1-10: a mirror that the hotel refused stands on its desk until somebody has seen it`(
        system: HotelSystem
    ) async throws {
        try await House.open(system) { house in
            let check = try await house.check(plus: [20, 52])
            #expect(try await house.charge(check, to: try await house.guest("204"), amount: 1000).status == 201)
            house.running.hotel.change { hotel, _ in hotel.settings.allowsNegativePostings = false }
            let form = try await house.manager.page("/checks/\(check.id)/pay")
            #expect(form.contains("class=\"void-payment\""))
            #expect(try await house.waiter.page("/checks/\(check.id)/pay").contains("class=\"void-payment\"") == false)
            let path = try await house.voidPath(of: check)
            let answer = try await house.manager.form(
                path.replacing("/api/v1", with: ""), ["key": House.key(), "reason": "Mauvaise chambre"])
            #expect(answer.status == 303)
            #expect(house.charges(ofCheck: check.number).map(\.totalMinor) == [1000])
            let desk = try await house.manager.page("/hotel")
            #expect(desk.contains("data-attention=\"notGivenBack\""))
            let posting = try #require(desk.firstMatch(of: /\/hotel\/attention\/([0-9a-f-]{36})/)).1
            #expect(try await house.waiter.form("/hotel/attention/\(posting)", [:]).status == 403)
            #expect(try await house.manager.form("/hotel/attention/\(posting)", [:]).status == 303)
            #expect(try await house.manager.page("/hotel").contains("data-attention") == false)
        }
    }

    @Test(arguments: HotelSystem.allCases) func `S1-08: articles, taxes and the tip limit of the back office hold at the till at once`(
        system: HotelSystem
    ) async throws {
        try await House.open(system) { house in
            let admin = try await house.administrator()
            let form = try await admin.page("/configuration/settings/articles/add")
            let picked = try ["page", "tax", "revenueGroup"].map { name in
                let rest = try #require(form.ranges(of: "name=\"\(name)\"").first).upperBound
                return (name, String(try #require(form[rest...].firstMatch(of: /<option value="([0-9a-f-]{36})"/)).1))
            }
            let fields = [("code", "901"), ("nameFR", "Kig ha farz"), ("price", "18,50"), ("look", "hot"), ("active", "on")]
            #expect(try await admin.form("/configuration/settings/articles/add", fields + picked).status == 303)
            #expect(try await admin.form("/configuration/settings/tips/edit", ["percent": "10"]).status == 303)
            let check = try await house.check(plus: [901])
            #expect(check.total == 1850)
            let lucia = try await house.guest("204")
            let tipped = try await house.charge(check, to: lucia, amount: 1850, tip: 186)
            #expect(try tipped.read(ProblemBody.self).code == "TIP_TOO_LARGE")
            #expect(try await house.charge(check, to: lucia, amount: 1850, tip: 185).status == 201)
            #expect(house.booked(check).map(\.total) == [2035])
        }
    }
}

extension House {
    /// Where the first payment of a check is voided.
    fileprivate func voidPath(of check: CheckBody) async throws -> String {
        let tenders: TendersBody = try await waiter.call(.GET, "/api/v1/checks/\(check.id)")
        return "/api/v1/checks/\(check.id)/payments/\(try #require(tenders.tenders.first).id)/void"
    }

    private struct TendersBody: Decodable {
        let tenders: [Tender]
        struct Tender: Decodable { let id: String }
    }
}
