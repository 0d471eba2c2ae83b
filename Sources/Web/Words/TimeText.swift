import PointOfSale

/// Times and dates as people of a language write them, on the house's own clock.
struct TimeText: Sendable {
    private let language: Language
    private let calendar: BusinessCalendar

    init(_ language: Language, _ calendar: BusinessCalendar) {
        self.language = language
        self.calendar = calendar
    }

    /// `20:14`.
    func clock(_ moment: Timestamp) -> String {
        let time = calendar.localTime(at: moment)
        return "\(Self.pair(time.hour)):\(Self.pair(time.minute))"
    }

    /// A time of day given as minutes after midnight: `05:30`.
    static func minute(_ minuteOfDay: Int) -> String { "\(pair(minuteOfDay / 60)):\(pair(minuteOfDay % 60))" }

    /// Minutes after midnight from `05:30`; nil when it is no time of day.
    static func minuteOfDay(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { $0.count <= 2 ? Int($0) : nil }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour), (0..<60).contains(minute) else {
            return nil
        }
        return hour * 60 + minute
    }

    /// `20:14:02`.
    func seconds(_ moment: Timestamp) -> String { clock(moment) + ":" + Self.pair(calendar.localTime(at: moment).second) }

    /// `22 nov. 2026 · 20:14`.
    func full(_ moment: Timestamp) -> String {
        let time = calendar.localTime(at: moment)
        return "\(time.day)\u{00A0}\(Self.month(time.month, language))\u{00A0}\(time.year) · \(clock(moment))"
    }

    /// `20:14` today, `21 nov. 20:14` on another day.
    func recent(_ moment: Timestamp, now: Timestamp) -> String {
        let (then, today) = (calendar.localTime(at: moment), calendar.localTime(at: now))
        guard (then.year, then.month, then.day) != (today.year, today.month, today.day) else { return seconds(moment) }
        return "\(then.day)\u{00A0}\(Self.month(then.month, language)) \(clock(moment))"
    }

    /// How long ago: `42 min`, `1 h 05`.
    static func elapsed(_ since: Timestamp, now: Timestamp, _ words: Words) -> String {
        let minutes = max(0, now.ms(since: since) / 60_000)
        guard minutes >= 60 else { return words("minutes", ["minutes": String(minutes)]) }
        return words("hours", ["hours": String(minutes / 60), "minutes": pair(Int(minutes % 60))])
    }

    /// How long ago, to the second while that matters: `42 s`, `1 min 12 s`, `14 min`, `1 h 05`, `3 d 4 h`. `hotel.js` counts on from it.
    static func age(_ since: Timestamp, now: Timestamp, _ words: Words) -> String {
        let seconds = max(0, now.ms(since: since) / 1000)
        switch seconds {
        case ..<60: return words("seconds", ["seconds": String(seconds)])
        case ..<600: return words("minutesSeconds", ["minutes": String(seconds / 60), "seconds": pair(Int(seconds % 60))])
        case ..<86_400: return elapsed(since, now: now, words)
        default: return words("days", ["days": String(seconds / 86_400), "hours": String(seconds % 86_400 / 3600)])
        }
    }

    /// `22 nov. 2026`.
    static func date(_ date: BusinessDate, _ language: Language) -> String { "\(day(date, language))\u{00A0}\(date.year)" }

    /// A stay: `21 – 25 nov.`, `28 nov. – 2 déc.`.
    static func stay(from arrival: BusinessDate?, to departure: BusinessDate?, _ language: Language) -> String? {
        switch (arrival, departure) {
        case (let from?, let to?) where from.month == to.month && from.year == to.year:
            "\(from.day) – \(to.day)\u{00A0}\(month(to.month, language))"
        case (let from?, let to?): "\(day(from, language)) – \(day(to, language))"
        case (let from?, nil): "\(day(from, language)) –"
        case (nil, let to?): "– \(day(to, language))"
        case (nil, nil): nil
        }
    }

    /// A moment for programs: `2026-11-22T19:14:02.125Z`.
    static func iso(_ moment: Timestamp) -> String {
        let (day, ms) = (Int(moment.milliseconds / 86_400_000), Int(moment.milliseconds % 86_400_000))
        let fraction = String(ms % 1000)
        let seconds = ms / 1000
        return "\(BusinessDate(daysSince1970: day))T\(pair(seconds / 3600)):\(pair(seconds / 60 % 60)):\(pair(seconds % 60))"
            + ".\(String(repeating: "0", count: 3 - fraction.utf8.count))\(fraction)Z"
    }

    private static func day(_ date: BusinessDate, _ language: Language) -> String { "\(date.day)\u{00A0}\(month(date.month, language))" }

    private static func month(_ number: Int, _ language: Language) -> String { months[language]![number - 1] }

    private static let months: [Language: [String]] = [
        .fr: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
        .en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ]

    private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
