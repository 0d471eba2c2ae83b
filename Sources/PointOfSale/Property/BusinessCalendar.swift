package import Foundation

/// Which business date and which local time a moment belongs to. Service periods are another function of the clock (`S1-14`).
package struct BusinessCalendar: Hashable, Sendable, Codable {
    /// IANA name, `Europe/Paris`.
    package let timeZone: TimeZone
    /// Minutes after local midnight at which the business date turns; 330 is 05:30 (`S1-13`).
    package let closingMinute: Int
    /// Another closing time that was set and holds from a business date on.
    package let change: Change?

    /// A closing time that takes effect with a business date: the dates before it close as they always did (`S1-13`).
    package struct Change: Hashable, Sendable, Codable {
        /// Minutes after local midnight.
        package let closingMinute: Int
        /// The first business date that closes then.
        package let from: BusinessDate

        /// A change.
        package init(closingMinute: Int, from: BusinessDate) {
            self.closingMinute = closingMinute
            self.from = from
        }
    }

    /// Closing time when nobody set another: 05:30 (`S1-13`).
    package static let closingMinuteDefault = 5 * 60 + 30

    /// A calendar; nil when the zone is not known here or the minute is not in a day.
    package init?(timeZoneName: String, closingMinute: Int = closingMinuteDefault, change: Change? = nil) {
        guard let zone = TimeZone(identifier: timeZoneName), (0..<1440).contains(closingMinute),
            change.map({ (0..<1440).contains($0.closingMinute) }) ?? true
        else { return nil }
        timeZone = zone
        self.closingMinute = closingMinute
        self.change = change
    }

    /// Minutes after local midnight at which that business date ends, on the day after it.
    package func closingMinute(of date: BusinessDate) -> Int {
        guard let change, date >= change.from else { return closingMinute }
        return change.closingMinute
    }

    /// The closing time that was set last: the one that holds, or the one that will.
    package var closingMinuteToCome: Int { change?.closingMinute ?? closingMinute }

    /// This calendar with another closing time from the next business date on. One that was still to come is forgotten (`S1-13`).
    package func closing(at minute: Int, decidedAt moment: Timestamp) -> BusinessCalendar? {
        let today = businessDate(at: moment)
        let now = closingMinute(of: today)
        return BusinessCalendar(
            timeZoneName: timeZone.identifier, closingMinute: now,
            change: minute == now ? nil : Change(closingMinute: minute, from: today.next))
    }

    /// The business date at a moment: the local date, or the day before until closing time.
    package func businessDate(at moment: Timestamp) -> BusinessDate {
        let local = localTime(at: moment)
        let date = BusinessDate(year: local.year, month: local.month, day: local.day)
        // By the moment at which the date begins, and not by the hands of the clock, which show an hour twice in autumn.
        return moment < start(of: date) ? date.previous : date
    }

    /// How far the house's wall clock is ahead of UTC at a moment, seconds; daylight saving included.
    package func secondsFromGMT(at moment: Timestamp) -> Int {
        timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
    }

    /// The wall clock of the house at a moment.
    package func localTime(at moment: Timestamp) -> LocalTime {
        let seconds = Int((moment.milliseconds + Int64(secondsFromGMT(at: moment)) * 1000) / 1000)
        let (days, secondOfDay) = seconds.flooredDivision(by: 86_400)
        let date = BusinessDate(daysSince1970: days)
        return LocalTime(
            year: date.year, month: date.month, day: date.day, hour: secondOfDay / 3600, minute: secondOfDay / 60 % 60,
            second: secondOfDay % 60)
    }
}

/// A wall clock reading, without a zone.
package struct LocalTime: Hashable, Sendable, Codable {
    package let year: Int
    package let month: Int
    package let day: Int
    package let hour: Int
    package let minute: Int
    package let second: Int

    /// A reading.
    package init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// Minutes since local midnight, 0 to 1439.
    package var minuteOfDay: Int { hour * 60 + minute }
}

extension Int {
    /// Division rounded towards minus infinity, with a remainder that is never negative.
    func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
