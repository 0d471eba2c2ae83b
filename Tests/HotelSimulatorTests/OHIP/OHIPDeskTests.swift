import Foundation
import Testing

@testable import HotelSimulator

/// The simulated OPERA Cloud without the network: what it lets through, what it books, and its traps.
@Suite struct OHIPDeskTests {
    private struct House {
        let hotel: SimulatedHotel
        let desk: OHIPDesk

        init(_ change: (inout OperaCloudSettings) -> Void = { _ in }) {
            var model = SmallHotel.make()
            var settings = OperaCloudSettings.demo
            change(&settings)
            model.operaCloud = settings
            hotel = SimulatedHotel(model, now: { SmallHotel.nowMs })
            desk = OHIPDesk(hotel)
        }

        func call(
            _ method: String, _ path: String, _ query: [(name: String, value: String)] = [], body: String = "",
            headers: [String: String] = [:]
        ) async throws -> OHIPReply {
            let all = ["x-app-key": OperaCloudSettings.demo.appKey, "x-hotelid": "REMPARTS"].merging(headers) { _, new in new }
            let delivery = try await desk.respond(
                to: OHIPCall(method: method, path: path, query: query, headers: all, body: Data(body.utf8)), wait: { _ in })
            guard case .send(let reply) = delivery else { return OHIPReply(status: 0, body: "\(delivery)") }
            return reply
        }

        func token(secret: String = OperaCloudSettings.demo.clientSecret, enterprise: String = "REMPARTS") async throws -> OHIPReply {
            let client = Data("\(OperaCloudSettings.demo.clientID):\(secret)".utf8).base64EncodedString()
            return try await call(
                "POST", "/oauth/v1/tokens", body: "grant_type=client_credentials&scope=urn%3Aopc%3Ahgbu%3Aws%3A__myscopes__",
                headers: ["authorization": "Basic \(client)", "enterpriseid": enterprise])
        }

        func signed(
            _ method: String, _ path: String, _ query: [(name: String, value: String)] = [], body: String = "",
            headers: [String: String] = [:]
        ) async throws -> OHIPReply {
            let made = try await token().body
            let token = try JSONDecoder().decode([String: JSONText].self, from: Data(made.utf8))["access_token"]?.text ?? ""
            let bearer = ["authorization": "Bearer \(token)"].merging(headers) { _, new in new }
            return try await call(method, path, query, body: body, headers: bearer)
        }
    }

