/// A meal period of an outlet: breakfast, lunch. It begins at a local time and lasts until the next one begins (`S1-14`).
package struct ServicePeriod: Hashable, Sendable, Codable {
    /// The number agreed with the hotel, sent as serving time (`FIAS 2.20.24 §6.2`, ST, four digits).
    package let number: Int
    /// Minutes after local midnight at which it begins.
    package let startMinute: Int
    package let name: LocalizedName

    /// A service period.
    package init(number: Int, startMinute: Int, name: LocalizedName) {
        self.number = number
        self.startMinute = startMinute
        self.name = name
    }
}

/// All service periods of an outlet: they cover the day without gap or overlap, each half-open.
package struct ServicePeriods: Hashable, Sendable, Codable {
    /// In the order of their beginning.
    package let all: [ServicePeriod]

    /// The longest list taken.
    package static let countMax = 24

    /// Takes the periods of a day; nil when there is none, two begin at once, share a number, or a beginning is not in a day.
    package init?(_ periods: [ServicePeriod]) {
        let sorted = periods.sorted { $0.startMinute < $1.startMinute }
        guard !sorted.isEmpty, sorted.count <= Self.countMax,
            sorted.allSatisfy({ (0..<1440).contains($0.startMinute) && (1...9999).contains($0.number) }),
            Set(sorted.map(\.startMinute)).count == sorted.count, Set(sorted.map(\.number)).count == sorted.count
        else { return nil }
        all = sorted
    }

    private init(trusted: [ServicePeriod]) { all = trusted }

    /// A period as it is written down: from, and to where it ends. Minutes after local midnight; an end not after the beginning is on the
    /// next day.
    package struct Entry: Hashable, Sendable {
        package let number: Int
        package let startMinute: Int
        package let endMinute: Int
        package let name: LocalizedName

        /// An entry.
        package init(number: Int, startMinute: Int, endMinute: Int, name: LocalizedName) {
            self.number = number
            self.startMinute = startMinute
            self.endMinute = endMinute
            self.name = name
        }

        /// How long it lasts, minutes: a day when it ends where it begins.
        fileprivate var minutes: Int { endMinute > startMinute ? endMinute - startMinute : endMinute - startMinute + 1440 }
    }

    /// Takes periods with their ends, which must follow on each other around the clock (`S1-14`).
    /// - Throws: `Refusal.servicePeriodsUnusable` when there is none, too many, or a number or a beginning comes twice;
    ///   `.servicePeriodsOverlap` and `.servicePeriodsGap` with the minute at which it happens.
    package init(entries: [Entry]) throws(Refusal) {
        let sorted = entries.sorted { $0.startMinute < $1.startMinute }
        for (index, entry) in sorted.enumerated() {
            let next = sorted[(index + 1) % sorted.count]
            let untilNext = index + 1 < sorted.count ? next.startMinute - entry.startMinute : next.startMinute + 1440 - entry.startMinute
            if entry.minutes > untilNext { throw .servicePeriodsOverlap(minute: next.startMinute) }
            if entry.minutes < untilNext { throw .servicePeriodsGap(minute: entry.endMinute % 1440) }
        }
        let periods = sorted.map { ServicePeriod(number: $0.number, startMinute: $0.startMinute, name: $0.name) }
        guard let taken = ServicePeriods(periods) else { throw .servicePeriodsUnusable }
        self = taken
    }

    /// The periods with their ends.
    package var entries: [Entry] {
        all.enumerated().map { index, period in
            Entry(
                number: period.number, startMinute: period.startMinute, endMinute: all[(index + 1) % all.count].startMinute,
                name: period.name)
        }
    }

    /// The period that a time of day falls into after its beginning; nil at a beginning. A closing time there is unusual (`S1-13`).
    package func periodCut(atMinute minute: Int) -> ServicePeriod? {
        guard !all.contains(where: { $0.startMinute == minute }) else { return nil }
        return all.last { $0.startMinute <= minute } ?? all[all.count - 1]
    }

    /// The period at a local time. Before the first beginning of the day, the last period of the day before still runs.
    package func period(at time: LocalTime) -> ServicePeriod {
        all.last { $0.startMinute <= time.minuteOfDay } ?? all[all.count - 1]
    }

    /// 04–11, 11–14, 14–18, 18–04 (`S1-14`).
    package static let standard = ServicePeriods(trusted: [
        ServicePeriod(number: 1, startMinute: 4 * 60, name: LocalizedName(fr: "Petit déjeuner", en: "Breakfast")),
        ServicePeriod(number: 2, startMinute: 11 * 60, name: LocalizedName(fr: "Déjeuner", en: "Lunch")),
        ServicePeriod(number: 3, startMinute: 14 * 60, name: LocalizedName(fr: "Après-midi", en: "Afternoon")),
        ServicePeriod(number: 4, startMinute: 18 * 60, name: LocalizedName(fr: "Dîner", en: "Dinner")),
    ])

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let periods = ServicePeriods(try container.decode([ServicePeriod].self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "service periods must have distinct numbers and beginnings")
        }
        self = periods
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(all)
    }
}
