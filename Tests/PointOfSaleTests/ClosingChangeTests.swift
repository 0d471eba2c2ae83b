import PointOfSale
import TestSupport
import Testing

@Suite struct ClosingChangeTests {
    /// 22 November 2026 in Paris, one hour behind of UTC's count.
    private func moment(_ day: Int, _ hour: Int, _ minute: Int) -> Timestamp {
        let midnight = BusinessDate(year: 2026, month: 11, day: day).daysSince1970 * 86_400 - 3600
        return Timestamp(milliseconds: Int64(midnight + hour * 3600 + minute * 60) * 1000)
    }

    private func date(_ day: Int) -> BusinessDate { BusinessDate(year: 2026, month: 11, day: day) }

    @Test func `another closing time takes effect from the next business date`() throws {
        let changed = try #require(Sample.calendar.closing(at: 4 * 60, decidedAt: moment(22, 20, 0)))
        #expect(changed.change == BusinessCalendar.Change(closingMinute: 240, from: date(23)))
        // The 22nd still closes at 05:30 on the 23rd, and the 23rd at 04:00 on the 24th.
        #expect(changed.businessDate(at: moment(23, 5, 29)) == date(22))
        #expect(changed.businessDate(at: moment(23, 5, 30)) == date(23))
        #expect(changed.businessDate(at: moment(24, 3, 59)) == date(23))
        #expect(changed.businessDate(at: moment(24, 4, 0)) == date(24))
    }

    @Test func `a later closing time leaves no minute without a date and none with two`() throws {
        let changed = try #require(Sample.calendar.closing(at: 7 * 60, decidedAt: moment(22, 3, 0)))
        #expect(changed.change?.from == date(22), "before 05:30 on the 22nd the 21st is still open")
        var last = changed.businessDate(at: moment(21, 12, 0))
        for minute in stride(from: 0, to: 3 * 1440, by: 10) {
            let now = changed.businessDate(at: moment(21, 12, minute))
            #expect(now == last || now == last.next)
            last = now
        }
        #expect(changed.businessDate(at: moment(23, 6, 59)) == date(22))
        #expect(changed.businessDate(at: moment(23, 7, 0)) == date(23))
    }

    @Test func `setting it twice keeps the last word, and setting it back forgets it`() throws {
        let first = try #require(Sample.calendar.closing(at: 240, decidedAt: moment(22, 20, 0)))
        let second = try #require(first.closing(at: 300, decidedAt: moment(22, 21, 0)))
        #expect(second.closingMinute == 330 && second.change?.closingMinute == 300)
        let back = try #require(second.closing(at: 330, decidedAt: moment(22, 22, 0)))
        #expect(back.change == nil && back.closingMinute == 330)
        let nextWeek = try #require(first.closing(at: 300, decidedAt: moment(29, 20, 0)))
        #expect(nextWeek.closingMinute == 240, "what has come into force is the rule from then on")
    }

    @Test func `service periods with their ends go around the clock`() throws {
        let standard = ServicePeriods.standard
        #expect(try ServicePeriods(entries: standard.entries) == standard)
        let name = LocalizedName(fr: "Toute la journée")
        let one = try ServicePeriods(entries: [.init(number: 1, startMinute: 300, endMinute: 300, name: name)])
        #expect(one.all.count == 1)
    }

    @Test func `overlapping periods and gaps are refused with the time`() {
        func entry(_ number: Int, _ from: Int, _ to: Int) -> ServicePeriods.Entry {
            ServicePeriods.Entry(number: number, startMinute: from * 60, endMinute: to * 60, name: LocalizedName(fr: "P\(number)"))
        }
        #expect(throws: Refusal.servicePeriodsOverlap(minute: 660)) {
            try ServicePeriods(entries: [entry(1, 4, 12), entry(2, 11, 4)])
        }
        #expect(throws: Refusal.servicePeriodsGap(minute: 600)) { try ServicePeriods(entries: [entry(1, 4, 10), entry(2, 11, 4)]) }
        #expect(throws: Refusal.servicePeriodsOverlap(minute: 240)) { try ServicePeriods(entries: [entry(1, 4, 11), entry(2, 11, 5)]) }
        #expect(throws: Refusal.servicePeriodsOverlap(minute: 240)) { try ServicePeriods(entries: [entry(1, 4, 11), entry(2, 4, 11)]) }
        #expect(throws: Refusal.servicePeriodsUnusable) { try ServicePeriods(entries: [entry(1, 4, 11), entry(1, 11, 4)]) }
        #expect(throws: Refusal.servicePeriodsUnusable) { try ServicePeriods(entries: []) }
    }

    @Test func `a closing time cuts a period unless one begins there`() {
        #expect(ServicePeriods.standard.periodCut(atMinute: 330)?.number == 1)
        #expect(ServicePeriods.standard.periodCut(atMinute: 120)?.number == 4)
        #expect(ServicePeriods.standard.periodCut(atMinute: 240) == nil)
    }
}
