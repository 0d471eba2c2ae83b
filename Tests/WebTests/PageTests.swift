import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct PageTests {
    @Test func `our markup checker sees what is wrong`() {
        #expect(Markup.fault(in: "<p>a</p>") == nil)
        for broken in ["<p>a", "<p>a</div>", "<p><b>a</p></b>", "a < b", "<p id=\"a\"></p><p id=\"a\"></p>"] {
            #expect(Markup.fault(in: broken) != nil, "\(broken)")
        }
    }

    @Test(arguments: Language.allCases) func `every page is well formed, in its language, empty and full`(_ language: Language) async throws
    {
        let web = try await WebHouse.open()
        let charge = try await web.charge(key: 1, amount: 1000)
        try await web.conclude(PostingConclusion(.inDoubt, code: "timedOut"))
        let empty = try await web.house.check(plus: [], key: 2)
        let paid = try await web.house.check(key: 3)
        _ = try await web.house.restaurant.takePayment(
            on: paid.id, key: Sample.key(9), method: try await web.house.method("CASH").id, amount: paid.totals.total,
            tip: Sample.euros(100),
            cashGiven: Sample.euros(10_000), by: web.house.anna)
        let outlets = try await web.house.restaurant.outlets()
        let checks = [charge.check.id, empty.id, paid.id]
        let paths =
            [
                "/floor", "/floor/\(outlets[1].id)", "/postings", "/postings?state=refused", "/postings/\(charge.posting.id)", "/nonsense",
                "/sign-in",
            ]
            + checks.flatMap { ["/checks/\($0)", "/checks/\($0)/pay", "/checks/\($0)/room", "/checks/\($0)/receipt"] }
            + ["/checks/\(charge.check.id)/charges/\(charge.posting.id)"]
        try await web.visit { browser in
            for cashier in [web.house.anna, web.house.helene] {
                let token = web.token(cashier, language: language)
                for path in paths {
                    let answer = try await browser.get(path, token: token, headers: [.acceptLanguage: language.rawValue])
                    if answer.status == .seeOther { continue }
                    #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
                    #expect(Markup.fault(in: answer.text) == nil, "\(path): \(Markup.fault(in: answer.text) ?? "")")
                    #expect(answer.text.contains("<html lang=\"\(language.rawValue)\">"), "\(path)")
                    #expect(!answer.text.contains(" style=\"") && !answer.text.contains(" onclick"), "\(path): the policy would block it")
                    #expect(!answer.text.contains("{{"), "\(path)")
                }
            }
        }
    }

    @Test func `the table plan shows what is free, open and waiting`() async throws {
        let web = try await WebHouse.open()
        let outlet = try await web.house.outlet()
        let tables = try await web.house.restaurant.floor(of: outlet.id).tables.map(\.table).sorted { $0.number < $1.number }
        try await web.visit { browser in
            let token = web.token(web.house.anna)
            let form: KeyValuePairs = ["key": "table-key-1", "outlet": outlet.id.text, "table": tables[0].id.text, "covers": "4"]
            let opened = try await browser.post("/checks", form: form, token: token)
            let path = try #require(opened.headers[.location])
            #expect(try await browser.post("/checks", form: form, token: token).headers[.location] == path)
            web.house.clock.advance(ms: 42 * 60_000)
            let page = try await browser.get("/floor", token: web.token(web.house.anna)).text
            #expect(page.contains("href=\"\(path)\" data-table=\"\(tables[0].number)\" data-status=\"open\""))
            #expect(page.contains("4 couverts · 42\u{A0}min"))
            #expect(page.contains("data-table=\"\(tables[1].number)\" data-table-id=\"\(tables[1].id)\""))
            #expect(page.contains("data-phase=\"alive\""))
        }
    }

    @Test func `the order screen carries check and menu for its script`() async throws {
        let web = try await WebHouse.open()
        let check = try await web.house.check(plus: [10, 11])
        try await web.visit { browser in
            let page = try await browser.get("/checks/\(check.id)", token: web.token(web.house.anna)).text
            #expect(page.contains("data-check-number=\"\(check.number)\""))
            #expect(page.contains("data-plu=\"10\""))
            #expect(page.contains("\"mayChange\":true"))
            #expect(page.contains("id=\"total\" class=\"big\" data-amount=\"3050\">30,50\u{A0}€"))
        }
    }

    @Test func `a check is paid in parts, with words where it does not fit`() async throws {
        let web = try await WebHouse.open()
        let check = try await web.house.check(plus: [10, 11])
        let (cash, card) = (try await web.house.method("CASH").id.text, try await web.house.method("CARD").id.text)
        try await web.visit { browser in
            let token = web.token(web.house.anna)
            let path = "/checks/\(check.id)/payments"
            let much = try await browser.post(
                path, form: ["key": "pay-key-1", "method": card, "amount": "100", "tip": "", "given": ""], token: token)
            #expect(much.status == .unprocessableContent)
            #expect(much.text.contains("Il ne reste que 30,50\u{A0}€ à payer.") && much.text.contains("value=\"100\""))
            let odd = try await browser.post(
                path, form: ["key": "pay-key-1", "method": card, "amount": "dix", "tip": "", "given": ""], token: token)
            #expect(odd.status == .unprocessableContent && odd.text.contains("Ce montant est illisible"))
            let first = try await browser.post(
                path, form: ["key": "pay-key-1", "method": card, "amount": "20,50", "tip": "1", "given": ""], token: token)
            #expect(first.headers[.location] == "/checks/\(check.id)/pay")
            let left = try await browser.get("/checks/\(check.id)/pay", token: token).text
            #expect(left.contains("id=\"remaining\" class=\"sum\" data-amount=\"1000\">10,00"))
            #expect(left.contains("data-state=\"settled\""))
            let short = try await browser.post(
                path, form: ["key": "pay-key-2", "method": cash, "amount": "10", "tip": "", "given": "5"], token: token)
            #expect(short.status == .unprocessableContent && short.text.contains("Il manque"))
            let last = try await browser.post(
                path, form: ["key": "pay-key-2", "method": cash, "amount": "10", "tip": "", "given": "20"], token: token)
            #expect(last.headers[.location] == "/checks/\(check.id)/receipt")
            let receipt = try await browser.get("/checks/\(check.id)/receipt", token: token).text
            #expect(receipt.contains("Donné 20,00\u{A0}€ · rendu 10,00\u{A0}€") && receipt.contains("data-vat=\"1000\""))
            #expect(receipt.contains("dont pourboire 1,00\u{A0}€") && !receipt.contains("NON SOLDÉE"))
        }
    }

    @Test func `a room is found, charged and confirmed in large type`() async throws {
        let web = try await WebHouse.open()
        let check = try await web.house.check(plus: [10, 11])
        try await web.visit { browser in
            let token = web.token(web.house.anna)
            let cards = try await browser.post("/checks/\(check.id)/guests", form: ["text": "204"], token: token).text
            #expect(cards.contains("data-title=\"2 clients dans la 204\""))
            #expect(cards.contains("data-reservation=\"12345\"") && cards.contains("data-chargeable=\"true\""))
            #expect(cards.contains("Mme Garibaldi, Lucia") && cards.contains("21 – 25\u{A0}nov. · chambre 204"))
            #expect(cards.contains("facturation refusée") && !cards.contains("de crédit"))
            let form: KeyValuePairs = [
                "key": "room-key-1", "room": "204", "reservation": "12345", "name": "Garibaldi, Lucia", "amount": "30,50", "tip": "1,50",
            ]
            let charged = try await web.answering(PostingConclusion(.accepted, transactionNumbers: ["77"])) {
                try await browser.post("/checks/\(check.id)/room-charges", form: form, token: token)
            }
            let path = try #require(charged.headers[.location])
            let result = try await browser.get(path, token: token).text
            #expect(result.contains("id=\"outcome\" class=\"card\" data-state=\"accepted\""))
            #expect(result.contains("id=\"outcome-amount\" class=\"amount\">32,00\u{A0}€") && result.contains("Chambre 204"))
            #expect(result.contains("dont pourboire 1,50\u{A0}€"))
            #expect(try await browser.post("/checks/\(check.id)/room-charges", form: form, token: token).headers[.location] == path)
            let elsewhere = path.replacing(check.id.text, with: "01900000-0000-7000-8000-000000000001")
            #expect(try await browser.get(elsewhere, token: token).status == .notFound)
        }
    }

    @Test func `a search that finds nobody, or cannot ask, says so on the spot`() async throws {
        let web = try await WebHouse.open()
        let check = try await web.house.check()
        try await web.visit { browser in
            let token = web.token(web.house.anna, language: .en)
            let path = "/checks/\(check.id)/guests"
            for (text, words) in [("999", "Nobody in “999”"), ("Nemo", "Nobody called “Nemo”"), ("x", "at least 2 letters")] {
                let answer = try await browser.post(path, form: ["text": text], token: token)
                #expect(answer.text.contains(words))
            }
            web.house.hotel.fails(.nightAudit)
            let away = try await browser.post(path, form: ["text": "204"], token: token)
            #expect(away.text.contains("closing its day"))
        }
    }

    @Test func `a doubt is told to the cashier, settled by a manager, and masked for others`() async throws {
        let web = try await WebHouse.open()
        let charge = try await web.charge()
        try await web.conclude(PostingConclusion(.inDoubt, code: "timedOut"))
        try await web.visit { browser in
            let anna = web.token(web.house.anna)
            let result = try await browser.get("/checks/\(charge.check.id)/charges/\(charge.posting.id)", token: anna).text
            #expect(result.contains("Ne pas recommencer") && result.contains("data-state=\"inDoubt\""))
            #expect(try await browser.get("/checks/\(charge.check.id)/receipt", token: anna).text.contains("EN COURS DE CONFIRMATION"))
            let list = try await browser.get("/postings?state=inDoubt", token: anna).text
            #expect(list.contains("data-posting=\"\(charge.posting.id)\" data-state=\"inDoubt\"") && !list.contains("Garibaldi"))
            let seen = try await browser.get("/postings/\(charge.posting.id)", token: anna).text
            #expect(seen.contains("data-attempt=\"42\"") && seen.contains("GN•••") && !seen.contains("Garibaldi"))
            #expect(!seen.contains("settle-booked"))
            let manager = web.token(web.house.helene)
            let shown = try await browser.get("/postings/\(charge.posting.id)", token: manager).text
            #expect(shown.contains("settle-booked") && shown.contains("GNGaribaldi, Lucia"))
            let path = "/postings/\(charge.posting.id)/settlement"
            let silent = try await browser.post(path, form: ["outcome": "accepted", "note": " "], token: manager)
            #expect(silent.status == .unprocessableContent && silent.text.contains("Dites qui a vu la note"))
            let settled = try await browser.post(path, form: ["outcome": "notBooked", "note": "vue à la réception"], token: manager)
            #expect(settled.status == .seeOther)
            #expect(try await browser.get("/postings/\(charge.posting.id)", token: manager).text.contains("data-state=\"notBooked\""))
            #expect(try await browser.get("/checks/\(charge.check.id)/pay", token: anna).text.contains("pay-form"))
        }
    }

    @Test func `what waits may be taken back`() async throws {
        let web = try await WebHouse.open()
        let charge = try await web.charge()
        try await web.visit { browser in
            let token = web.token(web.house.anna)
            #expect(try await browser.get("/postings/\(charge.posting.id)", token: token).text.contains("id=\"withdraw\""))
            let path = "/postings/\(charge.posting.id)/withdrawal"
            #expect(try await browser.post(path, form: [:], token: token).status == .seeOther)
            let again = try await browser.post(path, form: [:], token: token)
            #expect(again.status == .conflict && again.text.contains("déjà parti"))
        }
    }

    @Test func `a demonstration is marked on every screen and receipt`() async throws {
        let web = try await WebHouse.open(WebConfiguration(isDemo: true, version: "test"))
        let check = try await web.house.check()
        try await web.visit { browser in
            let token = web.token(web.house.anna)
            let floor = try await browser.get("/floor", token: token)
            #expect(floor.text.contains("DÉMO"))
            let receipt = try await browser.get("/checks/\(check.id)/receipt", token: token)
            #expect(receipt.text.contains("sans valeur"))
        }
    }
}
