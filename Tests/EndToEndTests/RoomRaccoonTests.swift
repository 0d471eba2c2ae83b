import HotelSimulator
import NIOHTTP1
import Operations
import PointOfSale
import Testing

@testable import Ardoise

/// The till beside a RoomRaccoon house: what is charged is judged by what stands in that house's Reservation module.
@Suite(.serialized) struct RoomRaccoonTests {
    @Test func `S2-01: a bed of a hostel is charged straight to the guest's account, and nothing else goes there`() async throws {
        try await House.open { house in
            try await house.usesRoomRaccoon()
            let check = try await house.check()
            let noa = try #require(try await house.hostelGuests("12B").first)
            #expect(noa.roomNumber == "12B" && noa.name.contains("García"))
            let answer = try await house.chargeHostel(check, to: noa, tip: 150)
            #expect(answer.status == 201, "\(answer.text)")
            let orders = try await house.module(noa)
            #expect(orders.map(\.totalMinor) == [check.total + 150])
            #expect(house.booked(check).isEmpty, "OPERA hears nothing of it")
            // Cash, and a charge over the other line, are not RoomRaccoon's business.
            #expect(try await house.settle(try await house.check(), by: "cash").status == 201)
            let other = try await house.check()
            #expect(try await house.charge(other, to: try await house.guest("204")).status == 201)
            #expect(house.running.hostel.snapshot.posTickets.count == 1)
            #expect(house.booked(other).count == 1)
        }
    }

    @Test func `S2-01: a room that takes no charges, a wrong key and a guest who has left are refused in words`() async throws {
        try await House.open { house in
            try await house.usesRoomRaccoon()
            let check = try await house.check()
            let dormitory = try await house.hostelGuests("12")
            let blocked = try #require(dormitory.first { $0.mayBeCharged == false })
            #expect(try await house.chargeHostel(check, to: blocked).status == 422)
            let jan = try #require(try await house.hostelGuests("22").first)
            try house.running.hostel.change { hotel, atMs in try hotel.checkOut("702201", atMs: atMs) }
            let gone = try await house.chargeHostel(check, to: jan)
            #expect(gone.status == 422, "\(gone.text)")
            house.running.hostel.change { hotel, _ in hotel.raccoon?.apiKey = "changed-on-their-side" }
            let annaig = try await house.waiter.send(
                .POST, "/api/v1/guest-searches", HotelSearchBody(text: "21", hotel: "roomRaccoon"))
            #expect(annaig.status == 503, "\(annaig.text)")
            let admin = try await house.administrator()
            #expect(try await admin.form("/configuration/room-raccoon-test", [:]).text.contains("la clé API ou l’ID hôtel"))
            #expect(house.running.hostel.snapshot.posTickets.isEmpty)
            #expect(try await house.check(check.id).state == "open")
        }
    }

    @Test func `S2-01: a charge whose answer is lost stays in doubt, is sent once, and is found by its reference`() async throws {
        try await House.open { house in
            try await house.usesRoomRaccoon()
            let check = try await house.check()
            let annaig = try #require(try await house.hostelGuests("21").first)
            house.running.hostel.arm(.cutAfterBooking, on: .posting)
            let answer = try await house.chargeHostel(check, to: annaig)
            #expect(answer.status == 202, "\(answer.text)")
            let charge: ChargeAnswer = try answer.read()
            #expect(charge.posting.state == "inDoubt")
            let orders = try await house.module(annaig)
            #expect(orders.map(\.totalMinor) == [check.total])
            #expect(orders.first?.lines.allSatisfy { $0.description.hasPrefix("A\(check.number).") } == true)
            let story = try await house.story(charge.posting)
            #expect(story.attempts.count == 1)
            let text = story.attempts.map { $0.request + ($0.answer ?? "") }.joined()
            #expect(!text.contains(house.running.roomRaccoon.apiKey))
        }
    }

    @Test func `S2-06: rooms are found by number only, and the till says so instead of finding nobody`() async throws {
        try await House.open { house in
            try await house.usesRoomRaccoon()
            #expect(try await house.hostelGuests("21").map(\.roomNumber) == ["21"])
            #expect(try await house.hostelGuests("12").map(\.roomNumber) == ["12A", "12B", "12C"])
            let byName = try await house.waiter.send(
                .POST, "/api/v1/guest-searches", HotelSearchBody(text: "Quéré", hotel: "roomRaccoon"))
            #expect(byName.status == 422)
            let problem: ProblemBody = try byName.read()
            #expect(problem.code == "SEARCH_BY_NAME_UNSUPPORTED")
            #expect(try await !house.guests("Gari").isEmpty, "OPERA's guests are still found by name")
        }
    }

    @Test func `S2-16: order and refund appear in the Reservation module of the guest's profile, line by line`() async throws {
        try await House.open { house in
            try await house.usesRoomRaccoon()
            let check = try await house.check(plus: [20, 20, 52, 80])
            let annaig = try #require(try await house.hostelGuests("21").first)
            #expect(try await house.chargeHostel(check, to: annaig).status == 201)
            let sold = try await house.whole(check)
            let orders = try await house.module(annaig)
            let order = try #require(orders.first)
            #expect(order.totalMinor == check.total && !order.isRefund && order.room == "21")
            #expect(order.lines.map(\.quantity).reduce(0, +) == sold.lines.map(\.quantity).reduce(0, +))
            #expect(Set(order.lines.map(\.revenueGroup)).isSubset(of: [101, 102, 103, 105]))

            let dish = try #require(sold.lines.first)
            let back = try await house.manager.send(
                .POST, "/api/v1/checks/\(check.id)/refunds",
                SettlementBody(
                    paymentMethodId: try await house.roomRaccoonMethod(), tip: 0, lines: [PickBody(lineId: dish.id, quantity: 1)],
                    guest: ChargeBody.Guest(annaig), reason: "Plat froid"),
                key: House.key())
            #expect(back.status == 201, "\(back.text)")
            let money: MoneyBackBody = try back.read()
            #expect(try await house.outcome(of: try #require(money.postings.first)) == .accepted)
            let after = try await house.module(annaig)
            #expect(after.map(\.isRefund) == [false, true])
            #expect(after.last?.totalMinor == -dish.unitPrice)
            #expect(after.last?.lines.map(\.amountMinor) == [-dish.unitPrice])
            let page = try await house.modulePage(annaig)
            for line in after.flatMap(\.lines) {
                let shown = line.description.replacing("&", with: "&amp;").replacing("'", with: "&#39;")
                #expect(page.contains(shown), "\(line.description)")
            }
            #expect(page.contains("remboursement") && page.contains("POS Ticket #2"))
        }
    }
}
