import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@Suite struct VoidTests {
    private func void(_ house: TestHouse, _ check: Check, key: Int, reason: String = "Erreur de table", by cashier: Cashier? = nil)
        async throws -> Answered<MoneyBack>
    {
        try await house.restaurant.voidCheck(
            VoidRequest(checkID: check.id, key: Sample.key(key), reason: reason, workstation: "TILL1"), by: cashier ?? house.helene)
    }

    @Test func `S1-10: every payment gets its mirror, and the hotel the mirror of the posting`() async throws {
        let house = try await TestHouse.open()
        house.hotel.has(TestHouse.garibaldi)
        let check = try await house.check(plus: [20, 21, 52])
        _ = try await house.pay(check, 1500, tip: 100, by: "CASH", key: 1)
        let charge = try await house.restaurant.chargeToRoom(
            house.request(try await house.restaurant.check(check.id), tip: 250, key: 2), by: house.anna
        ).value
        try await house.hotelAnswers(.accepted, number: 1)
        let back = try await void(house, check, key: 3).value
        #expect(back.check.state == .voided && back.check.totals.remaining.isZero)
        let mirrors = back.check.tenders.filter { $0.reverses != nil }
        #expect(mirrors.map(\.amount) == back.check.tenders.prefix(2).map { -$0.amount })
        #expect(mirrors.map(\.tip) == [Sample.euros(-100), Sample.euros(-250)])
        #expect(mirrors.map(\.state) == [.settled, .pending])
        let posting = try #require(back.postings.first)
        #expect(back.postings.count == 1 && posting.state == .queued && posting.kind == .charge)
        #expect(posting.breakdown == charge.posting.breakdown.negated)
        #expect(posting.checkNumber == charge.posting.checkNumber && posting.stamp == charge.posting.stamp)
        #expect(posting.guest == charge.posting.guest)
        try await house.hotelAnswers(.accepted, number: 2)
        let shares = try await house.database.read { tx in try tx.tenderShares(of: check.id) }
        for itemizer in check.totals.subtotals.keys { #expect(shares.compactMap { $0.subtotals[itemizer] }.total(.eur).isZero) }
        for tax in check.totals.taxes {
            let carried = shares.compactMap { $0.taxes[tax.rate] }.map(\.tax).total(.eur)
            #expect(carried.isZero)
        }
        await #expect(throws: Refusal.checkVoided) { try await void(house, check, key: 4) }
        #expect(try await void(house, check, key: 3).isRepeat)
    }

    @Test func `S1-10: what the hotel would not take back is tried again, and only that`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.chargedCheck(key: 10)
        _ = try await void(house, check, key: 20)
        try await house.hotelAnswers(.refused, code: "unprocessable", number: 2)
        #expect(try await house.restaurant.story(of: check.id).mayBeVoided)
        let again = try await void(house, check, key: 21).value
        #expect(again.check.tenders.map(\.state) == [.settled, .refused, .pending])
        try await house.hotelAnswers(.accepted, number: 3)
        #expect(try await !house.restaurant.story(of: check.id).mayBeVoided)
        await #expect(throws: Refusal.checkVoided) { try await void(house, check, key: 22) }
    }

    @Test func `S1-10: only by who may, with a reason, closed, and on the same business date`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check()
        await #expect(throws: Refusal.checkNotClosed) { try await void(house, check, key: 1) }
        _ = try await house.pay(check, key: 2)
        await #expect(throws: Refusal.notPermitted(.voidChecks)) { try await void(house, check, key: 3, by: house.anna) }
        await #expect(throws: Refusal.reasonMissing) { try await void(house, check, key: 4, reason: " \n ") }
        await #expect(throws: Refusal.noteTooLong(120)) { try await void(house, check, key: 5, reason: String(repeating: "x", count: 121)) }
        // 05:29 is still the evening's business date, 05:30 is not (`S1-13`).
        house.clock.advance(ms: 9 * 3_600_000 + 15 * 60_000)
        let second = try await house.check(key: 7)
        _ = try await house.pay(second, key: 8)
        _ = try await void(house, second, key: 9)
        house.clock.advance(ms: 60_000)
        await #expect(throws: Refusal.voidTooLate) { try await void(house, check, key: 10) }
        #expect(try await house.restaurant.check(check.id).state == .closed)
    }

    @Test func `S1-10: a guest who has left, or takes no postings now, stops the void before anything is written`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.chargedCheck(key: 10)
        house.hotel.has()
        await #expect(throws: Refusal.guestLeft(TestHouse.garibaldi.roomNumber)) { try await void(house, check, key: 20) }
        house.hotel.has(
            GuestAccount(roomNumber: RoomNumber("204")!, reservationNumber: "12345", name: "Garibaldi, Lucia", mayBeCharged: false))
        await #expect(throws: Refusal.guestNoPosting) { try await void(house, check, key: 21) }
        house.hotel.fails(.notConnected)
        await #expect(throws: Refusal.hotelUnavailable(.notConnected)) { try await void(house, check, key: 22) }
        let after = try await house.restaurant.check(check.id)
        #expect(after == check && after.state == .closed)
    }
}
