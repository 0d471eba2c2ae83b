import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@Suite struct RefundTests {
    private func refund(
        _ house: TestHouse, _ check: Check, _ lines: [ClientKey: Int]? = nil, tip: Int = 0, by code: String = "CASH",
        to guest: GuestAccount? = nil, key: Int
    ) async throws -> MoneyBack {
        try await house.restaurant.refundCheck(
            RefundRequest(
                checkID: check.id, key: Sample.key(key), lines: lines, tip: Sample.euros(tip),
                way: RefundWay(methodID: try await house.method(code).id, guest: guest.map { GuestChoice($0) }), reason: "Plat froid",
                workstation: "TILL1"),
            by: house.helene
        ).value
    }

    @Test func `S1-11: articles go back as a new negative check that points at the old one, each at most once`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check(plus: [20, 21, 52])
        let line = check.lines[0]
        await #expect(throws: Refusal.checkNotClosed) { try await refund(house, check, [line.id: 1], key: 1) }
        _ = try await house.pay(check, key: 2)
        let back = try await refund(house, check, [line.id: 1], key: 3).check
        #expect(back.refunds == check.id && back.number != check.number && back.state == .closed)
        #expect(back.totals.total == -line.unitPrice && back.totals.remaining.isZero)
        #expect(back.lines.map(\.refundsLineID) == [line.id] && back.lines.map(\.quantity) == [-1])
        #expect(back.tenders.map(\.amount) == [-line.unitPrice] && back.tenders.map(\.state) == [.settled])
        #expect(back.totals.taxes.map(\.tax) == [-line.taxRate.included(in: line.unitPrice)])
        await #expect(throws: Refusal.linesRefundedAlready) { try await refund(house, check, [line.id: 1], key: 4) }
        await #expect(throws: Refusal.checkHasRefunds) {
            _ = try await house.restaurant.voidCheck(
                VoidRequest(checkID: check.id, key: Sample.key(5), reason: "x", workstation: "TILL1"), by: house.helene)
        }
        await #expect(throws: Refusal.checkIsRefund) { try await refund(house, back, key: 6) }
        let rest = try await refund(house, check, key: 7).check
        #expect(rest.totals.total + back.totals.total == -check.totals.total)
        await #expect(throws: Refusal.nothingToRefund) { try await refund(house, check, key: 8) }
        #expect(try await house.restaurant.check(check.id) == (try await house.restaurant.story(of: check.id)).check)
        #expect(try await refund(house, check, [line.id: 1], key: 3).check.id == back.id)
    }

    @Test func `S1-11: through the hotel only to a stay that was charged, never more than was charged to it`() async throws {
        let house = try await TestHouse.open()
        let petrov = GuestAccount(roomNumber: RoomNumber("118")!, reservationNumber: "777", name: "Petrov")
        house.hotel.has(TestHouse.garibaldi, petrov)
        let check = try await house.check(plus: [20, 21, 52])
        _ = try await house.restaurant.chargeToRoom(house.request(check, amount: 1000, tip: 100, key: 1), by: house.anna)
        try await house.hotelAnswers(.accepted, number: 1)
        _ = try await house.pay(try await house.restaurant.check(check.id), key: 2)
        await #expect(throws: Refusal.refundToOtherStay) { try await refund(house, check, by: "IKPMS", to: petrov, key: 3) }
        await #expect(throws: Refusal.refundAboveCharge(Sample.euros(1100))) {
            try await refund(house, check, by: "IKPMS", to: TestHouse.garibaldi, key: 4)
        }
        await #expect(throws: Refusal.refundTipTooLarge(Sample.euros(100))) { try await refund(house, check, tip: 101, key: 5) }
        await #expect(throws: Refusal.paymentMethodOfOtherKind) { try await refund(house, check, by: "IKPMS", key: 6) }
        await #expect(throws: Refusal.paymentMethodOfOtherKind) { try await refund(house, check, to: TestHouse.garibaldi, key: 7) }
        #expect(try await house.restaurant.story(of: check.id).refunds.isEmpty)
    }

    @Test func `S2-09: another stay takes a manager's word, which is journaled, and no more than the hotel was charged`() async throws {
        let house = try await TestHouse.open()
        let petrov = GuestAccount(roomNumber: RoomNumber("118")!, reservationNumber: "777", name: "Petrov")
        let check = try await house.chargedCheck(tip: 100, key: 10)
        house.hotel.has(TestHouse.garibaldi, petrov)
        let method = try await house.method("IKPMS").id
        let give = { (word: RefundWord, cashier: Cashier, key: Int) in
            try await house.restaurant.refundCheck(
                RefundRequest(
                    checkID: check.id, key: Sample.key(key), lines: nil, tip: Sample.euros(100),
                    way: RefundWay(methodID: method, guest: GuestChoice(petrov), word: word), reason: "Plat froid", workstation: "TILL1"),
                by: cashier)
        }
        await #expect(throws: Refusal.refundToOtherStay) { try await give(.none, house.helene, 20) }
        await #expect(throws: Refusal.notPermitted(.refundChecks)) { try await give(.none, house.anna, 21) }
        await #expect(throws: Refusal.notPermitted(.refundChecks)) { try await give(.confirmed, house.anna, 22) }
        let back = try await give(.confirmed, house.helene, 23)
        #expect(back.value.postings.map(\.guest?.reservationNumber) == ["777"])
        let again = try await give(.confirmed, house.helene, 23)
        #expect(again.isRepeat && again.value.check.id == back.value.check.id)
        let entries = try await house.database.read { tx in try tx.journalEntries(kinds: [.refundApproved], limit: 9) }
        #expect(entries.count == 1 && entries[0].cashierID == house.helene.id)
        #expect(entries[0].note?.contains("room 118, reservation 777, which was not charged") == true)
        await #expect(throws: Refusal.nothingToRefund) { try await give(.confirmed, house.helene, 24) }
    }

    @Test func `S1-11: a guest who moved gets it in the new room; one who left does not, and the till says what to do`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.chargedCheck(tip: 200, key: 10)
        let moved = GuestAccount(roomNumber: RoomNumber("305")!, reservationNumber: "12345", name: "Garibaldi, Lucia")
        house.hotel.has(moved)
        await #expect(throws: Refusal.guestLeft(TestHouse.garibaldi.roomNumber)) {
            try await refund(house, check, by: "IKPMS", to: TestHouse.garibaldi, key: 20)
        }
        let back = try await refund(house, check, tip: 200, by: "IKPMS", to: moved, key: 21)
        #expect(back.check.state == .open && back.postings.map(\.guest?.roomNumber.text) == ["305"])
        #expect(back.postings[0].breakdown.total == -check.totals.total - Sample.euros(200))
        try await house.hotelAnswers(.accepted, number: 22)
        #expect(try await house.restaurant.check(back.check.id).state == .closed)
    }

    @Test func `S1-11: a refund that the hotel refuses is given back otherwise, or withdrawn`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.chargedCheck(key: 10)
        let back = try await refund(house, check, by: "IKPMS", to: TestHouse.garibaldi, key: 20).check
        let giveBack = { (key: Int) in
            try await house.restaurant.giveBack(
                on: back.id, key: Sample.key(key), RefundWay(methodID: try await house.method("CASH").id), workstation: "TILL1",
                by: house.helene
            ).value.check
        }
        await #expect(throws: Refusal.refundUnderWay) { try await giveBack(21) }
        await #expect(throws: Refusal.refundUnderWay) { try await house.restaurant.withdrawRefund(back.id, by: house.helene) }
        try await house.hotelAnswers(.refused, code: "denied", number: 30)
        // Its articles stay taken as long as it is open.
        await #expect(throws: Refusal.nothingToRefund) { try await refund(house, check, key: 22) }
        #expect(try await house.restaurant.withdrawRefund(back.id, by: house.helene).state == .voided)
        let second = try await refund(house, check, by: "IKPMS", to: TestHouse.garibaldi, key: 23).check
        try await house.hotelAnswers(.refused, code: "denied", number: 31)
        let paid = try await house.restaurant.giveBack(
            on: second.id, key: Sample.key(24), RefundWay(methodID: try await house.method("CASH").id), workstation: "TILL1",
            by: house.helene
        ).value.check
        #expect(paid.state == .closed && paid.totals.settled == -check.totals.total)
        await #expect(throws: Refusal.checkClosed) { try await house.restaurant.withdrawRefund(second.id, by: house.helene) }
    }

    @Test func `a refund takes no lines and no payments, and is not on the floor`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.chargedCheck(key: 10)
        let back = try await refund(house, check, by: "IKPMS", to: TestHouse.garibaldi, key: 20).check
        await #expect(throws: Refusal.checkIsRefund) { try await house.pay(back, 100, key: 21) }
        let item = try await house.restaurant.menu().items[0].id
        await #expect(throws: Refusal.checkIsRefund) {
            try await house.restaurant.changeLines(
                of: back.id, [.add(id: Sample.key(22), item: item, quantity: 1, note: "")], by: house.anna)
        }
        #expect(try await house.restaurant.floor(of: try await house.outlet().id).checksAtCounter.isEmpty)
        let closed = try await house.restaurant.closedChecks(limit: 10)
        #expect(Set(closed.checks.map(\.id)) == [back.id, check.id] && closed.date == check.businessDate)
        #expect(try await house.restaurant.check(numbered: check.number) == check)
    }
}
