import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct ReconciliationPageTests {
    private static let list = "date;chambre;montant;texte;addition\n22/11/2026;204;31,00;Restaurant A7.7;7\n"

    /// A house with one charge that its hotel shows on the guest's bill as so many lines.
    private func house(times: Int = 1) async throws -> (web: WebHouse, charge: RoomCharge) {
        let web = try await WebHouse.open()
        let charge = try await web.charge()
        try await web.conclude(PostingConclusion(.accepted))
        let line = FolioLine(text: "Restaurant A\(charge.check.number).42", amount: charge.posting.breakdown.total)
        web.house.hotel.shows(AccountReading(.lines(Array(repeating: line, count: times))), of: GuestChoice(WebHouse.lucia))
        return (web, charge)
    }

    @Test(arguments: Language.allCases) func `a day is compared with the guests' folios and the result is kept`(_ language: Language)
        async throws
    {
        let (web, _) = try await house()
        try await web.visit { browser in
            let token = web.token(web.house.helene, language: language)
            let empty = try await browser.get("/hotel/reconciliation", token: token).text
            #expect(Markup.fault(in: empty) == nil && empty.contains(Words[language]["noRuns"]) && empty.contains("value=\"2026-11-21\""))
            let compared = try await browser.post("/hotel/reconciliation", form: ["date": "2026-11-22"], token: token)
            #expect(compared.status == .seeOther)
            let path = try #require(compared.headers[.location])
            let page = try await browser.get(path, token: token).text
            #expect(Markup.fault(in: page) == nil && page.contains("data-equal=\"true\"") && page.contains(Words[language]["equalTitle"]))
            let listed = try await browser.get("/hotel/reconciliation?date=2026-11-22", token: token).text
            #expect(Markup.fault(in: listed) == nil && listed.contains("href=\"\(path)\"") && listed.contains(Words[language]["equal"]))
        }
    }

    @Test(arguments: Language.allCases) func `each difference says what to do`(_ language: Language) async throws {
        let (web, charge) = try await house(times: 2)
        try await web.visit { browser in
            let token = web.token(web.house.helene, language: language)
            let compared = try await browser.post("/hotel/reconciliation", form: ["date": "2026-11-22"], token: token)
            let page = try await browser.get(try #require(compared.headers[.location]), token: token).text
            #expect(Markup.fault(in: page) == nil && page.contains("data-difference=\"twice\"") && page.contains("data-equal=\"false\""))
            #expect(page.contains(Words[language]("step.twice", ["times": "2"])) && page.contains("/postings/\(charge.posting.id)"))
        }
    }

    @Test func `what a hotel writes in its list stays text`() async throws {
        let (web, charge) = try await house()
        let (cents, number) = (charge.posting.breakdown.total.minorUnits, charge.check.number)
        let list = "room,amount,text,check\n204,\(cents / 100).\(cents % 100 / 10)\(cents % 10),<script>alert(1)</script>,\(number)\n"
        let report = try await web.house.restaurant.reconcile(
            BusinessDate(year: 2026, month: 11, day: 22), csv: Array(list.utf8), by: web.house.helene)
        #expect(report.differences.map(\.kind) == [.missing])
        try await web.visit { browser in
            let page = try await browser.get("/hotel/reconciliation/\(report.run.id)", token: web.token(web.house.helene)).text
            #expect(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script>alert") && Markup.fault(in: page) == nil)
        }
    }

    @Test func `what cannot be compared is said where the day is chosen`() async throws {
        let web = try await WebHouse.open()
        _ = try await web.charge()
        try await web.conclude(PostingConclusion(.accepted))
        try await web.visit { browser in
            let token = web.token(web.house.helene)
            let none = try await browser.post("/hotel/reconciliation", form: ["date": "2026-11-22"], token: token)
            #expect(none.status == .unprocessableContent && none.text.contains(Words[.fr]["refusal.hotelShowsNoBills"]))
            let future = try await browser.post("/hotel/reconciliation", form: ["date": "2026-11-23"], token: token)
            #expect(future.status == .unprocessableContent && future.text.contains(Words[.fr]["refusal.businessDateInFuture"]))
            #expect(try await browser.get("/hotel/reconciliation?date=soon", token: token).status == .unprocessableContent)
            let waiter = web.token(web.house.anna)
            #expect(try await browser.get("/hotel/reconciliation", token: waiter).status == .forbidden)
        }
    }

    @Test func `programs compare, import, list and read`() async throws {
        let (web, _) = try await house(times: 2)
        try await web.visit { browser in
            let token = web.token(web.house.helene)
            let compared = try await browser.call(
                .post, "/reconciliations", json: #"{"businessDate":"2026-11-22"}"#, token: token, headers: [.acceptLanguage: "en"])
            #expect(compared.status == .created)
            let run = try compared.json
            guard case .object(let difference)? = run.list("differences").first else {
                Issue.record("no difference")
                return
            }
            #expect(difference.text("kind") == "twice" && difference.text("nextStep")?.contains("2 times") == true)
            let again = try await browser.call(.get, "/reconciliations/\(run.text("id")!)", token: token)
            let ours = try #require(run.integer("ourTotal"))
            #expect(try again.json.integer("hotelTotal") == 2 * ours)
            let imported = try await browser.call(
                .post, "/reconciliations/list?date=2026-11-22", json: Self.list, token: token, headers: [.contentType: "text/csv"])
            #expect(imported.status == .created)
            #expect(try imported.json.text("source") == "list")
            #expect(try await browser.call(.get, "/reconciliations", token: token).json.list("reconciliations").count == 2)
            let waiter = web.token(web.house.anna)
            #expect(try await browser.call(.get, "/reconciliations", token: waiter).status == .forbidden)
        }
    }

    @Test func `a list that cannot be read is answered with its lines, one that is too large not read at all`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let token = web.token(web.house.helene)
            let csv: HTTPFields = [.contentType: "text/csv; charset=utf-8", .acceptLanguage: "en"]
            let path = "/reconciliations/list?date=2026-11-22"
            let broken = try await browser.call(.post, path, json: "amount,text\nmuch,A1.1\n", token: token, headers: csv)
            #expect(broken.status == .unprocessableContent)
            #expect(try broken.json.text("code") == "LEDGER_UNREADABLE")
            #expect(try broken.json.text("detail")?.contains("Line 2: the amount “much” cannot be read.") == true)
            let bare = try await browser.call(.post, path, json: "text\nA1.1\n", token: token, headers: csv)
            #expect(try bare.json.text("detail")?.contains("the column “amount” is missing") == true)
            let large = String(repeating: "x", count: HotelLedgerFile.bytesMax + 1)
            #expect(try await browser.call(.post, path, json: large, token: token, headers: csv).status == .contentTooLarge)
            #expect(try await browser.call(.post, path, json: "{}", token: token).status == .unsupportedMediaType)
            #expect(
                try await browser.call(.post, "/reconciliations/list", json: "a", token: token, headers: csv).status
                    == .unprocessableContent)
        }
    }
}