    private struct JSONText: Decodable {
        let text: String
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            text = try (try? container.decode(String.self)) ?? String(container.decode(Int.self))
        }
    }

    private static let charges = "/csh/v1/hotels/REMPARTS/reservations/20401/charges"

    private static func body(cashier: String = #""cashierId":113,"#, code: String = "2010", amount: String = "28.00", more: String = "")
        -> String
    {
        #"{"criteria":{"hotelId":"REMPARTS",\#(cashier)"charges":[{"transactionCode":"\#(code)",\#(more)"#
            + #""price":{"amount":\#(amount),"currencyCode":"EUR"},"postingReference":"A1007.1","checkNumber":"A1007"}]}}"#
    }

    @Test func `a token is for who knows the key, and nothing goes without one`() async throws {
        let house = House()
        #expect(try await house.token().status == 200)
        #expect(try await house.token(secret: "other").status == 401)
        #expect(try await house.token(enterprise: "OTHER").status == 401)
        #expect(try await house.call("GET", "/bof/v1/hotels/REMPARTS/businessDate").status == 401)
        let stranger = try await house.signed("GET", "/bof/v1/hotels/OTHER/businessDate")
        #expect(stranger.status == 403 && stranger.body.contains("OPERAWS-GEN01244"))
        let split = try await house.signed("GET", "/bof/v1/hotels/REMPARTS/businessDate", headers: ["x-hotelid": "OTHER"])
        #expect(split.status == 403)
        let log = house.desk.requestLog.map { $0.request + $0.answer }.joined()
        #expect(log.contains("grant_type=client_credentials") && log.contains(#""access_token":"hidden""#))
        #expect(!log.contains("token-1") && !log.contains(OperaCloudSettings.demo.clientSecret))
    }

    @Test func `an integration user with a password gets a token, too`() async throws {
        let house = House { $0.login = .password(name: "robot", password: "p&w") }
        let client = Data("\(OperaCloudSettings.demo.clientID):\(OperaCloudSettings.demo.clientSecret)".utf8).base64EncodedString()
        for (password, status) in [("p%26w", 200), ("p&w", 401)] {
            let reply = try await house.call(
                "POST", "/oauth/v1/tokens", body: "grant_type=password&username=robot&password=\(password)",
                headers: ["authorization": "Basic \(client)"])
            #expect(reply.status == status)
        }
    }

    @Test func `a search that finds nobody has no content, and a comma list is a mistake`() async throws {
        let house = House()
        let path = "/rsv/v1/hotels/REMPARTS/reservations"
        #expect(try await house.signed("GET", path, [("searchType", "InHouse"), ("roomId", "999")]).status == 204)
        let list = try await house.signed(
            "GET", path, [("searchType", "InHouse"), ("roomId", "204"), ("fetchInstructions", "Reservation,Indicators")])
        #expect(list.status == 400 && list.body.contains("OPERAWS-GEN01346"))
        let both = try await house.signed("POST", path + "/searches", body: #"{"searchType":"InHouse","roomId":"204"}"#)
        #expect(both.status == 200 && both.body.contains("20401") && both.body.contains("20402"))
        #expect(try await house.signed("POST", path + "/searches", body: #"{"criteria":{"searchType":"InHouse"}}"#).status == 400)
    }

    @Test(arguments: [
        (body(cashier: ""), 400, "FOF00094"), (body(cashier: #""cashierId":7,"#), 400, "FOF00094"),
        (body(more: #""discount":1,"#), 400, "OPERAWS-GEN01242"), (body(code: "1"), 400, "Invalid transaction code"),
        (body(amount: #""28.00""#), 400, "Unreadable"), (body(amount: "0.001"), 400, "Invalid price"), ("{", 400, "Unreadable"),
        (body(), 201, #""transactionNo":"#), (body(amount: "-3"), 201, #""amount":-3"#),
    ]) func `a charge is booked as it stands or refused with its code`(body: String, status: Int, words: String) async throws {
        let house = House()
        let reply = try await house.signed("POST", Self.charges, body: body)
        #expect(reply.status == status && reply.body.contains(words), "\(reply.body)")
        #expect(house.hotel.ledger.bookings.count == (status == 201 ? 1 : 0))
    }

    @Test func `who is not in house is not charged, and the day that is being closed takes nothing`() async throws {
        let house = House()
        let gone = try await house.signed("POST", Self.charges.replacingOccurrences(of: "20401", with: "10201"), body: Self.body())
        #expect(gone.status == 400 && gone.body.contains("FOF00109"))
        let nobody = try await house.signed("POST", Self.charges.replacingOccurrences(of: "20401", with: "1"), body: Self.body())
        #expect(nobody.body.contains("FOF00066"))
        try house.hotel.change { (hotel, atMs) throws(DeskRefusal) in try hotel.startNightAudit(atMs: atMs) }
        let closed = try await house.signed("POST", Self.charges, body: Self.body())
        #expect(closed.status == 503 && closed.body.isEmpty && house.hotel.ledger.bookings.isEmpty)
    }

    @Test func `postings are found by a part of their number, fifty at a time at most, in thirty days at most`() async throws {
        let house = House()
        for _ in 0..<3 { _ = try await house.signed("POST", Self.charges, body: Self.body()) }
        let path = "/csh/v1/hotels/REMPARTS/financialPostings"
        func find(_ more: [(name: String, value: String)], days: String = "2026-11-22") async throws -> OHIPReply {
            try await house.signed("GET", path, [("startDate", "2026-11-22"), ("endDate", days)] + more)
        }
        #expect(try await find([("checkNumberWildCard", "100")]).body.contains(#""totalResults":3"#))
        #expect(try await find([("checkNumberWildCard", "1008")]).status == 204)
        let page = try await find([("limit", "2"), ("offset", "2")])
        #expect(page.body.contains(#""count":1"#) && page.body.contains(#""hasMore":false"#))
        #expect(try await find([("limit", "51")]).body.contains("OPERAWS-ODE09998"))
        #expect(try await find([], days: "2026-12-22").status == 400)
    }

    @Test func `its traps: texts for amounts, blanks behind references, a yes that lists nothing, a break in the middle`() async throws {
        let house = House {
            $0.traps.amountsAsText = true
            $0.traps.padsReferences = true
        }
        let padded = try await house.signed("POST", Self.charges, body: Self.body())
        #expect(padded.body.contains(#""amount":"28.00""#) && padded.body.contains(#""reference":"A1007.1 ""#))
        let bare = House { $0.traps.listsNothing = true }
        #expect(try await bare.signed("POST", Self.charges, body: Self.body()).body == #"{"links":[]}"#)
        let broken = House { $0.traps.breaksBehindLines = 0 }
        #expect(try await broken.signed("POST", Self.charges, body: Self.body()).status == 500)
    }

    @Test func `more requests than the burst are turned away, and a token that has ended is none`() async throws {
        let house = House { $0.requestsPerSecondMax = 3 }
        let replies = try await [house.token(), house.token(), house.token(), house.token()]
        #expect(replies.map(\.status) == [200, 200, 200, 429])
        let short = House { $0.tokenSeconds = 0 }
        #expect(try await short.signed("GET", "/bof/v1/hotels/REMPARTS/businessDate").status == 401)
    }
}
