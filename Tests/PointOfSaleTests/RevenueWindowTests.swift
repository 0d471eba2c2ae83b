import PointOfSale
import TestSupport
import Testing

@Suite struct RevenueWindowTests {
    private static let paris = Sample.calendar

    private static func date(_ iso: String) -> BusinessDate { BusinessDate(iso: iso)! }

    /// 2026 in Paris: clocks go forward on 29 March and back on 25 October, at night, before the date closes at 05:30.
    @Test(arguments: [("2026-11-22", 48), ("2026-03-28", 46), ("2026-10-24", 50), ("2026-03-29", 48), ("2026-10-25", 48)])
    func `S1-05: a business date has 48 windows, 46 and 50 on the nights when the clock is set`(day: String, count: Int) {
        let windows = RevenueWindow.all(of: Self.date(day), in: Self.paris)
        #expect(windows.count == count)
        #expect(windows.first?.start == Self.paris.start(of: Self.date(day)))
        #expect(windows.last?.end == Self.paris.end(of: Self.date(day)))
        for (window, next) in zip(windows, windows.dropFirst()) { #expect(window.end == next.start) }
        for window in windows { #expect(window.end.ms(since: window.start) == RevenueWindow.lengthMs) }
    }

    @Test func `every moment of a year is in exactly the window that holds it`() {
        var random = SeededGenerator(seed: 5)
        let year = Self.paris.start(of: Self.date("2026-01-01"))
        for _ in 0..<2000 {
            let moment = year.advanced(byMs: Int64.random(in: 0..<(365 * 86_400_000), using: &random))
            let window = RevenueWindow(containing: moment, in: Self.paris)
            #expect(window.start <= moment && moment < window.end)
            #expect(window.businessDate == Self.paris.businessDate(at: moment))
            #expect(RevenueWindow.all(of: window.businessDate, in: Self.paris).contains(window))
        }
    }

    @Test func `S1-13: the date turns at 05:30 sharp, and with it the window`() {
        let turn = Self.paris.start(of: Self.date("2026-11-22"))
        let local = Self.paris.localTime(at: turn)
        #expect(local.hour == 5 && local.minute == 30 && local.second == 0)
        #expect(Self.paris.businessDate(at: turn) == Self.date("2026-11-22"))
        #expect(Self.paris.businessDate(at: turn.advanced(byMs: -1)) == Self.date("2026-11-21"))
        #expect(RevenueWindow(containing: turn.advanced(byMs: -1), in: Self.paris).end == turn)
        #expect(RevenueWindow(containing: turn, in: Self.paris).start == turn)
    }

    @Test func `S1-13: a new closing time holds from the next business date, whose last window is shorter or longer for once`() throws {
        let date = Self.date("2026-11-22")
        let moved = try #require(
            BusinessCalendar(timeZoneName: "Europe/Paris", change: .init(closingMinute: 6 * 60 + 10, from: date.next)))
        #expect(moved.start(of: date) == Self.paris.start(of: date))
        #expect(moved.start(of: date.next) == Self.paris.start(of: date.next), "the date under way closes as it always did")
        #expect(moved.end(of: date.next).ms(since: moved.start(of: date.next)) == Int64((24 * 60 + 40) * 60_000))
        let windows = RevenueWindow.all(of: date.next, in: moved)
        #expect(windows.count == 50)
        #expect(windows.last.map { $0.end.ms(since: $0.start) } == Int64(600_000))
    }

    @Test func `closing times in the hour that is left out or comes twice leave no gap and no overlap`() throws {
        for minute in [0, 2 * 60 + 30, 23 * 60 + 30] {
            let calendar = try #require(BusinessCalendar(timeZoneName: "Europe/Paris", closingMinute: minute))
            for day in ["2026-03-27", "2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-10-26"] {
                let windows = RevenueWindow.all(of: Self.date(day), in: calendar)
                #expect(windows.first?.start == calendar.start(of: Self.date(day)))
                #expect(windows.last?.end == calendar.start(of: Self.date(day).next))
                #expect((46...50).contains(windows.count), "\(day) at \(minute)")
                for window in windows {
                    #expect(RevenueWindow(containing: window.start, in: calendar) == window)
                    #expect(RevenueWindow(containing: window.end.advanced(byMs: -1), in: calendar) == window)
                }
            }
        }
    }
}
