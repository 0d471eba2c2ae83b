import HTTPTypes
import HummingbirdTesting
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Web

/// OPERA Cloud's REST line in the back office: its form, its test, its codes, through the real router.
@Suite struct OperaCloudPageTests {
    private static let path = "/configuration/settings/opera-cloud/edit"
    private static let codes = "/configuration/settings/opera-cloud-codes"
    private static let appKey = "0f4c1a52-6d5e-4b7a-9c1f-3e2d1b0a9f88"
    private static let secrets = [appKey, "a-client-secret", "a-password"]

    /// The form as an installer fills it in, but for `changes`; an empty value unticks a box.
    private static func form(_ changes: [String: String] = [:]) -> [(String, String)] {
        let fields = [
            "on": "on", "version": "26.1.0.0", "gateway": "https://remparts.example.com/", "appKey": appKey, "clientID": "till",
            "clientSecret": secrets[1], "login": "password", "enterpriseID": "", "userName": "TILL_USER", "userPassword": secrets[2],
            "hotelID": "REMPARTS", "cashierID": "113", "externalSystem": "", "search": "get", "authorisedIsLimit": "on",
            "answerSeconds": "60",
        ]
        return fields.merging(changes) { $1 }.filter { !($0.key == "on" && $0.value.isEmpty) }.map { ($0.key, $0.value) }
    }

