import HTTPTypes
import HummingbirdTesting
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Web

/// A device that knows which till it is: its outlet, its plan and its ways of paying follow.
@Suite struct TillPageTests {
    /// A house with a till for the bar that takes cards only.
    private func web() async throws -> (web: WebHouse, till: TillConfiguration) {
        let web = try await WebHouse.open()
        let draft = TillDraft(
            number: 9, name: "Comptoir", outletID: try await web.house.outlet(2).id, methodIDs: [try await web.house.method("CARD").id])
        return (web, try await web.house.restaurant.saveTillConfiguration(draft, by: web.house.administrator()))
    }

    @Test func `S1-12: a manager says once which till a device is, and a cookie keeps it`() async throws {
        let (web, till) = try await web()
        let manager = web.token(web.cashier(.manager))
        try await web.visit { browser in
            #expect(try await browser.get("/till", token: web.token(web.cashier(.waiter))).status == .forbidden)
            #expect(try await browser.get("/till", token: manager).text.contains("data-till=\"\(till.id)\""))
            let chosen = try await browser.post("/till", form: ["till": till.id.text], token: manager)
            #expect(chosen.status == .seeOther)
            let cookie = try #require(chosen.headers[.setCookie])
            #expect(cookie.hasPrefix("ardoise-till=\(till.id)") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
            let unknown = try await browser.post("/till", form: ["till": "01900000-0000-7000-8000-000000000001"], token: manager)
            #expect(unknown.status == .notFound && unknown.headers[.setCookie] == nil)
            let none = try await browser.post("/till", form: ["till": ""], token: manager)
            #expect(none.headers[.setCookie]?.contains("Max-Age=0") == true)
        }
    }

    @Test func `S1-12: the till's outlet opens first, its checks bear it, and only its ways of paying are shown and taken`() async throws {
        let (web, till) = try await web()
        let token = web.token(web.cashier(.waiter))
        let cookie: HTTPFields = [.cookie: "ardoise=\(token); ardoise-till=\(till.id)"]
        let bar = try await web.house.outlet(2)
        try await web.visit { browser in
            let floor = try await browser.get("/floor", headers: cookie)
            #expect(floor.text.contains("data-outlet=\"\(bar.id)\" aria-current=\"page\""))
            let opened = try await browser.post(
                "/checks", form: ["key": "check-key-1", "outlet": bar.id.text, "table": "", "covers": "1"], headers: cookie)
            let path = try #require(opened.headers[.location])
            let id = try #require(CheckID(text: String(path.dropFirst("/checks/".count))))
            let item = try await web.house.restaurant.menu().items[0]
            let check = try await web.house.restaurant.changeLines(
                of: id, [.add(id: Sample.key(1), item: item.id, quantity: 1, note: "")], by: web.house.anna)
            #expect(check.tillConfigurationID == till.id)
            let pay = try await browser.get("\(path)/pay", headers: cookie)
            #expect(pay.text.contains("take-card") && !pay.text.contains("take-cash") && !pay.text.contains("pay-room"))
        }
    }

    @Test func `S1-12: a check of another till is not paid in a way that this one does not take`() async throws {
        let (web, till) = try await web()
        let token = web.token(web.cashier(.waiter))
        let check = try await web.house.check(key: 1)
        let cash = try await web.house.method("CASH").id
        try await web.visit { browser in
            let fields: KeyValuePairs<String, String> = [
                "key": "pay-key-01", "method": cash.text, "amount": "1,00", "tip": "", "given": "",
            ]
            let refused = try await browser.post(
                "/checks/\(check.id)/payments", form: fields, headers: [.cookie: "ardoise=\(token); ardoise-till=\(till.id)"])
            #expect(refused.status == .unprocessableContent && refused.text.contains("id=\"problem\""))
            #expect(try await web.house.restaurant.check(check.id).tenders.isEmpty)
            // A till that is out of use, or a cookie of nonsense, binds nobody.
            for odd in ["01900000-0000-7000-8000-000000000001", "x"] {
                let page = try await browser.get("/checks/\(check.id)/pay", headers: [.cookie: "ardoise=\(token); ardoise-till=\(odd)"])
                #expect(page.text.contains("take-cash"))
            }
            let taken = try await browser.post("/checks/\(check.id)/payments", form: fields, token: token)
            #expect(taken.status == .seeOther)
        }
    }
}
