import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@Suite struct SplitTests {
    @Test func `S1-09: equal parts add up to the cent, and parts that leave one are refused`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check(plus: [20, 21, 52])
        let total = check.totals.total
        for count in 1...7 {
            let parts = try await house.restaurant.parts(of: check.id, .equally(count))
            #expect(parts.count == count && parts.map(\.amount).total(.eur) == total)
            #expect(parts.map(\.amount.minorUnits).max()! - parts.map(\.amount.minorUnits).min()! <= 1)
        }
        let third = Money(total.minorUnits / 3, .eur)
        await #expect(throws: Refusal.splitLeaves(total - third - third)) {
            try await house.restaurant.parts(of: check.id, .amounts([third, third]))
        }
        #expect(try await house.restaurant.parts(of: check.id, .amounts([third, total - third])).count == 2)
        await #expect(throws: Refusal.splitLeaves(Sample.euros(-1))) {
            try await house.restaurant.parts(of: check.id, .amounts([third, total - third + Sample.euros(1)]))
        }
        await #expect(throws: Refusal.splitOutOfRange(Split.partsMax)) { try await house.restaurant.parts(of: check.id, .equally(0)) }
        await #expect(throws: Refusal.splitOutOfRange(Split.partsMax)) { try await house.restaurant.parts(of: check.id, .equally(100)) }
    }

    @Test func `S1-09: articles paid by themselves carry exactly their groups and rates, and are paid once`() async throws {
        let house = try await TestHouse.open()
        house.hotel.has(TestHouse.garibaldi)
        let check = try await house.check(plus: [20, 52, 80])
        let drink = try #require(check.lines.min { $0.unitPrice < $1.unitPrice })
        let charge = try await house.restaurant.chargeToRoom(
            house.request(check, amount: drink.unitPrice.minorUnits, lines: [drink.id: 1], key: 70), by: house.anna
        ).value
        #expect(charge.posting.breakdown.subtotals == [drink.itemizer: drink.unitPrice])
        await #expect(throws: Refusal.linesPaidAlready) {
            try await house.pay(check, drink.unitPrice.minorUnits, lines: [drink.id: 1], key: 71)
        }
        let food = try #require(check.lines.first { $0.id != drink.id })
        await #expect(throws: Refusal.amountNotOfLines(food.unitPrice)) { try await house.pay(check, 1, lines: [food.id: 1], key: 72) }
        await #expect(throws: Refusal.unknownLine) { try await house.pay(check, 1, lines: [Sample.key(9): 1], key: 73) }
        // What the hotel refuses is free again.
        try await house.hotelAnswers(.refused, code: "noPosting", number: 7)
        _ = try await house.pay(check, drink.unitPrice.minorUnits, lines: [drink.id: 1], key: 74)
        _ = try await house.pay(check, 100, key: 75)
        await #expect(throws: Refusal.checkSplitByAmount) {
            try await house.pay(check, food.unitPrice.minorUnits, lines: [food.id: 1], key: 76)
        }
        await #expect(throws: Refusal.checkSplitByAmount) { try await house.restaurant.parts(of: check.id, .bySeat) }
        let rest = try await house.restaurant.check(check.id)
        #expect(try await house.pay(rest, key: 77).check.state == .closed)
    }

    @Test func `S1-09: each seat pays what it had, and all seats pay the check`() async throws {
        let house = try await TestHouse.open()
        let opened = try await house.check(plus: [80])
        let menu = try await house.restaurant.menu()
        let item = { (code: Int) in menu.items.first { $0.code == code }!.id }
        let check = try await house.restaurant.changeLines(
            of: opened.id,
            [
                .add(id: Sample.key(900), item: item(20), quantity: 1, note: "", seat: 1),
                .add(id: Sample.key(901), item: item(52), quantity: 2, note: "", seat: 2),
                .add(id: Sample.key(902), item: item(21), quantity: 1, note: "", seat: 1),
            ], by: house.anna)
        let parts = try await house.restaurant.parts(of: check.id, .bySeat)
        #expect(parts.map(\.number) == [1, 2, nil])
        #expect(parts.map(\.amount).total(.eur) == check.totals.total)
        #expect(parts[0].lines == [Sample.key(900): 1, Sample.key(902): 1])
        for (index, part) in parts.enumerated() {
            let paid = try await house.pay(check, part.amount.minorUnits, lines: part.lines, key: 910 + index)
            #expect((paid.check.state == .closed) == (index == 2))
        }
        await #expect(throws: Refusal.seatOutOfRange(CheckLine.seatMax)) {
            let other = try await house.check(key: 5)
            _ = try await house.restaurant.changeLines(
                of: other.id, [.add(id: Sample.key(903), item: item(20), quantity: 1, note: "", seat: 100)], by: house.anna)
        }
    }

    @Test func `S1-09: whoever pays how much, groups and taxes add back up to the check's own`() async throws {
        let house = try await TestHouse.open()
        var random = SeededGenerator(seed: 41)
        for round in 0..<12 {
            let check = try await house.check(plus: [20, 21, 52, 60, 71, 80], key: 1000 + round)
            var left = check.totals.total.minorUnits
            var step = 0
            while left > 0 {
                let amount = step > 4 ? left : Int.random(in: 1...left, using: &random)
                _ = try await house.pay(check, amount, key: 20_000 + round * 100 + step)
                left -= amount
                step += 1
            }
            let shares = try await house.database.read { tx in try tx.tenderShares(of: check.id) }
            for (itemizer, amount) in check.totals.subtotals { #expect(shares.compactMap { $0.subtotals[itemizer] }.total(.eur) == amount) }
            for tax in check.totals.taxes {
                let carried = shares.compactMap { $0.taxes[tax.rate] }
                #expect(carried.map(\.gross).total(.eur) == tax.gross)
                #expect(carried.map(\.tax).total(.eur) == tax.tax)
            }
        }
    }
}
