import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct APITests {
    @Test func `a program signs in, takes an order and is paid in cash`() async throws {
        let web = try await WebHouse.open()
        let outlet = try await web.house.outlet().id
        let cash = try await web.house.method("CASH").id
        try await web.visit { browser in
            let session = try await browser.call(.post, "/sessions", json: #"{"pin":"2580"}"#)
            #expect(session.status == .created)
            let token = try #require(try session.json.text("token"))
            #expect(try session.json.object("cashier").text("name") == "Anna")
            let menu = try await browser.call(.get, "/menu", token: token, headers: [.acceptLanguage: "en"]).json
            let oysters = try #require(menu.list("items").compactMap(Self.object).first { $0.integer("code") == 10 })
            #expect(oysters.text("name") == "Cancale oysters, six" && oysters.integer("price") == 1650)
            let opened = try await browser.call(
                .post, "/checks", json: #"{"outletId":"\#(outlet)","covers":2}"#, token: token, key: "open-key-1")
            #expect(opened.status == .created)
            let check = try #require(try opened.json.text("id"))
            #expect(opened.headers[.location] == "/api/v1/checks/\(check)")
            let lines =
                #"{"changes":[{"op":"add","id":"line-key-1","menuItemId":"\#(oysters.text("id")!)","quantity":2},"#
                + #"{"op":"void","id":"void-key-1","lineId":"line-key-1","quantity":1}]}"#
            for _ in 0..<2 {
                let changed = try await browser.call(.post, "/checks/\(check)/lines", json: lines, token: token)
                #expect(changed.status == .ok)
                #expect(try changed.json.integer("total") == 1650)
            }
            let body = #"{"paymentMethodId":"\#(cash)","amount":1650,"tip":100,"cashGiven":2000}"#
            let paid = try await browser.call(.post, "/checks/\(check)/payments", json: body, token: token, key: "pay-key-01")
            #expect(paid.status == .created && paid.headers[.idempotencyReplayed] == nil)
            #expect(try paid.json.object("check").text("state") == "closed")
            #expect(try paid.json.object("tender").integer("change") == 250)
            let again = try await browser.call(.post, "/checks/\(check)/payments", json: body, token: token, key: "pay-key-01")
            #expect(again.status == .created && again.headers[.idempotencyReplayed] == "true")
            #expect(try again.json.object("tender").text("id") == paid.json.object("tender").text("id"))
            let other = try await browser.call(
                .post, "/checks/\(check)/payments", json: body.replacing("1650", with: "1600"), token: token, key: "pay-key-01")
            #expect(other.status == .unprocessableContent)
            #expect(try other.json.text("code") == "KEY_REUSED")
            let receipt = try await browser.call(.get, "/checks/\(check)/receipt", token: token).json
            #expect(receipt.list("payments").count == 1)
            #expect(try await browser.call(.delete, "/sessions/current", token: token).status == .noContent)
            #expect(try await browser.call(.get, "/menu", token: token).status == .unauthorized)
        }
    }

    @Test func `guests are found by number and by name, and credit is for managers`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            for text in ["204", "garib"] {
                let answer = try await browser.call(
                    .post, "/guest-searches", json: #"{"text":"\#(text)"}"#, token: web.token(web.house.anna))
                let lucia = try #require(try answer.json.list("guests").compactMap(Self.object).first)
                #expect(lucia.text("name") == "Garibaldi, Lucia" && lucia["mayBeCharged"] == .boolean(true))
                #expect(lucia["creditLeft"] == nil)
            }
            let manager = web.token(web.house.helene)
            let seen = try await browser.call(.post, "/guest-searches", json: #"{"text":"204"}"#, token: manager).json
            #expect(Self.object(seen.list("guests")[0])?.integer("creditLeft") == 37_950)
            let nobody = try await browser.call(.post, "/guest-searches", json: #"{"text":"999"}"#, token: manager)
            #expect(try nobody.status == .ok && nobody.json.list("guests").isEmpty)
            web.house.hotel.fails(.notConnected)
            let away = try await browser.call(.post, "/guest-searches", json: #"{"text":"204"}"#, token: manager)
            #expect(away.status == .serviceUnavailable && away.headers[.retryAfter] == "5")
            #expect(try away.json.text("code") == "HOTEL_UNAVAILABLE_NOT_CONNECTED")
        }
    }

    private static let guest = #"{"roomNumber":"204","reservationNumber":"12345","name":"Garibaldi, Lucia"}"#

    @Test func `a room charge is 202 while the hotel is silent, with where to watch`() async throws {
        let web = try await WebHouse.open()
        let check = try await web.house.check()
        try await web.visit { browser in
            let body = #"{"amount":\#(check.totals.total.minorUnits),"guest":\#(Self.guest),"waitMs":0}"#
            let token = web.token(web.house.anna)
            let answer = try await browser.call(.post, "/checks/\(check.id)/room-charges", json: body, token: token, key: "room-key-1")
            #expect(answer.status == .accepted)
            let watch = try #require(answer.headers[.location])
            let posting = try await browser.send(.get, watch, headers: [.authorization: "Bearer \(token)"]).json
            #expect(posting.text("state") == "queued" && posting.text("roomNumber") == "204")
            let again = try await browser.call(.post, "/checks/\(check.id)/room-charges", json: body, token: token, key: "room-key-1")
            #expect(again.status == .accepted && again.headers[.idempotencyReplayed] == "true" && again.headers[.location] == watch)
        }
    }

    @Test func `a room charge is 201 when the hotel books it and 422 when it refuses`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let token = web.token(web.house.anna)
            for (key, conclusion, status) in [
                (1, PostingConclusion(.accepted), HTTPResponse.Status.created),
                (2, PostingConclusion(.refused, code: "creditLimit"), .unprocessableContent),
                (3, PostingConclusion(.inDoubt, code: "timedOut"), .accepted),
            ] {
                let check = try await web.house.check(key: key)
                let body = #"{"amount":\#(check.totals.total.minorUnits),"guest":\#(Self.guest)}"#
                let answer = try await web.answering(conclusion) {
                    try await browser.call(.post, "/checks/\(check.id)/room-charges", json: body, token: token, key: "room-key-\(key)")
                }
                #expect(answer.status == status)
                if status == .unprocessableContent {
                    #expect(try answer.json.text("code") == "POSTING_CREDIT_LIMIT")
                    #expect(answer.text.contains("plafond de crédit"))
                }
            }
        }
    }

    @Test func `S1-15: a guest marked no posting is refused over the API, a manager too`() async throws {
        let web = try await WebHouse.open()
        let check = try await web.house.check()
        try await web.visit { browser in
            for cashier in [web.house.anna, web.house.helene] {
                let body = #"{"amount":100,"guest":{"roomNumber":"204","reservationNumber":"12346","name":"Gast, Henri"}}"#
                let answer = try await browser.call(
                    .post, "/checks/\(check.id)/room-charges", json: body, token: web.token(cashier), key: "no-post-key")
                #expect(answer.status == .unprocessableContent)
                #expect(try answer.json.text("code") == "GUEST_NO_POSTING")
            }
        }
    }

    @Test func `a manager settles a doubt, a waiter may not, and names are masked for others`() async throws {
        let web = try await WebHouse.open()
        let posting = try await web.charge().posting.id
        try await web.conclude(PostingConclusion(.inDoubt, code: "timedOut"))
        try await web.visit { browser in
            let karim = Cashier(id: web.house.helene.id, number: 9, name: "Karim", role: .waiter, language: .fr)
            let seen = try await browser.call(.get, "/postings/\(posting)", token: web.token(karim))
            #expect(!seen.text.contains("Garibaldi"))
            #expect(try seen.json.list("attempts").count == 1)
            let body = #"{"outcome":"accepted","note":"vue à la réception"}"#
            #expect(
                try await browser.call(.post, "/postings/\(posting)/settlement", json: body, token: web.token(karim)).status == .forbidden)
            let settled = try await browser.call(.post, "/postings/\(posting)/settlement", json: body, token: web.token(web.house.helene))
            #expect(try settled.status == .ok && settled.json.text("state") == "accepted")
            let late = try await browser.call(.post, "/postings/\(posting)/settlement", json: body, token: web.token(web.house.helene))
            #expect(late.status == .conflict)
        }
    }

    @Test func `postings come in pages, newest first`() async throws {
        let web = try await WebHouse.open()
        for key in 1...5 {
            _ = try await web.charge(key: key)
            web.house.clock.advance(ms: 1000)
        }
        try await web.visit { browser in
            let token = web.token(web.house.anna)
            var seen: [String] = []
            var cursor = ""
            repeat {
                let page = try await browser.call(.get, "/postings?state=queued&limit=2\(cursor)", token: token).json
                seen += page.list("postings").compactMap(Self.object).compactMap { $0.text("id") }
                cursor = page.text("next").map { "&cursor=\($0)" } ?? ""
            } while !cursor.isEmpty
            #expect(seen.count == 5 && seen == seen.sorted(by: >))
            #expect(try await browser.call(.get, "/postings?limit=0", token: token).status == .unprocessableContent)
            #expect(try await browser.call(.get, "/postings?state=lost", token: token).status == .unprocessableContent)
        }
    }

    private static func object(_ value: JSONValue) -> [String: JSONValue]? {
        guard case .object(let fields) = value else { return nil }
        return fields
    }
}