    /// The house with the line saved, and nobody to wait for it.
    private func added() async throws -> WebHouse {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let saved = try await browser.post(Self.path, fields: Self.form(), token: web.token(try await web.administrator()))
            #expect(saved.status == .seeOther, "\(saved.text)")
        }
        web.house.restaurant.hotelLinkChanges.follow(web.house.restaurant.hotelLinkChanges.newest)
        return web
    }

    @Test func `secrets are sealed, shown nowhere again, and stay when they are left empty`() async throws {
        let web = try await added()
        let before = try #require(try await web.house.database.read { try $0.operaCloudLink() })
        #expect(before.gateway == "https://remparts.example.com" && before.cashierID == 113 && before.login == .password)
        for (sealed, plain) in zip([before.appKey, before.clientSecret, before.userPassword], Self.secrets) {
            #expect(!sealed.isEmpty && !sealed.contains(plain))
        }
        try await web.visit { browser in
            let token = web.token(try await web.administrator(), language: .en)
            for path in [Self.path, "/configuration/export", "/configuration/changes", "/hotel/help", "/hotel/help/diagnostics"] {
                let text = try await browser.get(path, token: token).text
                for secret in Self.secrets { #expect(!text.contains(secret), "\(path)") }
            }
            #expect(try await browser.get("/configuration/changes", token: token).text.contains("appKey, clientSecret, password"))
            let again = Self.form(["appKey": "", "clientSecret": "", "userPassword": "", "cashierID": "114"])
            #expect(try await browser.post(Self.path, fields: again, token: token).status == .seeOther)
        }
        let after = try #require(try await web.house.database.read { try $0.operaCloudLink() })
        #expect(after.appKey == before.appKey && after.userPassword == before.userPassword && after.cashierID == 114)
    }

    @Test(arguments: [
        ("version", "1.19", "OPERA Cloud 1.20"), ("version", "", "version"), ("gateway", "http://remparts.example.com", "https://"),
        ("gateway", "https://remparts.example.com/oauth", "https://"), ("appKey", "0f4c1a52", "application key"),
        ("hotelID", "", "hotel code"), ("hotelID", "REM PARTS", "hotel code"), ("cashierID", "", "cashier"),
        ("cashierID", "FRONT", "cashier"), ("clientID", "", "client"), ("userName", "", "integration user"),
        ("answerSeconds", "0", "1 to 90"),
    ]) func `what no line could be made with is refused and said`(field: String, value: String, words: String) async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let token = web.token(try await web.administrator(), language: .en)
            let refused = try await browser.post(Self.path, fields: Self.form([field: value]), token: token)
            #expect(refused.status.code / 100 == 4)
            #expect(refused.text.lowercased().contains(words.lowercased()), "\(refused.text)")
            #expect(try await web.house.database.read { try $0.operaCloudLink() } == nil)
        }
    }

    @Test func `switched off, a line may be half filled in, and what was sent by the other must be answered first`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let token = web.token(try await web.administrator(), language: .en)
            let half = Self.form(["on": "", "gateway": "", "cashierID": "", "userName": "", "version": ""])
            #expect(try await browser.post(Self.path, fields: half, token: token).status == .seeOther)
            let list = try await browser.get("/configuration/integrations", token: token).text
            #expect(list.contains("data-integration=\"opera-cloud\"") && list.contains("OPERA Cloud"))
        }
    }

    @Test(arguments: Language.allCases) func `the test says which step failed and what to ask the hotel for`(_ language: Language)
        async throws
    {
        let web = try await added()
        let words = Words[language]
        try await web.visit { browser in
            let token = web.token(try await web.administrator(), language: language)
            for (index, step) in HotelLineWalk.Step.allCases.enumerated() {
                for trouble in HotelLineWalk.Trouble.allCases {
                    web.house.hotel.walks(
                        HotelLineWalk(
                            passed: Array(HotelLineWalk.Step.allCases.prefix(index)),
                            failure: .init(step: step, trouble: trouble, words: "<b>2010"), businessDate: nil, answeredInMs: nil, codes: nil
                        ))
                    let page = try await browser.post("/configuration/opera-cloud-test", form: [:], token: token)
                    #expect(page.status == .ok && Markup.fault(in: page.text) == nil)
                    #expect(page.text.ranges(of: "data-step=\"passed\"").count == index)
                    #expect(page.text.ranges(of: "data-step=\"failed\"").count == 1 && !page.text.contains("<b>2010"))
                    #expect(page.text.contains(words["cloudAsk.\(step.rawValue)"]))
                }
            }
            web.house.hotel.walks(nil)
            web.house.hotel.link(is: .down)
            let down = try await browser.post("/configuration/opera-cloud-test", form: [:], token: token)
            #expect(down.status == .ok && down.text.contains("verdict no"))
        }
    }

    @Test func `the hotel's own codes are read by the test, chosen per place and time, and fall back in plain sight`() async throws {
        let web = try await added()
        web.house.hotel.walks(
            HotelLineWalk(
                passed: HotelLineWalk.Step.allCases, failure: nil, businessDate: BusinessDate(iso: "2026-11-22"), answeredInMs: 12,
                codes: [
                    HotelCode(code: "2010", text: "Food <b>"), HotelCode(code: "2020", text: "Drinks"), .init(code: "2900", text: "Tips"),
                ]))
        try await web.visit { browser in
            let token = web.token(try await web.administrator(), language: .en)
            let typed = try await browser.get("\(Self.codes)/house", token: token).text
            #expect(typed.contains("not read yet") && typed.contains("name=\"S1\" type=\"text\""))
            let test = try await browser.post("/configuration/opera-cloud-test", form: [:], token: token)
            #expect(test.text.contains("verdict ok") && test.text.ranges(of: "data-step=\"passed\"").count == 4)

            let chosen = try await browser.get("\(Self.codes)/house", token: token).text
            #expect(chosen.contains("<select name=\"S1\">") && chosen.contains("2010 · Food &lt;b&gt;"))
            #expect(chosen.contains("Without a code: the charge is refused"))
            #expect(try await browser.get(Self.codes, token: token).text.contains("Codes missing"))
            let unknown = try await browser.post("\(Self.codes)/house", fields: Self.codes(["S1": "2999"]), token: token)
            #expect(unknown.status == .unprocessableContent && unknown.text.contains("Choose one of its list"))
            let house = Self.codes(["S1": "2010", "S2": "2010", "S3": "2010", "S5": "2010", "tip": "2900", "serviceCharge": "2020"])
            #expect(try await browser.post("\(Self.codes)/house", fields: house, token: token).status == .seeOther)
            #expect(try await browser.post("\(Self.codes)/o1-p2", fields: Self.codes(["S1": "2020"]), token: token).status == .seeOther)
            let rules = try await web.house.database.read { try $0.hotelCodeRules() }
            #expect(rules.count == 7)
            #expect(rules[.init(.sales(Itemizer(1)!), outlet: 1, servicePeriod: 2)] == "2020")
            let list = try await browser.get(Self.codes, token: token).text
            #expect(!list.contains("Codes missing") && list.contains("As further up in this list"))
            let period = try await browser.get("\(Self.codes)/o1-p2", token: token).text
            #expect(
                period.contains("Without a code here: 2010") && period.contains("Without a code here: 2020"), "D1 falls back to S1 there")
            #expect(try await browser.get("\(Self.codes)/o77", token: token).status == .notFound)
        }
        // In the file without secrets, and back again: nothing changes.
        let admin = try await web.administrator()
        let file = try await web.house.restaurant.exportConfiguration(by: admin)
        let before = try await web.house.database.read { (try $0.operaCloudLink(), try $0.hotelCodeRules()) }
        _ = try await web.house.restaurant.importConfiguration(file, by: admin)
        let after = try await web.house.database.read { (try $0.operaCloudLink(), try $0.hotelCodeRules()) }
        #expect(before == after && before.0?.appKey.isEmpty == false)
        #expect(try await web.house.restaurant.exportConfiguration(by: admin) == file)
    }

    /// The form of a place, each field that the demo has left empty but for those given.
    private static func codes(_ given: [String: String]) -> [(String, String)] {
        let names = [1, 2, 3, 5].flatMap { ["S\($0)", "D\($0)"] } + ["tip", "serviceCharge"]
        return names.map { ($0, given[$0] ?? "") }
    }
}
