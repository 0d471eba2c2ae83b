import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

/// Discounts from the order screen to the books: given, refused, taken back, spread, charged, voided and refunded.
@Suite struct DiscountTests {
    private func given(_ number: Int, on line: ClientKey?, percent: Int, _ reason: String = "Client fidèle") -> LineChange {
        .discount(id: Sample.key(number), line: line, DiscountWish(.custom(.share(Rate(basisPoints: percent * 100)!)), reason: reason))
    }

    private func off(_ number: Int, on line: ClientKey?, cents: Int) -> LineChange {
        .discount(id: Sample.key(number), line: line, DiscountWish(.custom(.amount(Sample.euros(cents))), reason: "Geste"))
    }

    private func preset(_ house: TestHouse, _ draft: DiscountPresetDraft) async throws -> DiscountPreset {
        try await house.restaurant.saveDiscountPreset(draft, by: try await house.administrator())
    }

    @Test func `S2-13: a discount is given once, however often its batch comes, and the journal says who gave it`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check(plus: [20, 52])
        let line = check.lines[0]
        let batch = [given(900, on: line.id, percent: 10)]
        let discounted = try await house.restaurant.changeLines(of: check.id, batch, by: house.helene)
        #expect(discounted.totals.discount == -Rate(basisPoints: 1000)!.of(line.unitPrice))
        #expect(try await house.restaurant.changeLines(of: check.id, batch, by: house.helene) == discounted)
        let entries = try await house.database.read { tx in try tx.journalEntries(subject: check.id.text) }
        let entry = try #require(entries.first { $0.kind == .discountGiven })
        #expect(
            entry.cashierID == house.helene.id && entry.note?.contains("10.00 %") == true && entry.note?.contains("Client fidèle") == true)
        #expect(entries.count { $0.kind == .discountGiven } == 1)
    }

    @Test func `S2-14: several lines take a discount in one batch, all or none`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check(plus: [20, 21, 52])
        await #expect(throws: Refusal.unknownLine) {
            try await house.restaurant.changeLines(
                of: check.id, [given(900, on: check.lines[0].id, percent: 10), given(901, on: Sample.key(5), percent: 10)],
                by: house.helene)
        }
        #expect(try await house.restaurant.check(check.id).discounts.isEmpty)
        let batch = check.lines.enumerated().map { given(910 + $0.offset, on: $0.element.id, percent: 50) }
        let all = try await house.restaurant.changeLines(of: check.id, batch, by: house.helene)
        #expect(all.lineTotals.allSatisfy { $0.discount == -Rate(basisPoints: 5000)!.of($0.gross) })
    }

    @Test func `S2-15: taken back it counts no more, once, and another may be given`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check(plus: [20])
        let line = check.lines[0].id
        _ = try await house.restaurant.changeLines(of: check.id, [given(900, on: line, percent: 10)], by: house.helene)
        await #expect(throws: Refusal.lineDiscounted) {
            try await house.restaurant.changeLines(of: check.id, [given(901, on: line, percent: 20)], by: house.helene)
        }
        let removal = [LineChange.removeDiscount(id: Sample.key(902), discount: Sample.key(900))]
        for _ in 0..<2 {
            #expect(try await house.restaurant.changeLines(of: check.id, removal, by: house.anna).totals.total == check.totals.total)
        }
        await #expect(throws: Refusal.discountRemoved) {
            let again = [LineChange.removeDiscount(id: Sample.key(903), discount: Sample.key(900))]
            _ = try await house.restaurant.changeLines(of: check.id, again, by: house.anna)
        }
        let second = try await house.restaurant.changeLines(of: check.id, [off(904, on: line, cents: 100)], by: house.helene)
        #expect(second.totals.total == check.totals.total - Sample.euros(100) && second.discounts.count == 2)
    }

    @Test func `S2-11: who may give what: presets for waiters, the rest for managers, each where it belongs`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check(plus: [20, 52])
        let line = check.lines[0].id
        let ask = { (number: Int, preset: DiscountPresetID, place: ClientKey?, cashier: Cashier) in
            try await house.restaurant.changeLines(
                of: check.id, [.discount(id: Sample.key(number), line: place, DiscountWish(.preset(preset)))], by: cashier)
        }
        let forLines = try await preset(house, DiscountPresetDraft(nameFR: "Dix", percent: "10", scope: .lines))
        let reserved = try await preset(house, DiscountPresetDraft(nameFR: "Maison", percent: "50", needsManager: true))
        let old = try await preset(house, DiscountPresetDraft(nameFR: "Ancienne", amount: "1,00", isActive: false))
        await #expect(throws: Refusal.notPermitted(.giveCustomDiscounts)) {
            try await house.restaurant.changeLines(of: check.id, [given(900, on: line, percent: 10)], by: house.anna)
        }
        await #expect(throws: Refusal.notPermitted(.giveCustomDiscounts)) { try await ask(901, reserved.id, line, house.anna) }
        await #expect(throws: Refusal.discountNotForThis) { try await ask(902, forLines.id, nil, house.anna) }
        await #expect(throws: Refusal.discountOff) { try await ask(903, old.id, line, house.anna) }
        await #expect(throws: Refusal.unknownDiscount) { try await ask(904, Sample.id(77), line, house.anna) }
        await #expect(throws: Refusal.reasonMissing) {
            try await house.restaurant.changeLines(of: check.id, [given(905, on: line, percent: 10, "  ")], by: house.helene)
        }
        let offered = try await house.restaurant.discountPresets(for: house.anna).map(\.id)
        #expect(offered.contains(forLines.id) && offered.contains(reserved.id) && !offered.contains(old.id))
        let taken = try await ask(906, forLines.id, line, house.anna)
        #expect(taken.standingDiscounts.map(\.presetID) == [forLines.id] && taken.standingDiscounts[0].name.fr == "Dix")
        #expect(try await ask(907, reserved.id, nil, house.helene).checkDiscount?.presetID == reserved.id)
    }

    @Test func `what is paid, or on its way, takes no discount any more, and loses none`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check(plus: [20, 52])
        _ = try await house.restaurant.changeLines(of: check.id, [given(900, on: nil, percent: 10)], by: house.helene)
        _ = try await house.pay(check, 100, key: 1)
        for change in [
            given(901, on: check.lines[0].id, percent: 10), .removeDiscount(id: Sample.key(902), discount: Sample.key(900)),
            .spreadDiscount(id: Sample.key(903), discount: Sample.key(900)),
        ] {
            await #expect(throws: Refusal.checkHasPayments) {
                try await house.restaurant.changeLines(of: check.id, [change], by: house.helene)
            }
        }
        let rest = try await house.restaurant.check(check.id)
        #expect(try await house.pay(rest, key: 2).check.state == .closed)
        await #expect(throws: Refusal.checkClosed) {
            try await house.restaurant.changeLines(of: check.id, [given(904, on: nil, percent: 5)], by: house.helene)
        }
    }

    @Test func `S2-12: a hotel that takes no check discount refuses it; spread, it is charged line by line`() async throws {
        let house = try await TestHouse.open()
        let admin = try await house.administrator()
        _ = try await house.restaurant.saveRoomRaccoon(RoomRaccoonDraft(link: RoomRaccoonLink()), by: admin)
        var draft = PaymentMethodDraft(kind: .room, code: "", nameFR: "RoomRaccoon", hotelCode: "")
        draft.integration = .roomRaccoon
        let method = try await house.restaurant.savePaymentMethod(draft, by: admin)
        let guest = GuestAccount(roomNumber: RoomNumber("21")!, reservationNumber: "702101", name: "Quéré")
        house.hostel.has(guest)
        let check = try await house.check(plus: [20, 21, 52])
        let whole = try await house.restaurant.changeLines(of: check.id, [off(900, on: nil, cents: 701)], by: house.helene)
        let charge = { (check: Check, key: Int) in
            try await house.restaurant.chargeToRoom(house.request(check, to: guest, method: method.id, key: key), by: house.anna).value
        }
        await #expect(throws: Refusal.checkDiscountNotTaken) { try await charge(whole, 1) }
        let spread = try await house.restaurant.spreadDiscount(of: check.id, by: house.anna)
        #expect(spread.totals.total == whole.totals.total && spread.checkDiscount == nil)
        #expect(try await house.restaurant.spreadDiscount(of: check.id, by: house.anna) == spread)
        let posting = try await charge(spread, 2).posting
        #expect(posting.lines.map(\.amount) == spread.lineTotals.map(\.net) && posting.breakdown.total == whole.totals.total)
        #expect(posting.breakdown.discounts.values.total(.eur) == Sample.euros(-701))
        let entries = try await house.database.read { tx in try tx.journalEntries(subject: check.id.text) }
        #expect(entries.contains { $0.kind == .discountSpread && $0.cashierID == house.anna.id })
    }

    @Test func `S2-11: OPERA gets sales before discounts and the discounts beside them; a void mirrors both`() async throws {
        let house = try await TestHouse.open()
        house.hotel.has(TestHouse.garibaldi)
        let check = try await house.check(plus: [20, 52])
        let discounted = try await house.restaurant.changeLines(
            of: check.id, [given(900, on: check.lines[0].id, percent: 25), given(901, on: nil, percent: 10)], by: house.helene)
        let posting = try await house.restaurant.chargeToRoom(house.request(discounted, key: 1), by: house.anna).value.posting
        #expect(posting.breakdown.total == discounted.totals.total)
        #expect(posting.breakdown.subtotals == check.totals.subtotals)
        #expect(posting.breakdown.discounts.values.total(.eur) == discounted.totals.discount)
        try await house.hotelAnswers(.accepted, number: 2)
        let back = try await house.restaurant.voidCheck(
            VoidRequest(checkID: check.id, key: Sample.key(5), reason: "Erreur", workstation: "TILL1"), by: house.helene
        ).value
        #expect(back.postings.map(\.breakdown) == [posting.breakdown.negated])
    }

    @Test func `S1-11: refunds give back what was paid, article by article, never more, to the cent`() async throws {
        let house = try await TestHouse.open()
        let opened = try await house.check(plus: [52])
        let item = try await house.restaurant.menu().items.first { $0.code == 20 }!
        let line = Sample.key(899)
        let check = try await house.restaurant.changeLines(
            of: opened.id,
            [
                .add(id: line, item: item.id, quantity: 3, note: ""), off(900, on: line, cents: 100), given(901, on: nil, percent: 7),
            ], by: house.helene)
        _ = try await house.pay(check, key: 1)
        let paid = try #require(check.lineTotals.first { $0.line.id == line }).net
        var back: [Check] = []
        for number in 0..<3 {
            let refund = try await house.restaurant.refundCheck(
                RefundRequest(
                    checkID: check.id, key: Sample.key(10 + number), lines: [line: 1], tip: Sample.euros(0),
                    way: RefundWay(methodID: try await house.method("CASH").id), reason: "Froid", workstation: "TILL1"),
                by: house.helene
            ).value.check
            #expect(refund.state == .closed && refund.totals.total == refund.totals.settled && refund.totals.total.isNegative)
            back.append(refund)
        }
        #expect(back.map(\.totals.total).total(.eur) == -paid)
        let rest = try await house.restaurant.refundCheck(
            RefundRequest(
                checkID: check.id, key: Sample.key(20), lines: nil, tip: Sample.euros(0),
                way: RefundWay(methodID: try await house.method("CASH").id), reason: "Froid", workstation: "TILL1"),
            by: house.helene
        ).value.check
        #expect((back + [rest]).map(\.totals.total).total(.eur) == -check.totals.total)
        #expect((back + [rest]).map(\.totals.discount).total(.eur) == -check.totals.discount)
        let report = try await house.restaurant.dayReport(by: house.helene)
        #expect(report.sales.isZero && report.difference.isZero && report.discounts.map(\.amount).total(.eur).isZero)
    }

    @Test func `S2-11: the day shows what was given away, of what kind and by whom, and still balances`() async throws {
        let house = try await TestHouse.open()
        let staff = try await preset(house, DiscountPresetDraft(nameFR: "Personnel", percent: "20"))
        let first = try await house.check(plus: [20, 52], key: 1)
        let second = try await house.check(plus: [21], key: 2)
        let wish = DiscountWish(.preset(staff.id))
        let paid = [
            try await house.restaurant.changeLines(
                of: first.id, [.discount(id: Sample.key(900), line: first.lines[0].id, wish)], by: house.anna),
            try await house.restaurant.changeLines(of: second.id, [off(901, on: nil, cents: 250)], by: house.helene),
        ]
        _ = try await house.pay(paid[0], 500, key: 3)
        _ = try await house.pay(try await house.restaurant.check(first.id), key: 4)
        _ = try await house.pay(paid[1], key: 5)
        let report = try await house.restaurant.dayReport(by: house.helene)
        #expect(report.discounts.first { $0.name.fr == "Personnel" }?.amount == paid[0].totals.discount)
        #expect(report.discounts.first { $0.name == Discount.customName }?.amount == Sample.euros(-250))
        #expect(report.discountsByCashier.first { $0.name.fr == "Hélène" }?.amount == Sample.euros(-250))
        #expect(report.sales == paid.map(\.totals.total).total(.eur) && report.difference.isZero)
    }
}
