import HotelSimulator
import NIOHTTP1
import Operations
import PaperPrinter
import PointOfSale
import Storage
import Testing

@testable import Ardoise

/// The refund as the second seed document walks it: History, Closed, the check, its actions, a note, the room, and the negative ticket.
@Suite(.serialized) struct RefundToRoomTests {
    @Test func `S2-09: the refund page offers the stay that was charged first, and the guest gets it back line by line`() async throws {
        try await House.open { house in
            try await house.usesRoomRaccoon()
            let check = try await house.chargedToHostel("21")
            #expect(try await house.manager.page("/history").contains("data-check=\"\(check.number)\""))
            let closed = try await house.manager.page("/history/\(check.id)")
            #expect(closed.contains("Je veux faire un remboursement") && closed.contains("/history/\(check.id)/refund"))
            let page = try await house.manager.page("/history/\(check.id)/refund")
            let ways = page.matches(of: /name="way" value="([a-z]+):/).map { String($0.1) }
            #expect(ways.starts(with: ["posting", "room"]) && ways.contains("method"))
            #expect(page.contains("data-search=\"/checks/\(check.id)/guests?hotel=roomRaccoon\""))
            #expect(page.contains("name=\"reason\"") && page.contains("name=\"room\""))
            // The room is found by its number and not by a name; the check is closed, and still it can be searched for.
            let search = "/checks/\(check.id)/guests?hotel=roomRaccoon"
            #expect(try await house.manager.form(search, ["text": "21"]).text.contains("data-room=\"21\""))
            #expect(try await !house.manager.form(search, ["text": "Quéré"]).text.contains("data-room="))

            let annaig = try #require(try await house.hostelGuests("21").first)
            let back = try await house.refundForm(check, to: annaig)
            #expect(back.status == 303, "\(back.text)")
            let module = try await house.module(annaig)
            #expect(module.map(\.totalMinor) == [check.total, -check.total] && module.last?.isRefund == true)
            #expect(module.last?.lines.allSatisfy { $0.amountMinor < 0 } == true)
            #expect(try await house.approvals().isEmpty, "nobody was asked: it is the guest who paid")
        }
    }

    @Test func `S2-09: to another room the till warns; a manager goes on with one more tap, and the journal says so`() async throws {
        try await House.open { house in
            try await house.usesRoomRaccoon()
            let check = try await house.chargedToHostel("21")
            let jan = try #require(try await house.hostelGuests("22").first)
            let warned = try await house.refundForm(check, to: jan)
            #expect(warned.status == 422 && warned.text.contains("id=\"approval\"") && warned.text.contains("name=\"confirmed\""))
            #expect(warned.text.contains("chambre 22") && !warned.text.contains("id=\"manager-pin\""))
            #expect(try await house.module(jan).isEmpty)
            #expect(try await house.refundForm(check, to: jan, ["confirmed": "on"]).status == 303)
            #expect(try await house.module(jan).map(\.totalMinor) == [-check.total])
            let note = try #require(try await house.approvals().first?.note)
            #expect(note.contains("check \(check.number)") && note.contains("room 22") && note.contains("not charged"))
            #expect(!note.contains(jan.name))
        }
    }

    @Test func `S2-09: a cashier needs a manager's own PIN, which holds for that refund only`() async throws {
        try await House.open { house in
            try await house.usesRoomRaccoon()
            let (first, second) = (try await house.chargedToHostel("21"), try await house.chargedToHostel("21"))
            let jan = try #require(try await house.hostelGuests("22").first)
            let pin = { (role: String) in house.running.staff.first { $0.role == role }!.pin }
            let asked = try await house.refundForm(first, to: jan, as: house.waiter)
            #expect(asked.status == 403 && asked.text.contains("id=\"manager-pin\"") && asked.text.contains("chambre 22"))
            #expect(try await house.refundForm(first, to: jan, ["confirmed": "on"], as: house.waiter).status == 403)
            #expect(try await house.refundForm(first, to: jan, ["pin": "0000"], as: house.waiter).status == 401)
            #expect(try await house.refundForm(first, to: jan, ["pin": pin("waiter")], as: house.waiter).status == 403)
            #expect(try await house.module(jan).isEmpty)
            #expect(try await house.refundForm(first, to: jan, ["pin": pin("manager")], as: house.waiter).status == 303)
            #expect(try await house.module(jan).map(\.totalMinor) == [-first.total])
            // The next one is asked for again.
            #expect(try await house.refundForm(second, to: jan, as: house.waiter).status == 403)
            let entries = try await house.approvals()
            #expect(entries.count == 1 && entries[0].note?.contains("asked by staff number") == true)
            #expect(entries.allSatisfy { !($0.note ?? "").contains(pin("manager")) })
        }
    }

    @Test func `S2-09: OPERA too lets it go to another room with a manager's word, and never more than rooms were charged`() async throws {
        try await House.open { house in
            let (lucia, petrov) = (try await house.guest("204"), try await house.guest("118"))
            let check = try await house.check(plus: [20, 52])
            #expect(try await house.charge(check, to: lucia).status == 201)
            let before = try await house.balance(petrov)
            let refused = try await house.refund(check, by: "room", to: petrov)
            #expect(try refused.read(ProblemBody.self).code == "REFUND_TO_OTHER_STAY")
            var body = SettlementBody(
                paymentMethodId: try await house.method("room"), tip: 0, guest: ChargeBody.Guest(petrov), reason: "Chambre partagée")
            body.confirmed = true
            let path = "/api/v1/checks/\(check.id)/refunds"
            #expect(try await house.waiter.send(.POST, path, body, key: House.key()).status == 403, "a waiter's own word is nobody's")
            #expect(try await house.manager.send(.POST, path, body, key: House.key()).status == 201)
            #expect(try await house.balance(petrov) - before == -check.total)
            // What was paid in cash never goes to a room.
            let cash = try await house.check(plus: [52])
            #expect(try await house.settle(cash, by: "cash").status == 201)
            let toRoom = try await house.manager.send(.POST, "/api/v1/checks/\(cash.id)/refunds", body, key: House.key())
            #expect(try toRoom.read(ProblemBody.self).code == "REFUND_ABOVE_CHARGE")
        }
    }

    @Test func `S2-09: where guests sign, they sign for what comes back as well`() async throws {
        try await House.open(signaturePolicy: SignaturePolicy(isAsked: true, printing: .no)) { house in
            try await house.usesRoomRaccoon()
            let annaig = try #require(try await house.hostelGuests("21").first)
            let check = try await house.check()
            var charge = SettlementBody(
                paymentMethodId: try await house.roomRaccoonMethod(), amount: check.total, tip: 0, guest: ChargeBody.Guest(annaig))
            charge.signature = House.scrawl
            #expect(try await house.waiter.send(.POST, "/api/v1/checks/\(check.id)/room-charges", charge, key: House.key()).status == 201)
            #expect(try await house.manager.page("/history/\(check.id)/refund").contains("id=\"signature-pad\""))
            let unsigned = try await house.refundForm(check, to: annaig)
            #expect(unsigned.status == 422 && unsigned.text.contains("signature"))
            let back = try await house.refundForm(check, to: annaig, ["signature": House.scrawl])
            #expect(back.status == 303)
            let page = try await house.manager.page(try #require(back.headers.first(name: "Location")))
            #expect(page.contains("data-genuine=\"true\""))
        }
    }

    @Test func `S2-10: a new negative record with its own number, its ticket and the original's number; the original is locked`()
        async throws
    {
        try await House.open { house in
            try await SimulatedPrinter.on { printer in
                try await house.usesRoomRaccoon()
                try await house.hasPrinter(printer, receipts: "always")
                let check = try await house.chargedToHostel("21")
                let annaig = try #require(try await house.hostelGuests("21").first)
                let back = try await house.refundForm(check, to: annaig)
                let path = try #require(back.headers.first(name: "Location"))
                let refund: WholeCheckBody = try await house.waiter.call(.GET, path.replacing("/history/", with: "/api/v1/checks/"))
                #expect(refund.refunds == check.id && refund.number != check.number && refund.total == -check.total)
                let history = try await house.manager.page("/history")
                #expect(history.contains("data-check=\"\(refund.number)\" data-state=\"closed\""))
                #expect(history.contains("data-original=\"\(check.number)\""))
                #expect(try await house.manager.page(path).contains("id=\"original\""))
                #expect(try await house.manager.page("/history/\(check.id)").contains("par l’addition \(refund.number)"))
                // The ticket of it came out by itself, names the original, and comes to less than nothing.
                await printer.holds(2)
                let ticket = try #require(printer.sheets.last).text
                #expect(ticket.contains(String(refund.number)) && ticket.contains("addition n° \(check.number)"))
                #expect(ticket.contains("-\(check.total / 100),"))
                // Nothing of it can be given back again, by any way.
                #expect(try await !house.manager.page("/history/\(check.id)").contains("id=\"to-refund\""))
                for way in ["cash", "card"] {
                    #expect(try await house.refund(check, by: way).status == 422)
                }
                let line = try #require(try await house.whole(check).lines.first?.id)
                let again = try await house.refund(check, [PickBody(lineId: line, quantity: 1)])
                #expect(try again.read(ProblemBody.self).code == "LINES_REFUNDED_ALREADY")
            }
        }
    }
}

extension House {
    /// A check that was charged to a guest of the hostel.
    func chargedToHostel(_ room: String) async throws -> CheckBody {
        let check = try await check()
        let guest = try #require(try await hostelGuests(room).first)
        try #require(try await chargeHostel(check, to: guest).status == 201)
        return check
    }

    /// Refunds all of a check to a guest of the hostel by the page's form, as a manager unless somebody else is named.
    func refundForm(_ check: CheckBody, to guest: GuestBody, _ more: [String: String] = [:], as client: TillClient? = nil) async throws
        -> TillClient.Answer
    {
        let lines = try await whole(check).lines.map { "\($0.id):\($0.quantity)" }.joined(separator: ",")
        let fields = [
            "key": House.key(), "lines": lines, "tip": "", "reason": "Le client a refusé le plat",
            "way": "room:\(try await roomRaccoonMethod())", "room": guest.roomNumber, "reservation": guest.reservationNumber,
            "name": guest.name,
        ].merging(more) { $1 }
        return try await (client ?? manager).form("/history/\(check.id)/refund", fields.map { ($0.key, $0.value) })
    }

    /// The managers' words for refunds, as the journal has them.
    func approvals() async throws -> [JournalEntry] {
        try await running.restaurant.database.read { tx in try tx.journalEntries(kinds: [.refundApproved], limit: 10) }
    }
}
