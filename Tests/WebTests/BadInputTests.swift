import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct BadInputTests {
    /// A body, and the status, code and field that answer it.
    struct Case: Sendable {
        let path: String
        let body: String
        let status: HTTPResponse.Status
        let code: String
        let field: String?
    }

    private static let cases: [Case] = [
        Case(path: "payments", body: "{", status: .badRequest, code: "MALFORMED_JSON", field: nil),
        Case(path: "payments", body: "[]", status: .badRequest, code: "FIELD_WRONG_TYPE", field: "/"),
        Case(path: "payments", body: "{}", status: .badRequest, code: "FIELD_MISSING", field: "paymentMethodId"),
        Case(path: "payments", body: #"{"paymentMethodId":7}"#, status: .badRequest, code: "FIELD_WRONG_TYPE", field: "paymentMethodId"),
        Case(
            path: "payments", body: #"{"paymentMethodId":"x"}"#, status: .unprocessableContent, code: "OUT_OF_RANGE",
            field: "paymentMethodId"),
        Case(
            path: "payments", body: #"{"paymentMethodId":"ID","amount":1.5}"#, status: .badRequest, code: "FIELD_WRONG_TYPE",
            field: "amount"),
        Case(
            path: "payments", body: #"{"paymentMethodId":"ID","amount":0}"#, status: .unprocessableContent, code: "OUT_OF_RANGE",
            field: "amount"),
        Case(
            path: "payments", body: #"{"paymentMethodId":"ID","amount":-100}"#, status: .unprocessableContent, code: "OUT_OF_RANGE",
            field: "amount"
        ),
        Case(
            path: "payments", body: #"{"paymentMethodId":"ID","amount":1000000001}"#, status: .unprocessableContent, code: "OUT_OF_RANGE",
            field: "amount"),
        Case(
            path: "payments", body: #"{"paymentMethodId":"ID","amount":100,"price":1}"#, status: .badRequest, code: "FIELD_UNKNOWN",
            field: "price"),
        Case(
            path: "payments", body: #"{"paymentMethodId":"ID","amount":99999900}"#, status: .unprocessableContent,
            code: "AMOUNT_ABOVE_REMAINING",
            field: nil),
        Case(
            path: "room-charges", body: #"{"amount":100,"guest":{"roomNumber":"204"}}"#, status: .badRequest, code: "FIELD_MISSING",
            field: "guest.reservationNumber"),
        Case(
            path: "room-charges", body: #"{"amount":100,"guest":{"roomNumber":"2|4","reservationNumber":"1","name":"a"}}"#,
            status: .unprocessableContent, code: "OUT_OF_RANGE", field: "guest.roomNumber"),
        Case(
            path: "room-charges", body: #"{"amount":100,"guest":{"roomNumber":"204","reservationNumber":"99","name":"a"}}"#,
            status: .unprocessableContent, code: "GUEST_NOT_FOUND", field: nil),
        Case(
            path: "lines", body: #"{"changes":[{"op":"steal"}]}"#, status: .unprocessableContent, code: "OUT_OF_RANGE",
            field: "changes[0].op"),
        Case(
            path: "lines", body: #"{"changes":[{"op":"add","id":"12345678","menuItemId":"ID","quantity":1000}]}"#,
            status: .unprocessableContent,
            code: "OUT_OF_RANGE", field: "changes[0].quantity"),
        Case(
            path: "lines", body: #"{"changes":[{"op":"add","id":"short","menuItemId":"ID","quantity":1}]}"#, status: .unprocessableContent,
            code: "OUT_OF_RANGE", field: "changes[0].id"),
    ]

    @Test func `bad bodies are answered with what is wrong and where, in both languages`() async throws {
        let web = try await WebHouse.open()
        let check = try await web.house.check()
        let cash = try await web.house.method("CASH").id.text
        try await web.visit { browser in
            for one in Self.cases {
                for (language, word) in [("fr", Language.fr), ("en", .en)] {
                    let answer = try await browser.call(
                        .post, "/checks/\(check.id)/\(one.path)", json: one.body.replacing("ID", with: cash),
                        token: web.token(web.house.anna),
                        key: "some-key-1", headers: [.acceptLanguage: language])
                    #expect(answer.status == one.status, "\(one.body)")
                    let json = try answer.json
                    #expect(json.text("code") == one.code, "\(one.body)")
                    #expect(json.text("field") == one.field, "\(one.body)")
                    #expect(json.integer("status") == one.status.code)
                    #expect(json.text("title") == Words[word]["title.\(one.status.code)"])
                    #expect(json.text("detail")?.contains("{") == false)
                }
            }
        }
        #expect(try await web.house.restaurant.check(check.id).tenders.isEmpty)
    }

    @Test func `money is not moved without a key`() async throws {
        let web = try await WebHouse.open()
        let check = try await web.house.check()
        try await web.visit { browser in
            for path in ["/checks", "/checks/\(check.id)/payments", "/checks/\(check.id)/room-charges"] {
                for key in [nil, "short", "not allowed!"] {
                    let answer = try await browser.call(.post, path, json: "{}", token: web.token(web.house.anna), key: key)
                    #expect(answer.status == .badRequest)
                    #expect(try answer.json.text("code") == "KEY_MISSING")
                }
            }
        }
    }

    @Test func `a body too large, of the wrong type, or for nothing that exists`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let token = web.token(web.house.anna)
            let large = try await browser.call(
                .post, "/guest-searches", json: #"{"text":""# + String(repeating: "x", count: 300_000) + #""}"#, token: token)
            #expect(large.status == .contentTooLarge)
            let typed = try await browser.call(
                .post, "/guest-searches", json: "text=1", token: token, headers: [.contentType: "text/plain"])
            #expect(typed.status == .unsupportedMediaType)
            #expect(try await browser.call(.get, "/checks/nonsense", token: token).status == .notFound)
            let missing = try await browser.call(.get, "/checks/01900000-0000-7000-8000-000000000001", token: token)
            #expect(try missing.status == .notFound && missing.json.text("code") == "UNKNOWN_CHECK")
        }
    }

    @Test func `a fault inside shows its id and nothing else`() async throws {
        let web = try await WebHouse.open()
        let check = try await web.house.check()
        _ = try await web.house.database.write { tx in try tx.execute("alter table menu_item rename to lost") }
        try await web.visit { browser in
            let token = web.token(web.house.anna)
            let answer = try await browser.call(.get, "/menu", token: token)
            #expect(answer.status == .internalServerError)
            #expect(try answer.json.text("code") == "FAULT")
            #expect(!answer.text.contains("menu_item") && !answer.text.lowercased().contains("sql"))
            let page = try await browser.get("/checks/\(check.id)", token: token)
            #expect(page.status == .internalServerError)
            #expect(page.text.contains(try #require(page.headers[.xRequestID])))
            #expect(!page.text.contains("menu_item") && !page.text.lowercased().contains("sql"))
        }
    }
}
