import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@Suite struct ClosingTests {
    private let today = BusinessDate(year: 2026, month: 11, day: 22)

    private func house() async throws -> TestHouse {
        let house = try await TestHouse.open()
        try await house.transmitsReceipts()
        try await house.keepBooks()
        return house
    }

    @Test func `S1-13: at closing time the last revenue goes and the date is closed, by the clock`() async throws {
        let house = try await house()
        let check = try await house.paid("CASH", key: 1, tip: 250)
        house.clock.advance(ms: 24 * 3_600_000)
        try await house.keepBooks()
        let report = try await house.restaurant.dayReport(of: today, by: house.helene)
        guard case .closed(_, let by, let open) = report.status else {
            Issue.record("it is \(report.status)")
            return
        }
        #expect(by == nil && open == 0)
        #expect(report.sales == check.totals.total && report.tips == Sample.euros(250))
        #expect(report.hotel.revenue[.onItsWay] == report.total && report.difference.isZero)
        #expect(report.hotel.waiting.isZero)
    }

    @Test func `S1-13: open checks are carried to the next date, or keep the date open, as the house says`() async throws {
        let house = try await house()
        let open = try await house.check(key: 7)
        try await house.restaurant.setOpenChecksAtClosing(.refuse, by: try await house.administrator())
        house.clock.advance(ms: 24 * 3_600_000)
        try await house.keepBooks()
        #expect(try await house.restaurant.dayReport(of: today, by: house.helene).status == .waitingForChecks(1))
        await #expect(throws: Refusal.checksStillOpen(1)) { try await house.restaurant.closeDay(today, by: house.helene) }
        await #expect(throws: Refusal.notPermitted(.closeDay)) { try await house.restaurant.closeDay(today, by: house.anna) }
        _ = try await house.pay(open, by: "CASH", key: 7)
        try await house.restaurant.closeDay(today, by: house.helene)
        guard case .closed(_, let by, 0) = try await house.restaurant.dayReport(of: today, by: house.helene).status else {
            Issue.record("it is not closed")
            return
        }
        #expect(by == "Hélène" || by == nil)
        await #expect(throws: Refusal.dayNotOver) { try await house.restaurant.closeDay(today.next, by: house.helene) }
    }

    @Test func `S1-13: what is paid under a clock set back behind the closing goes to the open date, and is told`() async throws {
        let house = try await house()
        house.clock.advance(ms: 24 * 3_600_000)
        try await house.keepBooks()
        house.clock.advance(ms: -24 * 3_600_000)
        let check = try await house.paid("CASH", key: 1, tip: 250)
        #expect(check.tenders.map(\.businessDate) == [today.next] && check.businessDate == today.next)
        house.clock.advance(ms: 25 * 3_600_000)
        try await house.keepBooks()
        let closed = try await house.restaurant.dayReport(of: today, by: house.helene)
        #expect(closed.sales.isZero && closed.difference.isZero)
        let report = try await house.restaurant.dayReport(of: today.next, by: house.helene)
        #expect(report.sales == check.totals.total && report.hotel.revenue[.onItsWay] == report.total && report.difference.isZero)
    }

    @Test func `a day of every kind of payment is told to the cent, and to nobody who may not read it`() async throws {
        let house = try await house()
        let cash = try await house.paid("CASH", key: 1, tip: 100)
        let card = try await house.paid("CARD", key: 2, outlet: 2)
        let room = try await house.booked(3)
        let doubt = try await house.doubted(4)
        let report = try await house.restaurant.dayReport(by: house.helene)
        #expect(report.status == .running)
        #expect(report.sales == cash.totals.total + card.totals.total + room.check.totals.total)
        #expect(report.hotel.rooms == room.posting.breakdown.total)
        #expect(report.hotel.waiting == cash.totals.total + card.totals.total + Sample.euros(100))
        #expect(report.pending?.amount == doubt.tender.amount)
        #expect(report.difference.isZero)
        for lines in [report.byOutlet, report.byServicePeriod, report.byRevenueGroup, report.byMethod, report.byCashier] {
            #expect(lines.map(\.amount).total(.eur) == report.sales)
        }
        #expect(report.taxes.map(\.gross).total(.eur) == report.sales)
        await #expect(throws: Refusal.notPermitted(.viewReports)) { try await house.restaurant.dayReport(by: house.anna) }
        await #expect(throws: Refusal.dayNotOver) { try await house.restaurant.dayReport(of: today.next, by: house.helene) }
    }
}
