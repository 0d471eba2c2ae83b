import PointOfSale
import Storage

/// Turns a configuration set into a catalogue, and collects every mistake on the way, so that an installer mends all of them at once.
struct CatalogueBuilder {
    /// The longest name taken, in characters.
    static let nameCharactersMax = 60

    let set: ConfigurationSet
    private(set) var problems: [ConfigurationProblem] = []

    /// The catalogue of a set. Throws `ConfigurationRejected` with all mistakes.
    static func build(_ set: ConfigurationSet) throws -> Catalogue {
        var builder = CatalogueBuilder(set: set)
        guard let property = builder.property() else { throw ConfigurationRejected(builder.problems) }
        var catalogue = Catalogue(property: property, hotelLink: builder.hotelLink())
        catalogue.roomRaccoon = builder.roomRaccoon()
        catalogue.operaCloud = builder.operaCloud()
        builder.addMenu(to: &catalogue)
        builder.addOutlets(to: &catalogue)
        builder.addStaff(to: &catalogue)
        builder.addPaymentMethods(to: &catalogue)
        builder.addTills(to: &catalogue)
        builder.addRevenueMappings(to: &catalogue)
        builder.addPaper(to: &catalogue)
        builder.addDiscounts(to: &catalogue)
        guard builder.problems.isEmpty else { throw ConfigurationRejected(builder.problems) }
        return catalogue
    }

    private init(set: ConfigurationSet) { self.set = set }

    /// Notes a mistake.
    mutating func complain(_ place: String, _ fault: ConfigurationFault) { problems.append(ConfigurationProblem(place, fault)) }

    /// The value, or a complaint and nil.
    mutating func need<Value>(_ value: Value?, _ place: String, _ fault: ConfigurationFault) -> Value? {
        if value == nil { complain(place, fault) }
        return value
    }

    /// A name that fits on a button.
    mutating func name(_ entry: ConfigurationSet.NameEntry, _ place: String) -> LocalizedName {
        check(entry.fr, "\(place).fr")
        if let en = entry.en { check(en, "\(place).en") }
        return LocalizedName(fr: entry.fr, en: entry.en)
    }

    /// Complains of a text that is empty, too long, or holds control characters.
    mutating func check(_ text: String, _ place: String) {
        if text.allSatisfy(\.isWhitespace) { complain(place, "is empty") }
        if text.count > Self.nameCharactersMax { complain(place, "is longer than \(Self.nameCharactersMax) characters") }
        if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) { complain(place, "holds control characters") }
    }

    /// What must not come twice in a list.
    enum Distinct { case code, itemizer, articleNumber, number, tableNumber, name, place }

    /// Complains of codes that come twice.
    mutating func checkDistinct<Code: Hashable & CustomStringConvertible>(
        _ codes: [Code], _ place: (Int) -> String, _ what: Distinct
    ) {
        var seen: Set<Code> = []
        for (index, code) in codes.enumerated() where !seen.insert(code).inserted {
            switch what {
            case .code: complain(place(index), "the code \(code) is used twice")
            case .itemizer: complain(place(index), "the itemizer \(code) is used twice")
            case .articleNumber: complain(place(index), "the PLU \(code) is used twice")
            case .number: complain(place(index), "the number \(code) is used twice")
            case .tableNumber: complain(place(index), "the table number \(code) is used twice")
            case .name: complain(place(index), "the name \(code) is used twice")
            case .place: complain(place(index), "the place \(code) is used twice")
            }
        }
    }

    private mutating func property() -> Property? {
        let entry = set.property
        check(entry.name, "property.name")
        let currency = need(
            Currency.known[entry.currency], "property.currency",
            "is not known; known are \(Currency.known.keys.sorted().joined(separator: ", "))")
        let closing = need(minuteOfDay(entry.closingTime ?? "05:30"), "property.closingTime", "should be a time like 05:30")
        let calendar = closing.flatMap { BusinessCalendar(timeZoneName: entry.timeZone, closingMinute: $0) }
        if closing != nil, calendar == nil { complain("property.timeZone", "is not known; write it like Europe/Paris") }
        let language = need(Language(rawValue: entry.language), "property.language", "should be fr or en")
        let tip = need(Rate(percent: entry.tipPercentMax ?? "100"), "property.tipPercentMax", "should be 0 to 100, as in 15 or 12.5")
        guard let currency, let calendar, let language, let tip else { return nil }
        return Property(
            id: .catalogue("property", "house"), name: entry.name, currency: currency, calendar: calendar, language: language,
            tipShareMax: tip)
    }
}
