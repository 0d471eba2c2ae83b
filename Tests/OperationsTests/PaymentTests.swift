import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@Suite struct PaymentTests {
    @Test func `paying all closes the check, in parts too`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check()
        let card = try await house.method("CARD")
        let total = check.totals.total
        let first = try await house.restaurant.takePayment(
            on: check.id, key: Sample.key(80), method: card.id, amount: Sample.euros(1001), tip: Sample.euros(100), by: house.anna)
        #expect(first.value.check.state == .open)
        #expect(first.value.check.totals.remaining == total - Sample.euros(1001))
        let second = try await house.restaurant.takePayment(
            on: check.id, key: Sample.key(81), method: card.id, amount: total - Sample.euros(1001), tip: Sample.euros(0), by: house.anna)
        #expect(second.value.check.state == .closed)
        let stored = try await house.restaurant.check(check.id)
        #expect(stored == second.value.check)
        #expect(stored.totals.tips == Sample.euros(100))
        let shares = try await house.database.read { tx in try tx.tenderShares(of: check.id) }
        for (itemizer, amount) in check.totals.subtotals {
            #expect(shares.compactMap { $0.subtotals[itemizer] }.total(.eur) == amount)
        }
    }

    @Test func `the same key pays once, from any number of clients at once`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check()
        let cash = try await house.method("CASH")
        let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    try await house.restaurant.takePayment(
                        on: check.id, key: Sample.key(82), method: cash.id, amount: check.totals.total, tip: Sample.euros(0), by: house.anna
                    ).isRepeat
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.filter { !$0 }.count == 1)
        #expect(try await house.restaurant.check(check.id).tenders.count == 1)
    }

    @Test func `cash gives change, a card does not`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check()
        let (cash, card) = (try await house.method("CASH"), try await house.method("CARD"))
        let total = check.totals.total
        await #expect(throws: Refusal.cashTooLittle(total + Sample.euros(5))) {
            try await house.restaurant.takePayment(
                on: check.id, key: Sample.key(83), method: cash.id, amount: total, tip: Sample.euros(5), cashGiven: total, by: house.anna)
        }
        await #expect(throws: Refusal.changeNotGiven) {
            try await house.restaurant.takePayment(
                on: check.id, key: Sample.key(84), method: card.id, amount: total, tip: Sample.euros(0), cashGiven: total + Sample.euros(1),
                by: house.anna)
        }
        let paid = try await house.restaurant.takePayment(
            on: check.id, key: Sample.key(85), method: cash.id, amount: total, tip: Sample.euros(0), cashGiven: total + Sample.euros(500),
            by: house.anna)
        #expect(paid.value.tender.change == Sample.euros(500))
    }

    @Test func `amounts out of range, closed checks and wrong methods are refused`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check()
        let (cash, room) = (try await house.method("CASH"), try await house.method("IKPMS"))
        let pay = { (amount: Int, tip: Int, method: PaymentMethodID) in
            _ = try await house.restaurant.takePayment(
                on: check.id, key: Sample.key(90), method: method, amount: Sample.euros(amount), tip: Sample.euros(tip), by: house.anna)
        }
        let total = check.totals.total.minorUnits
        await #expect(throws: Refusal.amountAboveRemaining(check.totals.total)) { try await pay(total + 1, 0, cash.id) }
        await #expect(throws: Refusal.amountNotPositive) { try await pay(0, 0, cash.id) }
        await #expect(throws: Refusal.tipNegative) { try await pay(100, -1, cash.id) }
        await #expect(throws: Refusal.tipTooLarge(Sample.euros(100))) { try await pay(100, 101, cash.id) }
        await #expect(throws: Refusal.paymentMethodOfOtherKind) { try await pay(100, 0, room.id) }
        await #expect(throws: Refusal.unknownPaymentMethod) { try await pay(100, 0, Sample.id(8)) }
        try await pay(total, 0, cash.id)
        await #expect(throws: Refusal.keyReused) { try await pay(1, 0, cash.id) }
        await #expect(throws: Refusal.checkClosed) {
            try await house.restaurant.takePayment(
                on: check.id, key: Sample.key(91), method: cash.id, amount: Sample.euros(1), tip: Sample.euros(0), by: house.anna)
        }
    }
}
