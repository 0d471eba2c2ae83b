/// The `DA` and `TI` of a record: the sender's local wall clock, with a two-digit year. FIAS 2.20.24 §2, §10.8 (the hotel books on its own
/// business date whatever stands here).
package struct RecordStamp: Sendable, Hashable {
    /// YYMMDD.
    package var date: String
    /// HHMMSS.
    package var time: String

    /// A stamp of two texts, as received.
    package init(date: String, time: String) {
        self.date = date
        self.time = time
    }

    /// The stamp of an instant, in milliseconds since 1970, at a distance from GMT.
    package init(wallMs: Int64, secondsFromGMT: Int) {
        let seconds = RecordStamp.floorDivide(wallMs, 1000) + Int64(secondsFromGMT)
        let day = RecordStamp.floorDivide(seconds, 86_400)
        let second = Int(seconds - day * 86_400)
        let (year, month, dayOfMonth) = RecordStamp.civilDate(daysSince1970: day)
        date = [year % 100, month, dayOfMonth].map(RecordStamp.twoDigits).joined()
        time = [second / 3600, second / 60 % 60, second % 60].map(RecordStamp.twoDigits).joined()
    }

    /// The two fields of a record.
    package var fields: [FIASRecord.Field] { [.init(.date, date), .init(.time, time)] }

    /// Days to year, month and day of the Gregorian calendar, by eras of 400 years that begin in March.
    private static func civilDate(daysSince1970: Int64) -> (year: Int, month: Int, day: Int) {
        let shifted = daysSince1970 + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (Int(year), Int(month), Int(day))
    }

    private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }

    private static func twoDigits(_ value: Int) -> String {
        value < 10 ? "0\(value)" : String(value)
    }
}
