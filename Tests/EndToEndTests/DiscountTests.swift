import HotelSimulator
import NIOHTTP1
import Operations
import PointOfSale
import Testing

@testable import Ardoise

/// Discounts from the order screen to the hotels' own books.
@Suite(.serialized) struct DiscountTests {
    @Test func `S2-11: a discount on the check goes to OPERA beside the sales, by revenue group, and the folio holds what is left`()
        async throws
    {
        try await House.open { house in
            let check = try await house.check()
            let whole = try await house.changed(check, [.custom(rate: 1500)])
            #expect(whole.discount < 0 && whole.gross == check.total && whole.total == whole.gross + whole.discount)
            #expect(whole.lines.map(\.amount).reduce(0, +) == whole.total && whole.taxes.map(\.gross).reduce(0, +) == whole.total)
            let lucia = try await house.guest("204")
            let before = try await house.balance(lucia)
            #expect(try await house.charge(try await house.check(check.id), to: lucia).status == 201)
            let charge = try #require(house.charges(ofCheck: check.number).first)
            #expect(charge.totalMinor == whole.total)
            let sales = (1...9).map { charge.amount(of: .subtotal($0)) }
            let discounts = (1...9).map { charge.amount(of: .discount($0)) }
            #expect(sales.reduce(0, +) == check.total && discounts.reduce(0, +) == whole.discount)
            #expect(zip(sales, discounts).allSatisfy { $0.0 == 0 ? $0.1 == 0 : $0.1 <= 0 && -$0.1 <= $0.0 })
            #expect(try await house.balance(lucia) - before == whole.total)
            let voided = try await house.void(check)
            #expect(voided.status == 202 || voided.status == 201 || voided.status == 200, "\(voided.text)")
            let money: MoneyBackBody = try voided.read()
            #expect(try await house.outcome(of: try #require(money.postings.first)) == .accepted)
            #expect(try await house.balance(lucia) == before)
        }
    }

    @Test func `S2-11: waiters give what the house has set up, managers give any, and mistakes are told in words`() async throws {
        try await House.open { house in
            let staff = try await house.preset("Personnel", percent: "20")
            let reserved = try await house.preset("Direction", amount: "5,00", manager: true)
            let check = try await house.check()
            let line = try #require(try await house.discounted(check).lines.first)
            let codes: [(DiscountBody, TillClient, Int, String)] = [
                (.custom(line.id, rate: 1000), house.waiter, 403, "NOT_PERMITTED"),
                (DiscountBody(lineId: line.id, presetId: reserved), house.waiter, 403, "NOT_PERMITTED"),
                (.custom(line.id, rate: 10_001), house.manager, 422, "OUT_OF_RANGE"),
                (.custom(line.id, rate: -500), house.manager, 422, "OUT_OF_RANGE"),
                (.custom(line.id, rate: 0), house.manager, 422, "OUT_OF_RANGE"),
                (.custom(line.id, value: line.amount + 1), house.manager, 422, "DISCOUNT_ABOVE_PRICE"),
                (DiscountBody(lineId: line.id, rate: 1000), house.manager, 422, "REASON_MISSING"),
                (DiscountBody(lineId: line.id, presetId: check.id), house.manager, 404, "UNKNOWN_DISCOUNT"),
                (.remove(House.key()), house.manager, 404, "UNKNOWN_DISCOUNT"),
            ]
            for (body, client, status, code) in codes {
                let answer = try await house.change(check, [body], as: client)
                #expect(answer.status == status, "\(code): \(answer.text)")
                #expect(try answer.read(ProblemBody.self).code == code)
            }
            #expect(try await house.discounted(check).discounts.isEmpty)
            let given = try await house.changed(check, [DiscountBody(lineId: line.id, presetId: staff)], as: house.waiter)
            #expect(given.discount == -Rate(basisPoints: 2000)!.of(Money(line.amount, .eur)).minorUnits)
            let again = try await house.change(check, [DiscountBody(lineId: line.id, presetId: staff)], as: house.waiter)
            #expect(again.status == 409 && again.text.contains("LINE_DISCOUNTED"))
            #expect(try await house.settle(try await house.check(check.id), by: "cash").status == 201)
            let late = try await house.change(check, [.custom(rate: 500)])
            #expect(late.status == 409 && late.text.contains("CHECK_CLOSED"))
        }
    }

    @Test func `S2-11: revenue of discounted checks goes to the hotel with its discounts, and the day balances`() async throws {
        try await House.open { house in
            try await house.transmitsReceipts()
            let (first, second) = (try await house.check(), try await house.check())
            let whole = try await house.changed(first, [.custom(value: 777)])
            let line = try #require(try await house.discounted(second).lines.first)
            let lined = try await house.changed(second, [.custom(line.id, rate: 5000)])
            try await house.pay(try await house.check(first.id), by: "CASH")
            try await house.pay(try await house.check(second.id), by: "CASH", tip: 100)
            try await house.halfAnHourPasses()
            let direct = house.running.directBookings
            #expect(direct.map(\.total) == [whole.total + lined.total + 100])
            #expect(direct.first?.fields.contains { $0.hasPrefix("D") } == true)
            let day = try await house.day()
            #expect(day.difference == 0 && day.hotel.revenueAccepted == whole.total + lined.total + 100)
            let page = try await house.manager.page("/day")
            #expect(page.contains("data-section=\"discounts\"") && page.contains("data-section=\"discountsByCashier\""))
        }
    }

