import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

/// One payment of a check that is still open is undone; the rest of the check goes on.
@Suite struct VoidPaymentTests {
    private func request(_ check: Check, _ tender: Tender, key: Int) -> PaymentVoidRequest {
        PaymentVoidRequest(
            checkID: check.id, tenderID: tender.id, key: Sample.key(key), reason: "Mauvaise chambre", workstation: "TILL1")
    }

    /// A check of two articles with half of it charged to room 204 and accepted.
    private func halfCharged(_ house: TestHouse) async throws -> (check: Check, tender: Tender) {
        house.hotel.has(TestHouse.garibaldi)
        let check = try await house.check(key: 1)
        let half = check.totals.total.minorUnits / 2
        _ = try await house.restaurant.chargeToRoom(house.request(check, to: TestHouse.garibaldi, amount: half, key: 2), by: house.anna)
        try await house.hotelAnswers(.accepted, number: 1)
        let paid = try await house.restaurant.check(check.id)
        return (paid, try #require(paid.tenders.first))
    }

    @Test func `S1-10: cash taken by mistake is undone at once, the lines are free again, and all of it is paid anew`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check(key: 1)
        let taken = try await house.pay(check, check.totals.total.minorUnits / 2, by: "CASH", key: 2).tender
        let back = try await house.restaurant.voidPayment(request(check, taken, key: 3), by: house.helene)
        #expect(back.value.postings.isEmpty && !back.isRepeat)
        let open = try await house.restaurant.check(check.id)
        #expect(open.state == .open && open.totals.remaining == check.totals.total && open.standingTenders.isEmpty)
        #expect(open.tenders.map(\.amount) == [taken.amount, -taken.amount])
        #expect(try await house.restaurant.voidPayment(request(check, taken, key: 3), by: house.helene).isRepeat)
        let more = try await house.restaurant.changeLines(
            of: check.id, [.add(id: Sample.key(77), item: check.lines[0].menuItemID, quantity: 1, note: "")], by: house.anna)
        #expect(more.totals.total > check.totals.total)
        let closed = try await house.pay(more, key: 4).check
        #expect(closed.state == .closed)
        let shares = try await house.database.read { tx in try tx.tenderShares(of: check.id) }
        #expect(shares.count == 1 && shares[0].subtotals.values.reduce(Sample.euros(0), +) == more.totals.total)
        await #expect(throws: Refusal.checkClosed) {
            try await house.restaurant.voidPayment(request(check, taken, key: 5), by: house.helene)
        }
    }

    @Test func `S1-10: articles paid by themselves can be paid by themselves again`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check(key: 1)
        let line = check.lines[0]
        let amount = line.unitPrice.minorUnits
        let taken = try await house.pay(check, amount, lines: [line.id: 1], by: "CASH", key: 2).tender
        _ = try await house.restaurant.voidPayment(request(check, taken, key: 3), by: house.helene)
        let again = try await house.pay(check, amount, lines: [line.id: 1], by: "CARD", key: 4)
        #expect(again.check.totals.remaining == check.totals.total - line.unitPrice)
    }

    @Test func `S1-10: a charge to a room gets its mirror, and nothing else is paid until the hotel has answered`() async throws {
        let house = try await TestHouse.open()
        let (check, tender) = try await halfCharged(house)
        let back = try await house.restaurant.voidPayment(request(check, tender, key: 3), by: house.helene).value
        #expect(back.postings.map(\.breakdown.total) == [-(tender.amount + tender.tip)])
        #expect(back.check.totals.remaining == check.totals.remaining, "still paid, as far as anybody knows")
        await #expect(throws: Refusal.paymentUnderWay) { try await house.pay(check, 100, by: "CASH", key: 4) }
        await #expect(throws: Refusal.paymentUnderWay) {
            try await house.restaurant.voidPayment(request(check, tender, key: 5), by: house.helene)
        }
        try await house.hotelAnswers(.accepted, number: 2)
        let open = try await house.restaurant.check(check.id)
        #expect(open.state == .open && open.totals.remaining == check.totals.total && open.totals.settled.isZero)
        await #expect(throws: Refusal.paymentVoided) {
            try await house.restaurant.voidPayment(request(check, tender, key: 6), by: house.helene)
        }
        #expect(try await house.pay(open, by: "CASH", key: 7).check.state == .closed)
    }

    @Test func `S1-10: what the hotel does not take back stays paid, and stands on its desk until somebody has seen it`() async throws {
        let house = try await TestHouse.open()
        let (check, tender) = try await halfCharged(house)
        _ = try await house.restaurant.voidPayment(request(check, tender, key: 3), by: house.helene)
        try await house.hotelAnswers(.refused, code: "unprocessable", number: 2)
        let open = try await house.restaurant.check(check.id)
        #expect(open.totals.remaining == check.totals.remaining && open.standingTenders.map(\.id) == [tender.id])
        let shown = try await house.restaurant.hotelDesk().attention
        #expect(shown.map(\.kind) == [.notGivenBack])
        let posting = try #require(shown.first).posting.id
        await #expect(throws: Refusal.notPermitted(.settleDoubt)) {
            try await house.restaurant.acknowledgeRefusal(posting, by: house.anna)
        }
        for _ in 0..<2 { try await house.restaurant.acknowledgeRefusal(posting, by: house.helene) }
        #expect(try await house.restaurant.hotelDesk().attention.isEmpty)
        let noted = try await house.database.read { tx in try tx.journalEntries(subject: posting.text) }
        #expect(noted.filter { $0.kind == .refusalAcknowledged }.map(\.cashierID) == [house.helene.id], "once")
        let charge = try #require(tender.postingID)
        await #expect(throws: Refusal.postingNotRefused) { try await house.restaurant.acknowledgeRefusal(charge, by: house.helene) }
    }

    @Test func `S1-10: only by who may, with a reason, a payment of that check, on the same date`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check(key: 1)
        let taken = try await house.pay(check, 100, by: "CASH", key: 2).tender
        await #expect(throws: Refusal.notPermitted(.voidChecks)) {
            try await house.restaurant.voidPayment(request(check, taken, key: 3), by: house.anna)
        }
        let mute = PaymentVoidRequest(checkID: check.id, tenderID: taken.id, key: Sample.key(4), reason: " ", workstation: "T")
        await #expect(throws: Refusal.reasonMissing) { try await house.restaurant.voidPayment(mute, by: house.helene) }
        let other = try await house.check(plus: [75], key: 5)
        await #expect(throws: Refusal.unknownPayment) {
            try await house.restaurant.voidPayment(request(other, taken, key: 6), by: house.helene)
        }
        house.clock.advance(ms: 24 * 3_600_000)
        await #expect(throws: Refusal.voidTooLate) {
            try await house.restaurant.voidPayment(request(check, taken, key: 7), by: house.helene)
        }
    }
}
