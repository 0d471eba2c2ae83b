import Foundation
import HTTPTypes
import Testing

@testable import HotelSimulator

@Suite struct ReceptionPagesTests {
    @Test func `the board shows every room with its guest and balance`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            let page = try await desk.get("/").body
            #expect(page.contains("href=\"/rooms/204\"") && page.contains("Garibaldi"))
            #expect(page.contains("<small>×2</small>"))
            #expect(page.contains("120,50\u{A0}€"))
            #expect(page.contains("href=\"/folios/91001\""))
            #expect(page.contains("Séminaire Cap Horn") && page.contains("Corsaire Voyages"))
        }
    }

    @Test func `the whole shipped hotel fits on its board`() async throws {
        try await Desk.open(try HotelLoader.demo(now: SmallHotel.nowMs)) { (desk: Desk) async throws in
            let page = try await desk.get("/").body
            #expect(page.components(separatedBy: "class=\"tile").count - 1 == 120 + 6 + 3)
            #expect(page.contains("85 / 120"))
        }
    }

    @Test func `a folio shows its lines, its total, and what the desk can do`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            try desk.hotel.change { (hotel, atMs) throws(BookingRefusal) in _ = try hotel.book(SmallHotel.dinner(), atMs: atMs) }
            let page = try await desk.get("/folios/20401").body
            #expect(page.contains("163,00\u{A0}€") && page.contains("Groupe 1 · Brasserie · 1007") && page.contains("20:15"))
            #expect(page.contains("action=\"/desk/check-out\"") && page.contains("action=\"/desk/move\""))
            #expect(page.contains("href=\"/folios/20402\""))
            #expect(page.contains("337,00\u{A0}€"))
        }
    }

    @Test func `a new line has a key of its own so that the page can show it landing`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            let before = try await desk.get("/folios/20401").body
            let booking = try desk.hotel.change { (hotel, atMs) throws(BookingRefusal) in try hotel.book(SmallHotel.dinner(), atMs: atMs) }
            let after = try await desk.get("/folios/20401").body
            for number in booking.transactionNumbers {
                #expect(!before.contains("data-key=\"line-\(number)\""))
                #expect(after.contains("data-key=\"line-\(number)\""))
            }
        }
    }

    @Test func `a room with an odd number has a page`() async throws {
        var model = SmallHotel.make()
        model.add(Room(number: "7/B #é", type: "Loft"))
        try await Desk.open(model) { (desk: Desk) async throws in
            let address = "/rooms/7%2FB%20%23%C3%A9"
            #expect(try await desk.get("/").body.contains("href=\"\(address)\""))
            #expect(try await desk.get(address).body.contains("7/B #é"))
        }
    }

    @Test func `a paymaster and an account have bills without a check-out`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            let paymaster = try await desk.get("/folios/900101").body
            #expect(paymaster.contains("Séminaire Cap Horn") && !paymaster.contains("/desk/check-out"))
            let account = try await desk.get("/accounts/40010").body
            #expect(account.contains("Corsaire Voyages") && !account.contains("/desk/check-out") && !account.contains("/desk/move"))
        }
    }

    @Test(arguments: [
        ("fr", "Chambres", "lang=\"fr\""), ("en-GB,en;q=0.9", "Rooms", "lang=\"en\""), ("de,en;q=0.5", "Rooms", "lang=\"en\""),
        ("", "Chambres", "lang=\"fr\""),
    ])
    func `pages speak the visitor's language`(header: String, word: String, mark: String) async throws {
        try await Desk.open { (desk: Desk) async throws in
            let page = try await desk.get("/", language: header).body
            #expect(page.contains(word) && page.contains(mark))
        }
    }

    @Test func `the language can be switched and is remembered`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            let answer = try await desk.get("/language/en?back=/stays")
            #expect(answer.status == 303)
            #expect(answer.headers[.location] == "/stays")
            #expect(answer.headers[.setCookie]?.hasPrefix("lang=en;") == true)
            #expect(try await desk.get("/", headers: [.cookie: "x=1; lang=en"]).body.contains("lang=\"en\""))
        }
    }

    @Test(arguments: ["/folios/1", "/rooms/999", "/accounts/1"]) func `what is not there is said so on a page`(path: String) async throws {
        try await Desk.open { (desk: Desk) async throws in
            let answer = try await desk.get(path)
            #expect(answer.status == 404)
            #expect(answer.body.contains("<h1>"))
        }
    }

    @Test func `a browser is told in words on a page, a program in JSON`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            let page = try await desk.get("/nothing", headers: [.accept: "text/html,*/*"])
            #expect(page.status == 404 && page.body.contains("Il n’y a rien ici.") && page.body.contains("<main"))
            #expect(page.headers[.contentSecurityPolicy] != nil)
            #expect(try await desk.get("/nothing").body.hasPrefix("{"))
            #expect(try await desk.get("/api/nothing", headers: [.accept: "text/html"]).body.hasPrefix("{"))
        }
    }

    @Test func `every button of the desk does what it says`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            let forms = [
                ("/desk/check-in", "number=10101"), ("/desk/no-post", "number=20401&noPost=on"),
                ("/desk/no-post", "number=20401&noPost=off"),
                ("/desk/limit", "number=20401&limit=1%20000,50"), ("/desk/limit", "number=20401&limit="),
                ("/desk/move", "number=20401&room=102"), ("/desk/check-out", "number=20401"), ("/desk/night-audit", "action=start"),
                ("/desk/night-audit", "action=finish"),
            ]
            for (path, body) in forms {
                let answer = try await desk.post(path, body + "&back=/stays")
                #expect(answer.status == 303 && answer.headers[.location] == "/stays", "\(path)")
            }
            let events = desk.hotel.ledger.entries.map(\.event)
            #expect(events.contains(.creditLimitChanged(reservation: "20401", limitMinor: 100_050)))
            #expect(events.contains(.creditLimitChanged(reservation: "20401", limitMinor: nil)))
            #expect(events.count == 10)
        }
    }

    @Test func `an action that fails tells why on the page it came from`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            let answer = try await desk.post("/desk/move", "number=20401&room=204&back=/folios/20401")
            #expect(answer.headers[.location] == "/folios/20401?problem=sameRoom")
            #expect(try await desk.get("/folios/20401?problem=sameRoom").body.contains("Le client est déjà dans cette chambre."))
        }
    }

    @Test func `every fault button arms or does its fault`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            let page = try await desk.get("/interface").body
            let kinds = page.matches(of: /name="kind" value="(\w+)"/).map { String($0.1) }
            #expect(kinds.count == 22)
            for kind in kinds {
                let answer = try await desk.post("/faults", "kind=\(kind)&on=any&count=2&ms=30&bytes=8&status=CO&back=/interface")
                #expect(answer.headers[.location] == "/interface", "\(kind)")
            }
            #expect(desk.hotel.armedFaults.count == 14)
            #expect(desk.hotel.isHalfOpen)
            #expect(desk.hotel.snapshot.settings.answerDelayMs == 30)
            #expect(try await desk.get("/interface").body.contains("Réponse perdue, débit enregistré"))
            _ = try await desk.post("/faults/disarm", "back=/interface")
            #expect(desk.hotel.armedFaults.isEmpty && !desk.hotel.isHalfOpen && desk.hotel.snapshot.settings.answerDelayMs == 0)
        }
    }

    @Test(arguments: ["kind=fire", "kind=loseAnswer&count=0", "kind=loseAnswer&count=x", "kind=loseAnswer&on=lunch", ""])
    func `a fault form that makes no sense is refused`(body: String) async throws {
        try await Desk.open { (desk: Desk) async throws in
            let answer = try await desk.post("/faults", body)
            #expect(answer.status == 400 || answer.headers[.location] == "/?problem=malformedPlan")
            #expect(desk.hotel.armedFaults.isEmpty)
        }
    }
}