    @Test func `S2-12: a discount on the check and RoomRaccoon is an error in words, and spread over the products it is taken`()
        async throws
    {
        try await House.open { house in
            try await house.usesRoomRaccoon()
            let check = try await house.check(plus: [20, 20, 52, 80])
            let whole = try await house.changed(check, [.custom(value: 1001)])
            let annaig = try #require(try await house.hostelGuests("21").first)
            let refused = try await house.chargeHostel(try await house.check(check.id), to: annaig)
            #expect(refused.status == 422 && refused.text.contains("CHECK_DISCOUNT_NOT_TAKEN"))
            let page = try await house.waiter.page("/checks/\(check.id)/room?hotel=roomRaccoon")
            #expect(page.contains("Répartir sur les articles") && page.contains("ne prend pas de remise sur toute"))
            #expect(try await !house.waiter.page("/checks/\(check.id)/room?hotel=opera").contains("id=\"spread\""))
            #expect(house.running.hostel.snapshot.posTickets.isEmpty)
            let answer = try await house.waiter.form("/checks/\(check.id)/discount-spread", ["hotel": "roomRaccoon"])
            #expect(answer.status == 303, "\(answer.text)")
            let spread = try await house.discounted(check)
            #expect(spread.total == whole.total && spread.lines.map(\.amount) == whole.lines.map(\.amount))
            #expect(spread.discounts.allSatisfy { $0.lineId != nil && $0.carriesOn == whole.discounts[0].id })
            #expect(try await house.chargeHostel(try await house.check(check.id), to: annaig).status == 201)
            let order = try #require(try await house.module(annaig).first)
            #expect(order.totalMinor == whole.total && order.lines.map(\.amountMinor).sorted() == spread.lines.map(\.amount).sorted())
        }
    }

    @Test func `S2-13: a discounted product stands already discounted in RoomRaccoon, and comes back as it was paid`() async throws {
        try await House.open { house in
            try await house.usesRoomRaccoon()
            let check = try await house.check(plus: [20, 52])
            let dish = try #require(try await house.discounted(check).lines.first)
            let discounted = try await house.changed(check, [.custom(dish.id, rate: 3000)])
            let paid = try #require(discounted.lines.first { $0.id == dish.id }).amount
            #expect(paid < dish.amount)
            let annaig = try #require(try await house.hostelGuests("21").first)
            #expect(try await house.chargeHostel(try await house.check(check.id), to: annaig).status == 201)
            let sold = try #require(try await house.module(annaig).first)
            #expect(sold.totalMinor == discounted.total && sold.lines.map(\.amountMinor).contains(paid))
            let back = try await house.manager.send(
                .POST, "/api/v1/checks/\(check.id)/refunds",
                SettlementBody(
                    paymentMethodId: try await house.roomRaccoonMethod(), tip: 0, lines: [PickBody(lineId: dish.id, quantity: 1)],
                    guest: ChargeBody.Guest(annaig), reason: "Plat froid"),
                key: House.key())
            #expect(back.status == 201, "\(back.text)")
            let money: MoneyBackBody = try back.read()
            #expect(try await house.outcome(of: try #require(money.postings.first)) == .accepted)
            #expect(try await house.module(annaig).map(\.totalMinor) == [discounted.total, -paid])
        }
    }

    @Test func `S2-14: several lines take a discount at once, and each payer's share carries its own part`() async throws {
        try await House.open { house in
            let check = try await house.check(plus: [20, 20, 52, 80])
            let lines = try await house.discounted(check).lines
            let whole = try await house.changed(check, lines.prefix(3).map { .custom($0.id, rate: 3333) })
            #expect(whole.discounts.count == 3 && whole.lines.filter { $0.discount < 0 }.count == 3)
            let lucia = try await house.guest("204")
            let first = try #require(whole.lines.first)
            let answer = try await house.charge(
                check, to: lucia, amount: first.amount, lines: [PickBody(lineId: first.id, quantity: first.quantity)])
            #expect(answer.status == 201, "\(answer.text)")
            let rest = try await house.check(check.id)
            let third = rest.remaining / 3
            #expect(try await house.charge(rest, to: lucia, amount: third).status == 201)
            #expect(try await house.charge(rest, to: lucia, amount: rest.remaining - third).status == 201)
            let charges = house.charges(ofCheck: check.number)
            #expect(charges.map(\.totalMinor).reduce(0, +) == whole.total && charges.count == 3)
            let discounts = charges.flatMap { charge in (1...9).map { charge.amount(of: .discount($0)) } }
            #expect(discounts.reduce(0, +) == whole.discount)
            #expect(try await house.check(check.id).state == "closed")
        }
    }

    @Test func `S2-15: a discount taken back counts no more, and a batch sent again changes nothing`() async throws {
        try await House.open { house in
            let check = try await house.check()
            let line = try #require(try await house.discounted(check).lines.first)
            let batch = [DiscountBody.custom(line.id, rate: 1000)]
            let given = try await house.changed(check, batch)
            #expect(try await house.changed(check, batch).discounts.map(\.id) == given.discounts.map(\.id))
            let removal = [DiscountBody.remove(given.discounts[0].id)]
            for _ in 0..<2 {
                let plain = try await house.changed(check, removal, as: house.waiter)
                #expect(plain.total == check.total && plain.discounts.isEmpty && plain.discount == 0)
            }
            #expect(try await house.change(check, [.remove(given.discounts[0].id)]).status == 409)
            let lucia = try await house.guest("204")
            #expect(try await house.charge(try await house.check(check.id), to: lucia).status == 201)
            #expect(house.charges(ofCheck: check.number).map(\.totalMinor) == [check.total])
        }
    }
}
