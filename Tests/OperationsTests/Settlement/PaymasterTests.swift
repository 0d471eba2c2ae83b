import Operations
import PointOfSale
import TestSupport
import Testing

@Suite struct PaymasterTests {
    @Test func `S1-07: an internal account is told by its room or by the city ledger, and charged by its own method`() async throws {
        let house = try await TestHouse.open()
        let ledger = GuestAccount(roomNumber: RoomNumber("40010")!, reservationNumber: "0", name: "Corsaire Voyages")
        house.hotel.has(TestHouse.seminar, ledger, TestHouse.garibaldi)
        let paymaster = try await house.method("PAYMASTER")
        for (index, account) in [TestHouse.seminar, ledger].enumerated() {
            let found = try await house.restaurant.findGuests(account.roomNumber.text, by: house.anna)
            #expect(found.map(\.isPaymaster) == [true])
            let check = try await house.check(key: 10 + index)
            let charge = try await house.restaurant.chargeToRoom(house.request(check, to: account, key: 20 + index), by: house.anna).value
            #expect(charge.tender.kind == .paymaster && charge.tender.paymentMethodID == paymaster.id)
            #expect(charge.posting.guest == GuestChoice(account))
        }
        let check = try await house.check(key: 30)
        let room = try await house.restaurant.chargeToRoom(house.request(check, key: 31), by: house.anna).value
        #expect(room.tender.kind == .room)
    }

    @Test func `S1-07: a method is not used for the other kind of account`() async throws {
        let house = try await TestHouse.open()
        house.hotel.has(TestHouse.seminar, TestHouse.garibaldi)
        let check = try await house.check()
        let (room, paymaster) = (try await house.method("IKPMS").id, try await house.method("PAYMASTER").id)
        await #expect(throws: Refusal.guestIsPaymaster) {
            try await house.restaurant.chargeToRoom(house.request(check, to: TestHouse.seminar, method: room, key: 40), by: house.anna)
        }
        await #expect(throws: Refusal.guestNotPaymaster) {
            try await house.restaurant.chargeToRoom(house.request(check, method: paymaster, key: 41), by: house.anna)
        }
        let cash = try await house.method("CASH").id
        await #expect(throws: Refusal.paymentMethodOfOtherKind) {
            try await house.restaurant.chargeToRoom(house.request(check, method: cash, key: 42), by: house.anna)
        }
    }

    @Test func `S1-08: a tip is refused where the method takes none, or above the house's limit`() async throws {
        var set = try TestHouse.brasserie()
        set.property.tipPercentMax = "15"
        set.paymentMethods[1].takesTips = false
        let house = try await TestHouse.open(set)
        let check = try await house.check()
        await #expect(throws: Refusal.tipNotTaken) { try await house.pay(check, 1000, tip: 1, by: "CARD", key: 50) }
        await #expect(throws: Refusal.tipTooLarge(Sample.euros(150))) { try await house.pay(check, 1000, tip: 151, by: "CASH", key: 51) }
        let paid = try await house.pay(check, 1000, tip: 150, by: "CASH", key: 52)
        #expect(paid.check.totals.tips == Sample.euros(150))
        #expect(paid.check.totals.settled == Sample.euros(1000))
    }

    @Test func `a payment belongs to the business date of its moment, not of its check`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check()
        let evening = try await house.pay(check, 1000, key: 60)
        house.clock.advance(ms: 9 * 3_600_000 + 15 * 60_000)
        #expect(house.clock.now.ms(since: Sample.evening) == 33_300_000)
        let beforeClosing = try await house.pay(check, 1000, key: 61)
        house.clock.advance(ms: 2 * 60_000)
        let afterClosing = try await house.pay(check, 1000, key: 62)
        #expect(evening.tender.businessDate == check.businessDate && beforeClosing.tender.businessDate == check.businessDate)
        #expect(afterClosing.tender.businessDate == check.businessDate.next)
        #expect(try await house.restaurant.check(check.id).tenders == [evening.tender, beforeClosing.tender, afterClosing.tender])
    }
}
