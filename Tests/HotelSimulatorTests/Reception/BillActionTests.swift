import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import HotelSimulator

/// What reception does to bills, by the API and by the forms of its pages.
@Suite struct BillActionTests {
    @Test func `programs can post by hand, charge as another till, transfer and route`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            let stay = "/api/reservations/20401"
            #expect(try await desk.post("\(stay)/lines", #"{"amountMinor": 900, "text": "Minibar"}"#).status == 204)
            #expect(try await desk.post("\(stay)/other-till", #"{"amountMinor": 1250}"#).status == 204)
            #expect(try await desk.post("\(stay)/other-till", "{}").status == 204)
            let minibar = try #require(desk.hotel.snapshot.folio(of: .reservation("20401"))?.lines.first { $0.text == "Minibar" })
            let transfer = #"{"transactionNumber": \#(minibar.transactionNumber), "to": "40010"}"#
            #expect(try await desk.post("\(stay)/transfer", transfer).status == 204)
            #expect(try await desk.post("\(stay)/route", #"{"to": "40010"}"#).status == 204)
            let stays = try #require(try await desk.json("/api/reservations") as? [[String: Any]])
            #expect(stays.first { $0["number"] as? String == "20401" }?["routedTo"] as? String == "40010")
            #expect(try await desk.post("\(stay)/other-till", "{}").status == 204)
            #expect(try await desk.post("\(stay)/route", #"{"to": null}"#).status == 204)
            #expect(desk.hotel.snapshot.folio(of: .account("40010"))?.balanceMinor == 900 + 1250)
            #expect(desk.hotel.snapshot.folio(of: .reservation("20401"))?.balanceMinor == 12_050 + 2 * 1250)
            let kinds = try #require(try await desk.json("/api/ledger") as? [[String: Any]]).compactMap { $0["kind"] as? String }
            #expect(kinds == ["lineWritten", "booked", "booked", "lineTransferred", "routed", "booked", "routed"])
        }
    }

    @Test(arguments: [
        ("lines", #"{"amountMinor": 0}"#, 409, "amountOutOfRange"), ("lines", "{}", 400, "malformedBody"),
        ("other-till", "{}", 409, "nothingToRepeat"), ("transfer", #"{"transactionNumber": 1, "to": "40010"}"#, 404, "lineUnknown"),
        ("transfer", #"{"transactionNumber": 1, "to": "7"}"#, 404, "reservationUnknown"),
        ("route", #"{"to": "20401"}"#, 409, "sameFolio"), ("route", #"{"to": "7"}"#, 404, "reservationUnknown"),
    ])
    func `what cannot be done to a bill is refused with a code`(action: String, body: String, status: Int, code: String) async throws {
        try await Desk.open { (desk: Desk) async throws in
            let answer = try await desk.post("/api/reservations/20401/\(action)", body)
            #expect(answer.status == status)
            #expect(answer.body.contains("urn:ardoise:hotel:\(code)\""), "\(answer.body)")
            #expect(desk.hotel.ledger.entries.isEmpty)
        }
    }

    @Test func `the folio page has a form for each of them, in both languages`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            for (language, title) in [("fr", "Renvoi des frais"), ("en", "Routing of charges")] {
                let page = try await desk.get("/folios/20401", language: language).body
                #expect(page.contains(title))
                for action in ["line", "other-till", "transfer", "route"] { #expect(page.contains("action=\"/desk/\(action)\"")) }
                #expect(page.contains("<option value=\"40010\">40010 · Corsaire Voyages</option>"))
                #expect(!page.contains("<option value=\"20401\""))
            }
            #expect(try await desk.post("/desk/line", "number=20401&amount=12,50&text=Bar&back=/folios/20401").status == 303)
            #expect(try await desk.post("/desk/line", "number=40010&amount=%E2%88%923").status == 303)
            #expect(try await desk.post("/desk/other-till", "number=20401&amount=7").status == 303)
            let line = try #require(desk.hotel.snapshot.folio(of: .reservation("20401"))?.lines.last?.transactionNumber)
            #expect(try await desk.post("/desk/transfer", "number=20401&line=\(line)&to=40010").status == 303)
            #expect(try await desk.post("/desk/route", "number=20401&to=40010").status == 303)
            #expect(try await desk.get("/folios/20401").body.contains("40010 · Corsaire Voyages</span>"))
            #expect(try await desk.post("/desk/route", "number=20401&to=").status == 303)
            #expect(desk.hotel.snapshot.reservations["20401"]?.routedTo == nil)
            #expect(desk.hotel.snapshot.folio(of: .account("40010"))?.balanceMinor == -300 + 700)
            #expect(desk.hotel.snapshot.folio(of: .reservation("20401"))?.balanceMinor == 12_050 + 1250)
        }
    }

    @Test(arguments: [
        ("line", "number=20401&amount=", "amountOutOfRange"), ("line", "number=20401&amount=1,234", "amountOutOfRange"),
        ("line", "number=7&amount=1", "reservationUnknown"), ("transfer", "number=20401&line=x&to=40010", "lineUnknown"),
        ("route", "number=20401&to=20401", "sameFolio"), ("other-till", "number=20402&amount=1", "chargeRefused"),
    ])
    func `a form that cannot be done leads back with the reason`(action: String, body: String, code: String) async throws {
        try await Desk.open { (desk: Desk) async throws in
            let answer = try await desk.post("/desk/\(action)", body + "&back=/folios/20401")
            #expect(answer.headers[.location] == "/folios/20401?problem=\(code)")
            #expect(desk.hotel.ledger.entries.isEmpty)
        }
    }

    @Test func `the switches of the page change what a till can see, and nothing else`() async throws {
        var slow = HotelSettings()
        slow.answerDelayMs = 7
        try await Desk.open(SmallHotel.make(settings: slow)) { [slow] (desk: Desk) async throws in
            #expect(try await desk.post("/settings", "folioText=none&showsBalance=on").status == 303)
            var expected = slow
            expected.folioText = .none
            expected.allowsBillView = false
            expected.allowsNegativePostings = false
            #expect(desk.hotel.snapshot.settings == expected)
            let page = try await desk.get("/interface", language: "en").body
            #expect(page.contains("<option value=\"none\" selected>none</option>"))
            #expect(page.contains("name=\"showsBalance\" checked>") && page.contains("name=\"allowsBillView\">"))
            #expect(try await desk.post("/settings", "folioText=all").headers[.location] == "/?problem=malformedBody")
            #expect(desk.hotel.snapshot.settings == expected)
        }
    }

    @Test(arguments: [
        (HTTPRequest.Method.delete, "/api/ledger", "GET"), (.get, "/api/night-audit", "POST"), (.post, "/stays", "GET"),
        (.put, "/api/faults", "DELETE, GET, POST"), (.get, "/api/reservations/20401/move", "POST"), (.patch, "/api/settings", "PUT"),
    ])
    func `a wrong method on a right address is told the right ones`(method: HTTPRequest.Method, path: String, allow: String) async throws {
        try await Desk.open { (desk: Desk) async throws in
            let answer = try await desk.client.execute(uri: path, method: method)
            #expect(answer.status.code == 405)
            #expect(answer.headers[.allow] == allow)
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        }
    }
}
