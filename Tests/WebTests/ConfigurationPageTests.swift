import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct ConfigurationPageTests {
    /// Every section's list, a form to add, and one to change.
    private func paths(_ web: WebHouse) async throws -> [String] {
        let settings = try await web.house.restaurant.settings(by: web.administrator())
        let plan = try #require(settings.floorPlans.first)
        let changed = [
            "payment-methods/\(settings.methods[0].id)", "outlets/\(settings.outlets[0].id)", "service-periods/\(settings.outlets[0].id)",
            "closing-time/edit", "floor-plans/\(plan.id)", "tables/\(settings.tables[0].id)", "tables/add?plan=\(plan.id)",
            "revenue-groups/\(settings.revenueGroups[0].group.id)", "staff/\(settings.staff[0].cashier.id)", "gateway/gateway",
            "hotel/edit", "revenue-mapping/outlet-\(settings.outlets[0].id)",
        ]
        let added = ["payment-methods", "outlets", "tills", "floor-plans", "revenue-groups", "staff"].flatMap { [$0, "\($0)/add"] }
        return ["/configuration", "/configuration/file", "/configuration/changes", "/hotel/help"]
            + (changed + added + ["service-periods", "gateway", "revenue-mapping", "opera-cloud/edit", "opera-cloud-codes"]).map {
                "/configuration/settings/\($0)"
            }
    }

    @Test(arguments: Language.allCases) func `every page of the back office is well formed in its language`(_ language: Language)
        async throws
    {
        let web = try await WebHouse.open()
        let paths = try await paths(web)
        try await web.visit { browser in
            let token = web.token(try await web.administrator(), language: language)
            for path in paths {
                let answer = try await browser.get(path, token: token)
                #expect(answer.status == .ok, "\(path)")
                #expect(Markup.fault(in: answer.text) == nil, "\(path): \(Markup.fault(in: answer.text) ?? "")")
                #expect(answer.text.contains("<html lang=\"\(language.rawValue)\">") && !answer.text.contains("{{"), "\(path)")
            }
        }
    }

    @Test func `the back office is for administrators, by page and by form`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            for cashier in [web.house.anna, web.house.helene] {
                let token = web.token(cashier)
                #expect(try await browser.get("/configuration", token: token).status == .forbidden)
                #expect(try await browser.get("/floor", token: token).text.contains("href=\"/configuration\"") == false)
                let post = try await browser.post("/configuration/settings/staff/add", form: ["number": "9"], token: token)
                #expect(post.status == .forbidden)
                #expect(try await browser.call(.get, "/configuration", token: token).status == .forbidden)
            }
            #expect(try await browser.get("/configuration").headers[.location] == "/sign-in")
        }
    }

    @Test func `the words of the seed lead to a new charge to room`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let admin = try await web.administrator()
            for (language, path) in [
                (
                    Language.en,
                    ["Configuration", "Settings", "Payment methods", "Add", "Charge to room", "IKPMS", "Opera", "Transmit all receipts"]
                ),
                (.fr, ["Configuration", "Réglages", "Moyens de paiement", "Ajouter", "Mettre sur chambre", "IKPMS", "Opera"]),
            ] {
                let page = try await browser.get("/configuration/settings/payment-methods/add", token: web.token(admin, language: language))
                for word in path { #expect(page.text.contains(word), "\(word)") }
            }
        }
    }

    @Test func `a form that is refused comes back as it was typed, with the reason`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let token = web.token(try await web.administrator(), language: .en)
            let refused = try await browser.post(
                "/configuration/settings/payment-methods/add",
                form: ["kind": "voucher", "code": "CASH", "nameFR": "Chèque <b>", "hotelCode": "CHQ", "active": "on"], token: token)
            #expect(refused.status == .conflict)
            #expect(refused.text.contains("Already taken: code") && refused.text.contains("value=\"Chèque &lt;b&gt;\""))
            let saved = try await browser.post(
                "/configuration/settings/payment-methods/add",
                form: ["kind": "voucher", "code": "CHQ", "nameFR": "Chèque", "hotelCode": "CHQ", "active": "on"], token: token)
            #expect(saved.headers[.location] == "/configuration/settings/payment-methods?saved=1")
            #expect(try await web.house.method("CHQ").kind == .voucher)
            let list = try await browser.get("/configuration/settings/payment-methods?saved=1", token: token)
            #expect(list.text.contains("Saved, and in force already."))
        }
    }

    @Test func `service periods are typed with their ends, and overlaps come back`() async throws {
        let web = try await WebHouse.open()
        let outlet = try await web.house.outlet()
        try await web.visit { browser in
            let token = web.token(try await web.administrator(), language: .en)
            let path = "/configuration/settings/service-periods/\(outlet.id)"
            let wrong = try await browser.post(
                path,
                form: [
                    "number0": "1", "from0": "04:00", "to0": "12:00", "fr0": "Matin", "en0": "", "number1": "2", "from1": "11:00",
                    "to1": "04:00", "fr1": "Soir", "en1": "",
                ], token: token)
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("Two periods overlap at 11:00"))
            let right = try await browser.post(
                path,
                form: [
                    "number0": "1", "from0": "04:00", "to0": "11:00", "fr0": "Matin", "en0": "", "number1": "2", "from1": "11:00",
                    "to1": "04:00", "fr1": "Soir", "en1": "", "number2": "", "from2": "", "to2": "", "fr2": "", "en2": "",
                ], token: token)
            #expect(right.status == .seeOther)
            #expect(try await web.house.outlet().servicePeriods.all.map(\.startMinute) == [240, 660])
        }
    }

    @Test func `a closing time inside a period asks, and says from when`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let token = web.token(try await web.administrator(), language: .en)
            let path = "/configuration/settings/closing-time/edit"
            let asked = try await browser.post(path, form: ["time": "03:00", "openChecks": "carry"], token: token)
            #expect(asked.status == .unprocessableContent && asked.text.contains("03:00 falls inside a service period"))
            let meant = try await browser.post(path, form: ["time": "03:00", "meant": "on", "openChecks": "refuse"], token: token)
            #expect(meant.status == .seeOther)
            #expect(try await browser.get(path, token: token).text.contains("From the business date"))
        }
    }

    @Test func `a key that was typed is never shown again`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let token = web.token(try await web.administrator(), language: .en)
            let link = HotelLinkSettings(host: "opera", port: 5010)
            try await web.house.restaurant.saveGateway(
                GatewayDraft(settings: link, newKey: "FidCrypt0S|secret"), by: try await web.administrator())
            for path in [
                "/configuration/settings/gateway/gateway", "/configuration/export", "/configuration/changes", "/hotel/help/diagnostics",
            ] {
                #expect(try await browser.get(path, token: token).text.contains("secret") == false, "\(path)")
            }
        }
    }

    @Test func `a wrong configuration file is told with every place, and nothing is loaded`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let token = web.token(try await web.administrator(), language: .en)
            let bad = try await browser.call(.put, "/configuration", json: "{\"property\": {}}", token: token)
            #expect(bad.status == .unprocessableContent)
            #expect(try bad.json.text("code") == "CONFIGURATION_REJECTED")
            #expect(try bad.json.text("detail")?.hasPrefix("Nothing was loaded.") == true)
            let whole = try await browser.call(.get, "/configuration", token: token)
            let again = try await browser.call(.put, "/configuration", json: whole.text, token: token)
            #expect(again.status == .ok)
            #expect(try again.json.integer("outlets") == 2)
        }
    }

    @Test func `what helps shows no guest, and its file neither room nor reservation`() async throws {
        let web = try await WebHouse.open()
        _ = try await web.charge(key: 1)
        try await web.conclude(PostingConclusion(.accepted), wire: "PR|P#42|RN204|G#12345|GNGaribaldi, Lucia|CTSecret note|TA3100|")
        try await web.visit { browser in
            let token = web.token(web.house.helene, language: .en)
            let page = try await browser.get("/hotel/help", token: token).text
            #expect(page.contains("TA3100") && page.contains("RN204") && !page.contains("Garibaldi") && !page.contains("Secret"))
            let file = try await browser.get("/hotel/help/diagnostics", token: token).text
            #expect(file.contains("TA3100") && file.contains("P#42"))
            for hidden in ["Garibaldi", "Secret", "RN204", "12345"] { #expect(!file.contains(hidden), "\(hidden)") }
            #expect(try await browser.get("/hotel/help/diagnostics", token: web.token(web.house.anna)).status == .forbidden)
        }
    }

    @Test func `an address that names no section or no setting leads nowhere`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let token = web.token(try await web.administrator())
            for path in ["nonsense", "staff/nonsense", "staff/\(Sample.id(9) as CashierID)", "service-periods/add"] {
                #expect(try await browser.get("/configuration/settings/\(path)", token: token).status == .notFound, "\(path)")
            }
        }
    }
}

extension WebHouse {
    /// Loïc, with a PIN, so that somebody can still configure.
    func administrator() async throws -> Cashier {
        let loic = try await house.database.read { tx in try tx.cashiers().first { $0.role == .administrator } }!
        if try await !house.database.read({ tx in try tx.hasPIN(loic.id) }) {
            try await house.restaurant.setPIN(PIN("864209")!, of: loic.id, by: loic)
        }
        return loic
    }
}
