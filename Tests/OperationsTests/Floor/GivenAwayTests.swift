import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

/// Checks of which everything is given away, and discounts that take a manager's word.
@Suite struct GivenAwayTests {
    private func free(_ house: TestHouse, plus: [Int] = [20, 52], key: Int = 1) async throws -> Check {
        let check = try await house.check(plus: plus, key: key)
        let whole = LineChange.discount(
            id: Sample.key(800 + key), line: nil, DiscountWish(.custom(.share(Rate(basisPoints: 10_000)!)), reason: "Anniversaire"))
        return try await house.restaurant.changeLines(of: check.id, [whole], by: house.helene)
    }

    private func pin(of name: String) throws -> String {
        try #require(try TestHouse.brasserie().staff.first { $0.name == name }?.pin)
    }

    private func reserved(_ house: TestHouse) async throws -> DiscountPreset {
        try #require(try await house.restaurant.discountPresets(for: house.anna).first { $0.name.fr == "Direction" })
    }

    @Test func `S2-11: a check of which everything is given away closes without a payment, once, and nobody else hears of it`() async throws
    {
        let house = try await TestHouse.open()
        try await house.transmitsReceipts()
        let check = try await free(house)
        #expect(check.isFree && check.totals.total.isZero && check.totals.gross.isPositive)
        await #expect(throws: Refusal.nothingToPay) { try await house.pay(check, 100, key: 1) }
        let closed = try await house.restaurant.closeFree(check.id, by: house.anna)
        #expect(closed.value.state == .closed && closed.value.tenders.isEmpty && !closed.isRepeat)
        #expect(try await house.restaurant.closeFree(check.id, by: house.anna).isRepeat)
        let found = try await house.restaurant.closedChecks(limit: 10).checks.map(\.id)
        #expect(found == [check.id])
        house.clock.advance(ms: 3_600_000)
        try await house.keepBooks()
        let (entries, waiting) = try await house.database.read { tx in
            (try tx.journalEntries(subject: check.id.text), try tx.claimNextPosting(at: house.clock.now))
        }
        #expect(waiting == nil)
        #expect(try await house.revenue().isEmpty)
        #expect(entries.filter { $0.kind == .checkClosedFree }.map(\.cashierID) == [house.anna.id])
    }

