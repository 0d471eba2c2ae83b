/// Half an hour of a business date, counted from its beginning: what was paid in it goes to the hotel when it is over (`S1-05`).
///
/// Half-open. A date has 48 of them, 46 when the clock is set forward and 50 when it is set back; the last one is shorter where the
/// closing time changed.
package struct RevenueWindow: Hashable, Sendable, Codable {
    package let businessDate: BusinessDate
    package let start: Timestamp
    package let end: Timestamp

    /// How long one lasts, ms: 30 minutes (`S1-05`).
    package static let lengthMs: Int64 = 30 * 60 * 1000

    /// The window of a moment.
    package init(containing moment: Timestamp, in calendar: BusinessCalendar) {
        let date = calendar.businessDate(at: moment)
        let begin = calendar.start(of: date)
        let index = moment.ms(since: begin) / Self.lengthMs
        self.init(businessDate: date, index: index, begin: begin, end: calendar.end(of: date))
    }

    private init(businessDate: BusinessDate, index: Int64, begin: Timestamp, end: Timestamp) {
        self.businessDate = businessDate
        start = begin.advanced(byMs: index * Self.lengthMs)
        self.end = min(begin.advanced(byMs: (index + 1) * Self.lengthMs), end)
    }

    /// All windows of a business date, in turn.
    package static func all(of date: BusinessDate, in calendar: BusinessCalendar) -> [RevenueWindow] {
        let (begin, end) = (calendar.start(of: date), calendar.end(of: date))
        let count = (end.ms(since: begin) + lengthMs - 1) / lengthMs
        return (0..<count).map { RevenueWindow(businessDate: date, index: $0, begin: begin, end: end) }
    }
}
