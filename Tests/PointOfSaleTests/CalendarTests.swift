import PointOfSale
import TestSupport
import Testing

@Suite struct CalendarTests {
    /// Local Paris times in winter (UTC+1) on 22 November 2026.
    private func moment(_ hour: Int, _ minute: Int, day: Int = 22) -> Timestamp {
        let days = BusinessDate(year: 2026, month: 11, day: day).daysSince1970
        return Timestamp(milliseconds: Int64(days * 86_400 + (hour - 1) * 3600 + minute * 60) * 1000)
    }

    @Test(arguments: [
        (0, 0, "2026-11-21", 4), (3, 59, "2026-11-21", 4), (4, 0, "2026-11-21", 1), (5, 29, "2026-11-21", 1), (5, 30, "2026-11-22", 1),
        (10, 59, "2026-11-22", 1), (11, 0, "2026-11-22", 2), (13, 59, "2026-11-22", 2), (14, 0, "2026-11-22", 3), (17, 59, "2026-11-22", 3),
        (18, 0, "2026-11-22", 4), (23, 59, "2026-11-22", 4),
    ])
    func `S1-13 and S1-14: business date and service period are two functions of the clock`(
        hour: Int, minute: Int, date: String, period: Int
    ) {
        let local = Sample.calendar.localTime(at: moment(hour, minute))
        #expect(Sample.calendar.businessDate(at: moment(hour, minute)).description == date)
        #expect(ServicePeriods.standard.period(at: local).number == period)
        #expect(local.hour == hour && local.minute == minute && local.second == 0)
    }

    @Test(arguments: [
        // 29 March 2026: 02:00 becomes 03:00. 25 October 2026: 03:00 becomes 02:00.
        (1_774_745_999, 1, 59), (1_774_746_000, 3, 0), (1_792_889_999, 2, 59), (1_792_890_000, 2, 0), (1_792_893_600, 3, 0),
    ])
    func `the wall clock follows daylight saving`(seconds: Int64, hour: Int, minute: Int) {
        let local = Sample.calendar.localTime(at: Timestamp(milliseconds: seconds * 1000))
        #expect(local.hour == hour)
        #expect(local.minute == minute)
    }

    @Test func `a calendar needs a known zone and a minute of the day`() {
        #expect(BusinessCalendar(timeZoneName: "Mars/Olympus") == nil)
        #expect(BusinessCalendar(timeZoneName: "Europe/Paris", closingMinute: 1440) == nil)
        #expect(BusinessCalendar(timeZoneName: "Europe/Paris", closingMinute: -1) == nil)
        #expect(BusinessCalendar(timeZoneName: "Europe/Paris")?.closingMinute == 330)
    }

    @Test func `dates survive the way to days and back, leap years included`() {
        for days in stride(from: -200_000, to: 200_000, by: 97) {
            #expect(BusinessDate(daysSince1970: days).daysSince1970 == days)
        }
        #expect(BusinessDate(daysSince1970: 0).description == "1970-01-01")
        #expect(BusinessDate(year: 2024, month: 2, day: 28).next.description == "2024-02-29")
        #expect(BusinessDate(year: 2026, month: 3, day: 1).previous.description == "2026-02-28")
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "", "2026-00-10", "2026-04-31", "2026/04/30", "aaaa-bb-cc"])
    func `a date that does not exist is not a date`(text: String) {
        #expect(BusinessDate(iso: text) == nil)
    }

    @Test func `service periods must have distinct numbers and beginnings`() {
        let lunch = ServicePeriod(number: 2, startMinute: 660, name: LocalizedName(fr: "Déjeuner"))
        #expect(ServicePeriods([]) == nil)
        #expect(ServicePeriods([lunch, lunch]) == nil)
        #expect(ServicePeriods([lunch, ServicePeriod(number: 3, startMinute: 660, name: lunch.name)]) == nil)
        #expect(ServicePeriods([lunch, ServicePeriod(number: 2, startMinute: 700, name: lunch.name)]) == nil)
        #expect(ServicePeriods([ServicePeriod(number: 10_000, startMinute: 0, name: lunch.name)]) == nil)
        #expect(ServicePeriods([lunch])?.period(at: LocalTime(year: 2026, month: 1, day: 1, hour: 3, minute: 0, second: 0)).number == 2)
    }
}
