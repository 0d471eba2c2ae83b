import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct HotelPageTests {
    private static let late = PostingConclusion(.inDoubt, code: "timedOut")

    @Test(arguments: Language.allCases) func `the desk is well formed and in its language, calm and busy`(_ language: Language) async throws
    {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            for cashier in [web.house.anna, web.house.helene] {
                let page = try await browser.get("/hotel", token: web.token(cashier, language: language)).text
                #expect(Markup.fault(in: page) == nil && !page.contains("{{"))
                #expect(page.contains(Words[language]["doubtsCalm"]) && page.contains("data-page=\"hotel\""))
            }
        }
        let doubt = try await web.charge(key: 1)
        try await web.conclude(Self.late)
        try await web.see(doubt.posting.id, .balance, .cannotTell, .balanceGrew, before: 12_050, now: 16_250)
        web.house.clock.advance(ms: 72_000)
        _ = try await web.charge(key: 2)
        web.house.hotel.link(is: .nightAudit)
        try await web.visit { browser in
            for cashier in [web.house.anna, web.house.helene] {
                let page = try await browser.get("/hotel", token: web.token(cashier, language: language)).text
                #expect(Markup.fault(in: page) == nil && !page.contains("{{"))
                #expect(page.contains("data-doubt=\"\(doubt.posting.id)\"") && page.contains("A\(doubt.check.number).42"))
                #expect(page.contains(Words[language]["outcome.timedOut"]) && page.contains(Words[language]["evidence.balanceGrew"]))
                #expect(page.contains("id=\"queue-card\"") && page.contains(Words[language]["hold.nightAudit"]))
                #expect(page.contains("1\u{A0}min\u{A0}12\u{A0}s"))
            }
        }
    }

    @Test func `the buttons and the guest's balance are for those who may settle doubts`() async throws {
        let web = try await WebHouse.open()
        let doubt = try await web.charge()
        try await web.conclude(Self.late)
        try await web.see(doubt.posting.id, .balance, .cannotTell, .balanceGrew, before: 12_050, now: 16_250)
        try await web.visit { browser in
            let waiter = try await browser.get("/hotel", token: web.token(web.house.anna)).text
            let manager = try await browser.get("/hotel", token: web.token(web.house.helene)).text
            for mark in [
                "data-settle=\"accepted\"", "data-settle=\"notBooked\"", "data-ask", "120,50", "Garibaldi", "/hotel/reconciliation",
            ] {
                #expect(manager.contains(mark) && !waiter.contains(mark), "\(mark)")
            }
        }
    }

    @Test(arguments: [("accepted", "accepted"), ("notBooked", "notBooked")])
    func `one tap on a reason settles a doubt`(_ outcome: String, _ state: String) async throws {
        let web = try await WebHouse.open()
        let doubt = try await web.charge()
        try await web.conclude(Self.late)
        try await web.visit { browser in
            let token = web.token(web.house.helene)
            let path = "/hotel/doubts/\(doubt.posting.id)/settlement"
            let bare = try await browser.post(path, form: ["outcome": outcome], token: token)
            #expect(bare.status == .unprocessableContent && bare.text.contains("id=\"problem\""))
            let settled = try await browser.post(path, form: ["outcome": outcome, "reason": "Vu à la réception"], token: token)
            #expect(settled.status == .seeOther && settled.headers[.location] == "/hotel")
            let again = try await browser.post(path, form: ["outcome": outcome, "other": "encore"], token: token)
            #expect(again.status == .conflict && again.text.contains("data-page=\"hotel\""))
        }
        #expect(try await web.house.restaurant.posting(doubt.posting.id).posting.state.rawValue == state)
    }

    @Test func `a posting tells what was seen, who decided and what takes it back`() async throws {
        let web = try await WebHouse.open()
        let doubt = try await web.charge()
        try await web.conclude(Self.late)
        try await web.see(doubt.posting.id, .bill, .cannotTell, .notOnBillYet)
        let restaurant = web.house.restaurant
        _ = try await restaurant.settleDoubt(of: doubt.posting.id, isOnFolio: false, note: "cherché à deux", by: web.house.helene)
        let now = web.house.clock.now
        try await web.house.database.write { tx in
            let posting = try tx.posting(doubt.posting.id)!
            _ = try tx.learn(.booked(try tx.attempts(of: posting.id)[0].id, code: "lateAnswer"), about: posting, at: now)
        }
        let reversal = try #require(try await restaurant.posting(doubt.posting.id).reversals.first)
        try await web.visit { browser in
            let token = web.token(web.house.helene)
            let page = try await browser.get("/postings/\(doubt.posting.id)", token: token).text
            #expect(Markup.fault(in: page) == nil)
            for text in [Words[.fr]["evidence.notOnBillYet"], "cherché à deux", web.house.helene.name, "/postings/\(reversal.id)"] {
                #expect(page.contains(text), "\(text)")
            }
            let taken = try await browser.get("/postings/\(reversal.id)", token: token).text
            #expect(
                taken.contains("/postings/\(doubt.posting.id)") && taken.contains(Words[.fr]["reversalOf"]) && !taken.contains("withdrawal")
            )
            let story = try await browser.call(.get, "/postings/\(doubt.posting.id)", token: token).json
            #expect(story.list("evidence").count == 2 && story.list("reversals").count == 1)
        }
    }

    @Test func `asking again is journaled and says that the answer comes here`() async throws {
        let web = try await WebHouse.open()
        let doubt = try await web.charge()
        try await web.conclude(Self.late)
        let questions = web.house.restaurant.signals.questions()
        try await web.visit { browser in
            let token = web.token(web.house.helene)
            let asked = try await browser.post("/hotel/doubts/\(doubt.posting.id)/question", form: [:], token: token)
            #expect(asked.headers[.location] == "/hotel?asked=\(doubt.posting.id)")
            #expect(try await browser.get("/hotel?asked=\(doubt.posting.id)", token: token).text.contains("La question est partie"))
        }
        for await id in questions {
            #expect(id == doubt.posting.id)
            break
        }
    }

    @Test func `what came back says where to go, and the line what is wrong`() async throws {
        let web = try await WebHouse.open()
        let charge = try await web.charge()
        web.house.clock.advance(ms: HotelDesk.cameBackAfterMs)
        try await web.conclude(PostingConclusion(.refused, code: "guestNotFound"))
        web.house.hotel.link(is: .down)
        try await web.visit { browser in
            let page = try await browser.get("/hotel", token: web.token(web.house.anna)).text
            #expect(page.contains("data-attention=\"cameBack\"") && page.contains("href=\"/checks/\(charge.check.id)/pay\""))
            #expect(page.contains(Words[.fr]["outcome.guestNotFound"]) && page.contains(Words[.fr]["linkAdvice.down"]))
        }
    }

    @Test func `programs see the same desk`() async throws {
        let web = try await WebHouse.open()
        let doubt = try await web.charge(key: 1)
        try await web.conclude(Self.late)
        try await web.see(doubt.posting.id, .balance, .cannotTell, .balanceGrew, before: 12_050, now: 16_250)
        _ = try await web.charge(key: 2)
        try await web.visit { browser in
            let manager = web.token(web.house.helene)
            let desk = try await browser.call(.get, "/hotel-desk", token: manager).json
            #expect(desk.integer("doubtCount") == 1 && desk.object("queue").integer("count") == 1)
            guard case .object(let first)? = desk.list("doubts").first, case .object(let seen)? = first.list("evidence").first else {
                Issue.record("no doubt with evidence")
                return
            }
            #expect(first.text("lookFor") == "A\(doubt.check.number).42" && seen.integer("balanceBefore") == 12_050)
            let asked = try await browser.call(.post, "/postings/\(doubt.posting.id)/questions", token: manager)
            #expect(asked.status == .accepted)
            let waiter = web.token(web.house.anna)
            #expect(try await browser.call(.post, "/postings/\(doubt.posting.id)/questions", token: waiter).status == .forbidden)
            let shown = try await browser.call(.get, "/hotel-desk", token: waiter).text
            #expect(!shown.contains("balanceBefore"))
        }
    }

    @Test func `floor, check and receipt say how far a charge has come`() async throws {
        let web = try await WebHouse.open()
        let charge = try await web.charge()
        let token = web.token(web.house.anna)
        try await web.visit { browser in
            let floor = try await browser.get("/floor", token: token).text
            #expect(floor.contains(Words[.fr]["progress.waiting"]))
            let check = try await browser.get("/checks/\(charge.check.id)", token: token).text
            #expect(check.contains("data-progress=\"waiting\""))
        }
        try await web.conclude(Self.late)
        try await web.visit { browser in
            #expect(try await browser.get("/floor", token: token).text.contains(">à confirmer</span>"))
            #expect(try await browser.get("/checks/\(charge.check.id)", token: token).text.contains("data-progress=\"beingConfirmed\""))
            #expect(try await browser.get("/checks/\(charge.check.id)/pay", token: token).text.contains("! à confirmer"))
            let receipt = try await browser.get("/checks/\(charge.check.id)/receipt", token: token).text
            #expect(receipt.contains("id=\"provisional\"") && receipt.contains("EN COURS DE CONFIRMATION"))
            #expect(receipt.contains("<title>Note provisoire") && !receipt.contains("Ticket"))
        }
        _ = try await web.house.restaurant.settleDoubt(of: charge.posting.id, isOnFolio: true, note: "vu", by: web.house.helene)
        try await web.visit { browser in
            let receipt = try await browser.get("/checks/\(charge.check.id)/receipt", token: token).text
            #expect(!receipt.contains("id=\"provisional\"") && !receipt.contains("EN COURS DE CONFIRMATION"))
        }
    }

    @Test func `a refused charge stands on the floor until the check is paid`() async throws {
        let web = try await WebHouse.open()
        let charge = try await web.charge()
        try await web.conclude(PostingConclusion(.refused, code: "creditLimit"))
        let token = web.token(web.house.anna)
        try await web.visit { browser in
            let floor = try await browser.get("/floor", token: token).text
            #expect(floor.contains("data-status=\"refused\""))
            let check = try await browser.get("/checks/\(charge.check.id)", token: token).text
            #expect(check.contains("data-progress=\"refused\""))
        }
    }
}

extension WebHouse {
    /// Writes down something seen of a posting.
    func see(
        _ id: PostingID, _ source: PostingEvidence.Source, _ finding: PostingEvidence.Finding, _ code: PostingEvidence.Code,
        before: Int? = nil,
        now: Int? = nil
    ) async throws {
        let moment = house.clock.now
        try await house.database.write { tx in
            _ = try tx.insertEvidence(
                PostingEvidence(
                    id: .make(at: moment), postingID: id, attemptID: nil, seenAt: moment, source: source, finding: finding, code: code,
                    balanceBefore: before.map(Sample.euros), balanceNow: now.map(Sample.euros)))
        }
    }
}
