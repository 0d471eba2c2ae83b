package import PointOfSale

extension Identifier: SQLBindable {
    package var sqlValue: SQLValue { .text(text) }
}

extension ClientKey: SQLBindable {
    package var sqlValue: SQLValue { .text(text) }
}

extension Timestamp: SQLBindable {
    package var sqlValue: SQLValue { .integer(milliseconds) }
}

extension Money: SQLBindable {
    /// Minor units; the currency is the property's, or the check's.
    package var sqlValue: SQLValue { minorUnits.sqlValue }
}

extension Itemizer: SQLBindable {
    package var sqlValue: SQLValue { number.sqlValue }
}

extension BusinessDate: SQLBindable {
    /// `2026-11-22`.
    package var sqlValue: SQLValue { .text(description) }
}

extension PostingStamp: SQLBindable {
    /// `2026-11-22T20:15:30`, the wall clock of the house.
    package var sqlValue: SQLValue {
        let date = BusinessDate(year: time.year, month: time.month, day: time.day)
        let clock = [time.hour, time.minute, time.second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return .text("\(date)T\(clock)")
    }

    /// Reads what `sqlValue` wrote; nil for anything else.
    init?(text: String) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let date = BusinessDate(iso: String(parts[0])) else { return nil }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false).compactMap { Int($0) }
        guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]), (0..<60).contains(clock[2]) else { return nil }
        self.init(
            time: LocalTime(year: date.year, month: date.month, day: date.day, hour: clock[0], minute: clock[1], second: clock[2]))
    }
}
