import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@Suite struct RoomChargeTests {
    private let lucia = GuestAccount(roomNumber: RoomNumber("204")!, reservationNumber: "12345", name: "Garibaldi, Lucia")
    private let henri = GuestAccount(roomNumber: RoomNumber("204")!, reservationNumber: "12346", name: "Gast, Henri", mayBeCharged: false)

    private func request(_ house: TestHouse, _ check: Check, guest: GuestAccount, amount: Int? = nil, key: Int = 100) async throws
        -> RoomChargeRequest
    {
        RoomChargeRequest(
            checkID: check.id, key: Sample.key(key), methodID: try await house.method("IKPMS").id,
            amount: amount.map(Sample.euros) ?? check.totals.total, tip: Sample.euros(0), guest: GuestChoice(guest), workstation: "TILL1")
    }

    @Test func `a charge is written down as a pending tender and a queued posting that adds up`() async throws {
        let house = try await TestHouse.open()
        house.hotel.has(lucia, henri)
        let check = try await house.check()
        let charge = try await house.restaurant.chargeToRoom(try await request(house, check, guest: lucia), by: house.anna)
        #expect(!charge.isRepeat)
        #expect(charge.value.tender.state == .pending)
        #expect(charge.value.posting.state == .queued)
        #expect(charge.value.posting.breakdown.total == check.totals.total)
        #expect(charge.value.posting.guest?.name == "Garibaldi, Lucia")
        #expect(charge.value.check.state == .open)
        #expect(charge.value.check.totals.remaining.isZero)
    }

    @Test func `the same key charges once, from any number of clients at once`() async throws {
        let house = try await TestHouse.open()
        house.hotel.has(lucia)
        let check = try await house.check()
        let request = try await request(house, check, guest: lucia)
        let postings = try await withThrowingTaskGroup(of: PostingID.self) { group in
            for _ in 0..<16 { group.addTask { try await house.restaurant.chargeToRoom(request, by: house.anna).value.posting.id } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(postings.count == 1)
        #expect(try await house.restaurant.postings(limit: 10).count == 1)
    }

    @Test func `S1-15: a guest marked no posting is refused, a manager's word changes nothing`() async throws {
        let house = try await TestHouse.open()
        house.hotel.has(lucia, henri)
        let check = try await house.check()
        for cashier in [house.anna, house.helene] {
            await #expect(throws: Refusal.guestNoPosting) {
                try await house.restaurant.chargeToRoom(try await request(house, check, guest: henri), by: cashier)
            }
        }
        #expect(try await house.restaurant.postings(limit: 10).isEmpty)
        #expect(try await house.restaurant.check(check.id).tenders.isEmpty)
    }

    @Test func `the client's word on a guest's name is not taken`() async throws {
        let house = try await TestHouse.open()
        house.hotel.has(lucia)
        let check = try await house.check()
        let forged = GuestAccount(roomNumber: lucia.roomNumber, reservationNumber: lucia.reservationNumber, name: "Somebody Else")
        let charge = try await house.restaurant.chargeToRoom(try await request(house, check, guest: forged), by: house.anna)
        #expect(charge.value.posting.guest?.name == "Garibaldi, Lucia")
    }

    @Test func `a guest who left between search and charge is not charged`() async throws {
        let house = try await TestHouse.open()
        house.hotel.has(lucia)
        _ = try await house.restaurant.findGuests("204", by: house.anna)
        house.hotel.has(henri)
        house.clock.advance(ms: 11 * 60_000)
        let check = try await house.check()
        await #expect(throws: Refusal.guestNotFound) {
            try await house.restaurant.chargeToRoom(try await request(house, check, guest: lucia), by: house.anna)
        }
    }

    @Test func `while the hotel is away a charge is refused or waits, as the outlet is set`() async throws {
        let house = try await TestHouse.open()
        house.hotel.fails(.notConnected)
        house.hotel.link(is: .down)
        let brasserie = try await house.check(outlet: 1, key: 1)
        let bar = try await house.check(outlet: 2, key: 2)
        await #expect(throws: Refusal.hotelUnavailable(.notConnected)) {
            try await house.restaurant.chargeToRoom(try await request(house, brasserie, guest: lucia), by: house.anna)
        }
        let waiting = try await house.restaurant.chargeToRoom(try await request(house, bar, guest: lucia, key: 101), by: house.anna)
        #expect(waiting.value.posting.state == .queued)
        let withdrawn = try await house.restaurant.withdraw(waiting.value.posting.id, by: house.anna)
        #expect(withdrawn.posting.state == .withdrawn)
        #expect(withdrawn.tender.state == .refused)
        #expect(withdrawn.check.totals.remaining == bar.totals.total)
        await #expect(throws: Refusal.postingNotQueued) { try await house.restaurant.withdraw(waiting.value.posting.id, by: house.anna) }
    }

    @Test func `a search says in its own words what went wrong`() async throws {
        let house = try await TestHouse.open()
        await #expect(throws: Refusal.guestNotFound) { try await house.restaurant.findGuests("999", by: house.anna) }
        await #expect(throws: Refusal.searchEmpty) { try await house.restaurant.findGuests(" ", by: house.anna) }
        house.hotel.fails(.timedOut)
        await #expect(throws: Refusal.hotelUnavailable(.timedOut)) { try await house.restaurant.findGuests("204", by: house.anna) }
        #expect(house.hotel.inquiries.count == 2)
    }

    @Test func `a doubt is settled by a person with the right to, with a reason, once`() async throws {
        let house = try await TestHouse.open()
        house.hotel.has(lucia)
        let check = try await house.check()
        let charge = try await house.restaurant.chargeToRoom(try await request(house, check, guest: lucia), by: house.anna).value
        try await house.database.write { tx in
            let claimed = try tx.claimNextPosting(at: house.clock.now)!
            try tx.conclude(claimed, as: PostingConclusion(.inDoubt, code: "timedOut"), at: house.clock.now)
        }
        let id = charge.posting.id
        await #expect(throws: Refusal.notPermitted(.settleDoubt)) {
            try await house.restaurant.settleDoubt(of: id, isOnFolio: true, note: "seen", by: house.anna)
        }
        await #expect(throws: Refusal.noteMissing) {
            try await house.restaurant.settleDoubt(of: id, isOnFolio: true, note: " ", by: house.helene)
        }
        await #expect(throws: Refusal.postingNotQueued) { try await house.restaurant.withdraw(id, by: house.helene) }
        let settled = try await house.restaurant.settleDoubt(of: id, isOnFolio: true, note: "Vu sur la note", by: house.helene)
        #expect(settled.state == .accepted)
        #expect(try await house.restaurant.roomCharge(of: id).check.state == .closed)
        await #expect(throws: Refusal.postingNotInDoubt) {
            try await house.restaurant.settleDoubt(of: id, isOnFolio: false, note: "again", by: house.helene)
        }
    }

    @Test func `several payers of one check carry exactly the whole`() async throws {
        let house = try await TestHouse.open()
        house.hotel.has(lucia)
        let check = try await house.check(plus: [20, 21, 52, 72, 80])
        var left = check.totals.total.minorUnits
        var step = 0
        while left > 0 {
            let amount = min(left, 777)
            _ = try await house.restaurant.chargeToRoom(
                try await request(house, check, guest: lucia, amount: amount, key: 200 + step), by: house.anna)
            left -= amount
            step += 1
        }
        let postings = try await house.restaurant.postings(limit: 100)
        for (itemizer, amount) in check.totals.subtotals {
            #expect(postings.compactMap { $0.breakdown.subtotals[itemizer] }.total(.eur) == amount)
        }
        #expect(Set(postings.map(\.stamp)).count == 1)
    }
}