    @Test func `S2-11: the day shows what was given away as a whole, and balances; its voiding takes it out again`() async throws {
        let house = try await TestHouse.open()
        let check = try await free(house)
        _ = try await house.restaurant.closeFree(check.id, by: house.anna)
        let paid = try await house.check(plus: [21], key: 2)
        _ = try await house.pay(paid, key: 3)
        let report = try await house.restaurant.dayReport(by: house.helene)
        #expect(report.checks == 2 && report.sales == paid.totals.total && report.difference.isZero)
        #expect(report.discounts.map(\.amount) == [check.totals.discount] && report.discounts.map(\.count) == [1])
        #expect(report.discountsByCashier.map(\.name.fr) == ["Hélène"])
        let yesterday = try await house.restaurant.dayReport(of: check.businessDate.previous, by: house.helene)
        #expect(yesterday.checks == 0 && yesterday.discounts.isEmpty)
        let story = try await house.restaurant.story(of: check.id)
        #expect(story.mayBeVoided && !story.mayBeRefunded)
        let void = VoidRequest(checkID: check.id, key: Sample.key(5), reason: "Mauvaise table", workstation: "TILL1")
        let undone = try await house.restaurant.voidCheck(void, by: house.helene).value
        #expect(undone.check.state == .voided && undone.postings.isEmpty)
        let after = try await house.restaurant.dayReport(by: house.helene)
        #expect(after.checks == 1 && after.discounts.isEmpty && after.difference.isZero)
        await #expect(throws: Refusal.checkVoided) {
            try await house.restaurant.voidCheck(
                VoidRequest(checkID: check.id, key: Sample.key(6), reason: "Encore", workstation: "TILL1"), by: house.helene)
        }
    }

    @Test func `what is given away yesterday can be undone no more, and never be refunded`() async throws {
        let house = try await TestHouse.open()
        let check = try await free(house)
        _ = try await house.restaurant.closeFree(check.id, by: house.anna)
        await #expect(throws: Refusal.nothingToRefund) {
            try await house.restaurant.refundCheck(
                RefundRequest(
                    checkID: check.id, key: Sample.key(10), lines: nil, tip: Sample.euros(0),
                    way: RefundWay(methodID: try await house.method("CASH").id), reason: "Froid", workstation: "TILL1"),
                by: house.helene)
        }
        #expect(try await house.restaurant.story(of: check.id).refunds.isEmpty)
        house.clock.advance(ms: 24 * 3_600_000)
        #expect(try await !house.restaurant.story(of: check.id).mayBeVoided)
        await #expect(throws: Refusal.voidTooLate) {
            try await house.restaurant.voidCheck(
                VoidRequest(checkID: check.id, key: Sample.key(11), reason: "Hier", workstation: "TILL1"), by: house.helene)
        }
        #expect(try await house.restaurant.dayReport(of: check.businessDate, by: house.helene).checks == 1)
        #expect(try await house.restaurant.dayReport(by: house.helene).checks == 0)
    }

    @Test func `only what comes to nothing closes without a payment`() async throws {
        let house = try await TestHouse.open()
        let sold = try await house.check(plus: [20], key: 1)
        await #expect(throws: Refusal.amountLeftToPay(sold.totals.total)) {
            try await house.restaurant.closeFree(sold.id, by: house.anna)
        }
        let empty = try await house.check(plus: [], key: 2)
        await #expect(throws: Refusal.checkEmpty) { try await house.restaurant.closeFree(empty.id, by: house.anna) }
        _ = try await house.pay(sold, key: 3)
        await #expect(throws: Refusal.checkClosed) { try await house.restaurant.closeFree(sold.id, by: house.anna) }
        let free = try await free(house, key: 4)
        let again = LineChange.discount(
            id: Sample.key(950), line: nil, DiscountWish(.custom(.amount(Sample.euros(100))), reason: "Geste"))
        await #expect(throws: Refusal.checkDiscounted) {
            try await house.restaurant.changeLines(of: free.id, [again], by: house.helene)
        }
    }

    @Test func `a payment that is voided lets everything be given away after all`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check(plus: [20])
        let tender = try await house.pay(check, 500, key: 1).tender
        let whole = LineChange.discount(
            id: Sample.key(900), line: nil, DiscountWish(.custom(.share(Rate(basisPoints: 10_000)!)), reason: "Attente"))
        await #expect(throws: Refusal.checkHasPayments) {
            try await house.restaurant.changeLines(of: check.id, [whole], by: house.helene)
        }
        _ = try await house.restaurant.voidPayment(
            PaymentVoidRequest(
                checkID: check.id, tenderID: tender.id, key: Sample.key(2), reason: "Remise oubliée", workstation: "TILL1"),
            by: house.helene)
        let free = try await house.restaurant.changeLines(of: check.id, [whole], by: house.helene)
        #expect(free.isFree)
        #expect(try await house.restaurant.closeFree(check.id, by: house.anna).value.state == .closed)
        let report = try await house.restaurant.dayReport(by: house.helene)
        #expect(report.sales.isZero && report.difference.isZero && report.discounts.map(\.amount) == [free.totals.discount])
    }

    @Test func `S2-11: a discount kept for managers is given on the spot with a manager's PIN, and the journal names both`() async throws {
        let house = try await TestHouse.open()
        let preset = try await reserved(house)
        let check = try await house.check(plus: [20, 52])
        let asked = [ApprovedDiscount(id: Sample.key(900), lineID: check.lines[0].id, presetID: preset.id)]
        let given = try await house.restaurant.giveApprovedDiscounts(
            asked, of: check.id, pin: try pin(of: "Hélène"), device: "1", by: house.anna)
        let discount = try #require(given.value.standingDiscounts.first)
        #expect(discount.presetID == preset.id && discount.givenBy == house.anna.id && !given.isRepeat)
        let again = try await house.restaurant.giveApprovedDiscounts(
            asked, of: check.id, pin: try pin(of: "Hélène"), device: "1", by: house.anna)
        #expect(again.isRepeat && again.value == given.value)
        let entries = try await house.database.read { tx in try tx.journalEntries(subject: check.id.text) }
        #expect(entries.filter { $0.kind == .discountGiven }.map(\.cashierID) == [house.anna.id])
        let words = entries.filter { $0.kind == .discountApproved }
        #expect(words.map(\.cashierID) == [house.helene.id])
        #expect(words.first?.note?.contains("staff number \(house.anna.number)") == true)
        // The word was for that discount: the next one takes another.
        await #expect(throws: Refusal.notPermitted(.giveCustomDiscounts)) {
            let next = LineChange.discount(id: Sample.key(901), line: check.lines[1].id, DiscountWish(.preset(preset.id)))
            _ = try await house.restaurant.changeLines(of: check.id, [next], by: house.anna)
        }
    }

    @Test func `a wrong PIN, a waiter's own and what does not fit give nothing, all together`() async throws {
        let house = try await TestHouse.open()
        let preset = try await reserved(house)
        let check = try await house.check(plus: [20, 52])
        let manager = try pin(of: "Hélène")
        let ask = { (lines: [ClientKey?], pin: String) in
            let asked = lines.enumerated().map { number, line in
                ApprovedDiscount(id: Sample.key(900 + number), lineID: line, presetID: preset.id)
            }
            return try await house.restaurant.giveApprovedDiscounts(asked, of: check.id, pin: pin, device: "1", by: house.anna)
        }
        await #expect(throws: Refusal.wrongPIN(waitMs: 0)) { try await ask([nil], "9876") }
        await #expect(throws: Refusal.notPermitted(.giveCustomDiscounts)) { try await ask([nil], try pin(of: "Anna")) }
        await #expect(throws: Refusal.unknownLine) { try await ask([check.lines[0].id, Sample.key(5)], manager) }
        await #expect(throws: Refusal.lineDiscounted) { try await ask([check.lines[0].id, check.lines[0].id], manager) }
        #expect(try await house.restaurant.check(check.id).discounts.isEmpty)
        _ = try await house.pay(check, 100, key: 1)
        await #expect(throws: Refusal.checkHasPayments) { try await ask([nil], manager) }
        let entries = try await house.database.read { tx in try tx.journalEntries(subject: check.id.text) }
        #expect(!entries.contains { $0.kind == .discountApproved })
    }
}
