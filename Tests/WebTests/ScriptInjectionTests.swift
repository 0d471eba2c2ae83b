import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct ScriptInjectionTests {
    /// Names that would like to be markup.
    static let corpus = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg onload=alert(1)>", "</script><script>alert(1)//",
        "{{words.pay}}", "{{{check}}}", "javascript:alert(1)", "&lt;b&gt;", "<!--", "\u{202E}gnp.exe",
    ]

    @Test(arguments: corpus) func `names of guests, articles, notes and houses stay text on every page`(_ name: String) async throws {
        let house = try await TestHouse.open()
        var set = try TestHouse.brasserie()
        set.property.name = name
        (set.items[0].name.fr, set.items[0].name.en) = (name, name)
        set.outlets[0].name = name
        set.outlets[0].floorPlans[0].name = name
        (set.paymentMethods[2].name.fr, set.paymentMethods[2].name.en) = (name, nil)
        set.staff = set.staff.map { entry in
            var entry = entry
            entry.pin = nil
            return entry
        }
        _ = try await Catalogue(set).load(into: house.database, pepper: PINPepper.random(), at: Sample.evening)
        house.hotel.has(
            GuestAccount(roomNumber: RoomNumber("204")!, reservationNumber: "12345", name: name, title: name, firstName: name))
        let web = WebHouse(house: house)
        let outlet = try await house.outlet()
        let check = try await house.restaurant.openCheck(key: Sample.key(1), outlet: outlet.id, table: nil, covers: 2, by: house.anna).value
        let item = try await house.restaurant.menu().items.first { $0.name.fr == name }
        _ = try await house.restaurant.changeLines(
            of: check.id, [.add(id: Sample.key(2), item: try #require(item).id, quantity: 2, note: name)], by: house.anna)
        let guest = try #require(GuestChoice(roomNumber: RoomNumber("204")!, reservationNumber: "12345", name: name))
        let request = RoomChargeRequest(
            checkID: check.id, key: Sample.key(3), methodID: try await house.restaurant.paymentMethods()[2].id, amount: Sample.euros(100),
            tip: Sample.euros(0), guest: guest, workstation: "TILL1")
        let charge = try await house.restaurant.chargeToRoom(request, by: house.anna).value
        try await web.conclude(PostingConclusion(.refused, code: "denied", hotelText: name), wire: "PR|GN\(name)|")
        try await web.visit { browser in
            let token = web.token(house.helene)
            var pages = try await [
                browser.post("/checks/\(check.id)/guests", form: ["text": "204"], token: token),
                browser.post("/checks/\(check.id)/guests", form: ["text": name], token: token),
            ]
            for path in [
                "/floor", "/checks/\(check.id)", "/checks/\(check.id)/pay", "/checks/\(check.id)/room", "/checks/\(check.id)/receipt",
                "/checks/\(check.id)/charges/\(charge.posting.id)", "/postings", "/postings/\(charge.posting.id)", "/hotel",
            ] {
                pages.append(try await browser.get(path, token: token))
            }
            for page in pages {
                #expect(page.status == .ok)
                #expect(Markup.fault(in: page.text) == nil)
                for bad in ["<script>alert", "<img", "<svg onload", "<!--"] { #expect(!page.text.contains(bad), "\(bad)") }
                #expect(page.text.components(of: "<script ") == page.text.components(of: "</script>"))
            }
        }
    }
}

extension String {
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
