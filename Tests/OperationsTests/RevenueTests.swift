import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@Suite struct RevenueTests {
    /// A house whose receipts all go to the hotel, its books begun.
    private func house() async throws -> TestHouse {
        let house = try await TestHouse.open()
        try await house.transmitsReceipts()
        try await house.keepBooks()
        return house
    }

    @Test func `S1-05: what was paid in half an hour is one posting per outlet, period and way of paying`() async throws {
        let house = try await house()
        let first = try await house.paid("CASH", key: 1, tip: 100)
        let second = try await house.paid("CASH", key: 2)
        let card = try await house.paid("CARD", key: 3)
        let bar = try await house.paid("CASH", key: 4, outlet: 2)
        try await house.keepBooks()
        #expect(try await house.revenue().isEmpty, "the window is not over")
        house.clock.advance(ms: RevenueWindow.lengthMs)
        try await house.keepBooks()
        let sent = try await house.revenue()
        #expect(sent.count == 3)
        let cash = try #require(sent.first { $0.batch.tenders == 2 })
        #expect(cash.batch.amount == first.totals.total + second.totals.total)
        #expect(cash.posting?.breakdown.total == cash.batch.amount + Sample.euros(100))
        #expect(cash.posting?.breakdown.tip == Sample.euros(100))
        #expect(cash.posting?.kind == .revenue && cash.posting?.guest == nil && cash.posting?.state == .queued)
        #expect(Set(sent.map(\.batch.amount)).isSuperset(of: [card.totals.total, bar.totals.total]))
        #expect(Set(sent.compactMap(\.posting?.checkNumber)).count == 3, "each has a number of its own")
    }

    @Test func `S1-05: looking again, or a crash and a new start, sends nothing twice`() async throws {
        let house = try await house()
        _ = try await house.paid("CASH", key: 1)
        house.clock.advance(ms: RevenueWindow.lengthMs)
        for _ in 0..<3 { try await house.keepBooks() }
        #expect(try await house.revenue().count == 1)
    }

    @Test func `S1-05: a payment that is written late goes with the next window`() async throws {
        let house = try await house()
        let late = house.clock.now
        house.clock.advance(ms: 2 * RevenueWindow.lengthMs)
        try await house.keepBooks()
        _ = try await house.paid("CASH", key: 1)
        try await house.database.write { tx in
            _ = try tx.execute("update tender set settled_at = $1", late)
        }
        house.clock.advance(ms: RevenueWindow.lengthMs)
        try await house.keepBooks()
        let sent = try await house.revenue()
        #expect(sent.count == 1)
        #expect(sent.first.map { $0.batch.window.start > late } == true)
    }

    @Test func `S1-02: room charges only, unless all receipts are transmitted; what has no code in the hotel stays here`() async throws {
        let house = try await TestHouse.open()
        try await house.keepBooks()
        let cash = try await house.paid("CASH", key: 1)
        house.clock.advance(ms: RevenueWindow.lengthMs)
        try await house.keepBooks()
        #expect(try await house.revenue().isEmpty)
        let report = try await house.restaurant.dayReport(by: house.helene)
        #expect(report.hotel.notMeant.map(\.amount) == [cash.totals.total])
        #expect(report.difference.isZero)
        try await house.transmitsReceipts()
        try await house.database.write { _ = try $0.execute("update payment_method set hotel_code = '' where code = 'CARD'") }
        _ = try await house.paid("CARD", key: 2)
        house.clock.advance(ms: RevenueWindow.lengthMs)
        try await house.keepBooks()
        #expect(try await house.revenue().map(\.batch.amount) == [cash.totals.total], "switched on, the whole date goes")
    }

    @Test func `S1-12: without a mapping the fallback is taken and said`() async throws {
        let house = try await house()
        try await house.database.write { _ = try $0.execute("delete from revenue_mapping") }
        _ = try await house.paid("CASH", key: 1)
        house.clock.advance(ms: RevenueWindow.lengthMs)
        try await house.keepBooks()
        #expect(try await house.revenue().map(\.batch.isFallback) == [true])
        #expect(try await house.restaurant.dayReport(by: house.helene).hotel.fallbacks == 1)
    }

    @Test func `S1-12: refused revenue is sent again by the mapping that holds then, and never while the hotel may have booked it`()
        async throws
    {
        let house = try await house()
        _ = try await house.paid("CASH", key: 1)
        house.clock.advance(ms: RevenueWindow.lengthMs)
        try await house.keepBooks()
        let batch = try #require(try await house.revenue().first?.batch)
        await #expect(throws: Refusal.revenueNotRefused) { try await house.restaurant.resendRevenue(batch.id, by: house.helene) }
        try await house.end(try await house.send(number: 1), fate: .notBooked, PostingConclusion(.refused, code: "unprocessable"))
        let outlet = batch.outletID
        try await house.database.write { tx in
            _ = try tx.setRevenueMapping(
                RevenueMapping(id: Sample.id(77), scope: .outlet(outlet), hotelOutlet: 4711, itemizers: [Itemizer(1)!: Itemizer(9)!]))
        }
        let again = try await house.restaurant.resendRevenue(batch.id, by: house.helene)
        #expect(again.outletNumber == 4711 && again.breakdown.total == batch.amount + batch.tip)
        await #expect(throws: Refusal.revenueNotRefused) { try await house.restaurant.resendRevenue(batch.id, by: house.helene) }
        await #expect(throws: Refusal.notPermitted(.settleDoubt)) { try await house.restaurant.resendRevenue(batch.id, by: house.anna) }
    }

    @Test func `revenue in doubt is settled by a person and cannot be withdrawn`() async throws {
        let house = try await house()
        _ = try await house.paid("CASH", key: 1)
        house.clock.advance(ms: RevenueWindow.lengthMs)
        try await house.keepBooks()
        let posting = try #require(try await house.revenue().first?.posting)
        await #expect(throws: Refusal.postingNotQueued) { try await house.restaurant.withdraw(posting.id, by: house.helene) }
        try await house.end(try await house.send(number: 1), fate: nil, PostingConclusion(.inDoubt, code: "timedOut"))
        #expect(try await house.restaurant.dayReport(by: house.helene).hotel.revenue[.inDoubt] == posting.breakdown.total)
        _ = try await house.restaurant.settleDoubt(of: posting.id, isOnFolio: true, note: "Vu sur le compte", by: house.helene)
        #expect(try await house.restaurant.dayReport(by: house.helene).hotel.revenue[.accepted] == posting.breakdown.total)
    }
}
