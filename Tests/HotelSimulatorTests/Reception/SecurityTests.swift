import Foundation
import HTTPTypes
import Testing

@testable import HotelSimulator

@Suite struct SecurityTests {
    @Test(arguments: ["/", "/stays", "/interface", "/api/hotel", "/nothing", "/assets/reception.js"])
    func `every answer carries the security headers`(path: String) async throws {
        try await Desk.open { (desk: Desk) async throws in
            let answer = try await desk.get(path)
            let policy = try #require(answer.headers[.contentSecurityPolicy])
            #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        }
    }

    @Test func `no page has a script or a style of its own`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            for path in ["/", "/stays", "/interface", "/folios/20401", "/rooms/204"] {
                let page = try await desk.get(path).body
                #expect(!page.contains("style=") && !page.contains("<style") && !page.contains(" onclick"))
                #expect(page.components(separatedBy: "<script").count == 2)
            }
        }
    }

    @Test(arguments: [
        (["Origin": "https://evil.example"], 403), (["Origin": "http://localhost:1"], 403), (["Origin": "null"], 403),
        (["Sec-Fetch-Site": "cross-site"], 403), (["Sec-Fetch-Site": "same-site"], 403),
        (["Origin": "http://localhost"], 204), (["Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"], 204), ([:], 204),
    ])
    func `only our own pages and programs may change something`(fields: [String: String], status: Int) async throws {
        try await Desk.open { (desk: Desk) async throws in
            var headers = HTTPFields()
            for (name, value) in fields { headers[try #require(HTTPField.Name(name))] = value }
            #expect(try await desk.post("/api/reservations/10101/check-in", headers: headers).status == status)
            #expect(desk.hotel.ledger.entries.count == (status == 204 ? 1 : 0))
        }
    }

    @Test(arguments: [("/stays", "/stays"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/a\\b", "/"), ("/x y", "/")])
    func `a form leads back into these pages only`(back: String, location: String) async throws {
        try await Desk.open { (desk: Desk) async throws in
            let encoded = back.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let answer = try await desk.post("/desk/check-in", "number=10101&back=\(encoded)")
            #expect(answer.status == 303)
            #expect(answer.headers[.location] == location)
        }
    }

    @Test func `a guest's name cannot become markup`() async throws {
        var model = SmallHotel.make()
        let evil = "<script>alert(1)</script>\" onmouseover=x '\u{301}\"\u{301}&"
        model.add(
            Reservation(
                number: "66", room: "101", guest: Guest(title: "<i>", name: evil, firstName: evil), arrival: SmallHotel.today,
                departure: SmallHotel.today, status: .inHouse))
        model.add(
            Reservation(
                number: "67", room: "101", guest: Guest(title: "", name: evil, firstName: ""), arrival: SmallHotel.today,
                departure: SmallHotel.today, status: .inHouse))
        model.add(Account(number: "7", name: evil))
        try await Desk.open(model) { (desk: Desk) async throws in
            for path in ["/", "/stays", "/folios/66", "/rooms/101", "/accounts/7"] {
                let page = try await desk.get(path).body
                #expect(page.contains("&lt;script&gt;"))
                #expect(!page.contains("<script>") && !page.contains("<i>"))
                let quotes = page.unicodeScalars.indices.filter { page.unicodeScalars[$0] == "\u{301}" }
                #expect(!quotes.isEmpty)
                for index in quotes { #expect(page.unicodeScalars[page.unicodeScalars.index(before: index)] == ";") }
            }
        }
    }

    @Test func `a problem in the address is never repeated on the page`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            let page = try await desk.get("/stays?problem=%3Cscript%3Ealert(1)%3C/script%3E").body
            #expect(!page.contains("alert(1)"))
            #expect(!page.contains("role=\"alert\""))
        }
    }
}
