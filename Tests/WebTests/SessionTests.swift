import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import PointOfSale
import TestSupport
import Testing

@testable import Web

@Suite struct SessionTests {
    private let anna = Cashier(id: Sample.id(), number: 1, name: "Anna", role: .waiter, language: .fr)

    @Test func `a session ends after a quarter of an hour without a touch`() {
        let (sessions, clock) = (Sessions(), TestClock())
        let token = sessions.begin(anna, language: .fr, now: clock.now)
        clock.advance(ms: Sessions.idleMsMax - 1)
        #expect(sessions.find(token, now: clock.now, touching: true) != nil)
        clock.advance(ms: Sessions.idleMsMax - 1)
        #expect(sessions.find(token, now: clock.now, touching: false) != nil)
        clock.advance(ms: 1)
        #expect(sessions.find(token, now: clock.now, touching: true) == nil)
    }

    @Test func `a session ends after twelve hours however busy`() {
        let (sessions, clock) = (Sessions(), TestClock())
        let token = sessions.begin(anna, language: .fr, now: clock.now)
        for _ in 0..<72 {
            clock.advance(ms: 10 * 60_000)
            if clock.now.ms(since: Sample.evening) < Sessions.ageMsMax {
                #expect(sessions.find(token, now: clock.now, touching: true) != nil)
            }
        }
        #expect(sessions.find(token, now: clock.now, touching: true) == nil)
    }

    @Test func `tokens are long, different, and useless once signed out`() {
        let sessions = Sessions()
        let tokens = (0..<100).map { _ in sessions.begin(anna, language: .fr, now: Sample.evening) }
        #expect(Set(tokens).count == 100)
        #expect(tokens.allSatisfy { $0.utf8.count == 64 })
        sessions.end(tokens[0])
        #expect(sessions.find(tokens[0], now: Sample.evening, touching: true) == nil)
        #expect(sessions.find(tokens[1], now: Sample.evening, touching: true) != nil)
        #expect(sessions.find("", now: Sample.evening, touching: true) == nil)
    }

    @Test func `the session untouched the longest makes room`() {
        let (sessions, clock) = (Sessions(), TestClock())
        let first = sessions.begin(anna, language: .fr, now: clock.now)
        clock.advance(ms: 1)
        for _ in 0..<Sessions.countMax { _ = sessions.begin(anna, language: .fr, now: clock.now) }
        #expect(sessions.find(first, now: clock.now, touching: true) == nil)
    }

    @Test func `a PIN opens a session with a new token, and signing out closes it`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let old = web.token(web.house.anna)
            let answer = try await browser.post("/sign-in", form: ["pin": "2580"], token: old)
            #expect(answer.status == .seeOther && answer.headers[.location] == "/floor")
            let token = String(try #require(answer.headers[.setCookie]).dropFirst("ardoise=".count).prefix { $0 != ";" })
            #expect(token != old)
            #expect(try await browser.get("/floor", token: old).status == .seeOther)
            #expect(try await browser.get("/floor", token: token).status == .ok)
            #expect(try await browser.post("/sign-out", form: [:], token: token).headers[.location] == "/sign-in")
            #expect(try await browser.get("/floor", token: token).status == .seeOther)
        }
    }

    @Test func `a wrong PIN says so, and too many are slowed down in words`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            for attempt in 1...6 {
                let answer = try await browser.post("/sign-in", form: ["pin": "1111"], headers: [.acceptLanguage: "en"])
                #expect(answer.status == (attempt <= 5 ? .unauthorized : .tooManyRequests))
                #expect(answer.text.contains(attempt < 5 ? "This PIN is not right." : "Too many wrong PINs."))
                if attempt >= 5 { #expect(answer.headers[.retryAfter] == "30") }
            }
            web.house.clock.advance(ms: 31_000)
            #expect(try await browser.post("/sign-in", form: ["pin": "2580"]).status == .seeOther)
        }
    }

    @Test func `what a page fetches by itself does not keep a session alive`() async throws {
        let web = try await WebHouse.open()
        let token = web.token(web.house.anna)
        try await web.visit { browser in
            for _ in 0..<2 {
                web.house.clock.advance(ms: Sessions.idleMsMax * 2 / 3)
                _ = try await browser.get("/floor", token: token, headers: [.xLive: "1"])
            }
            #expect(try await browser.get("/floor", token: token).headers[.location] == "/sign-in")
        }
    }

    @Test func `whoever is switched off is out within half a minute`() async throws {
        let web = try await WebHouse.open()
        let (anna, helene) = (web.token(web.house.anna), web.token(web.house.helene))
        var set = try TestHouse.brasserie()
        set.staff = set.staff.filter { $0.name != "Anna" }.map { entry in
            var entry = entry
            entry.pin = nil
            return entry
        }
        _ = try await Catalogue(set).load(into: web.house.database, pepper: PINPepper.random(), at: web.house.clock.now)
        try await web.visit { browser in
            #expect(try await browser.get("/floor", token: anna).status == .ok)
            web.house.clock.advance(ms: Sessions.confirmMs)
            let gone = try await browser.get("/floor", token: anna)
            #expect(gone.headers[.location] == "/sign-in")
            let stays = try await browser.get("/floor", token: helene)
            #expect(stays.status == .ok)
        }
    }

    @Test func `the language is the cashier's until it is switched on the screen`() async throws {
        let web = try await WebHouse.open()
        let token = web.token(web.house.anna)
        try await web.visit { browser in
            #expect(try await browser.get("/floor", token: token, headers: [.acceptLanguage: "en"]).text.contains("lang=\"fr\""))
            let switched = try await browser.post("/language", form: ["language": "en", "back": "/floor"], token: token)
            #expect(switched.headers[.location] == "/floor")
            #expect(try await browser.get("/floor", token: token).text.contains("<html lang=\"en\">"))
            for away in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"] {
                let answer = try await browser.post("/language", form: ["language": "fr", "back": away], token: token)
                #expect(answer.headers[.location] == "/floor")
            }
        }
    }

    @Test func `devices are held to so many sign-ins a minute`() throws {
        let limits = RateLimits(signInsPerMinute: 3)
        for _ in 0..<3 { try limits.take(.signIn, device: "a", now: Sample.evening) }
        #expect(throws: Problem.tooManyRequests(retryAfterSeconds: 20)) { try limits.take(.signIn, device: "a", now: Sample.evening) }
        try limits.take(.signIn, device: "b", now: Sample.evening)
        try limits.take(.guestSearch, device: "a", now: Sample.evening)
        try limits.take(.signIn, device: "a", now: Sample.evening.advanced(byMs: 20_000))
    }

    @Test func `nobody reads out the guest list`() async throws {
        let web = try await WebHouse.open(WebConfiguration(version: "test", guestSearchesPerMinuteMax: 2))
        let token = web.token(web.house.anna)
        try await web.visit { browser in
            for _ in 0..<2 {
                #expect(try await browser.call(.post, "/guest-searches", json: #"{"text":"204"}"#, token: token).status == .ok)
            }
            let third = try await browser.call(.post, "/guest-searches", json: #"{"text":"204"}"#, token: token)
            #expect(third.status == .tooManyRequests)
            #expect(third.headers[.retryAfter] == "30")
        }
    }
}
