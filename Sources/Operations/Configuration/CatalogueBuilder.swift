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
        builder.addMenu(to: &catalogue)
        builder.addOutlets(to: &catalogue)
        builder.addStaff(to: &catalogue)
        builder.addPaymentMethods(to: &catalogue)
        guard builder.problems.isEmpty else { throw ConfigurationRejected(builder.problems) }
        return catalogue
    }

    private init(set: ConfigurationSet) { self.set = set }

    /// Notes a mistake.
    mutating func complain(_ place: String, _ words: String) { problems.append(ConfigurationProblem(place, words)) }

    /// The value, or a complaint and nil.
    mutating func need<Value>(_ value: Value?, _ place: String, _ words: String) -> Value? {
        if value == nil { complain(place, words) }
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

    /// Complains of codes that come twice.
    mutating func checkDistinct<Code: Hashable>(_ codes: [Code], _ place: (Int) -> String, _ what: String) {
        var seen: Set<Code> = []
        for (index, code) in codes.enumerated() where !seen.insert(code).inserted {
            complain(place(index), "\(what) \(code) is used twice")
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
        guard let currency, let calendar, let language else { return nil }
        return Property(id: .catalogue("property", "house"), name: entry.name, currency: currency, calendar: calendar, language: language)
    }

    private mutating func hotelLink() -> HotelLinkSettings {
        let entry = set.hotel
        var link = HotelLinkSettings(host: entry.host, port: entry.port)
        if entry.host.isEmpty || entry.host.contains(where: \.isWhitespace) {
            complain("hotel.host", "should be a host name or an address")
        }
        if !(1...65_535).contains(entry.port) { complain("hotel.port", "should be 1 to 65535") }
        link.codePage = entry.codePage ?? link.codePage
        if !HotelLinkSettings.codePages.contains(link.codePage) {
            complain("hotel.codePage", "should be one of \(HotelLinkSettings.codePages.joined(separator: ", "))")
        }
        link.workstation = entry.workstation ?? link.workstation
        if !(1...FolioPosting.workstationCharactersMax).contains(link.workstation.count) {
            complain("hotel.workstation", "should have 1 to \(FolioPosting.workstationCharactersMax) characters")
        }
        link.roomPaymentCode = entry.roomPaymentCode ?? link.roomPaymentCode
        if !(1...PaymentMethod.hotelCodeCharactersMax).contains(link.roomPaymentCode.count) {
            complain("hotel.roomPaymentCode", "should have 1 to \(PaymentMethod.hotelCodeCharactersMax) characters")
        }
        link.matchesMax = entry.matchesMax ?? link.matchesMax
        if !(1...9).contains(link.matchesMax) { complain("hotel.matchesMax", "should be 1 to 9") }
        link.postingNumberDigits = entry.postingNumberDigits ?? link.postingNumberDigits
        if !(4...8).contains(link.postingNumberDigits) { complain("hotel.postingNumberDigits", "should be 4 to 8") }
        link.postingsInFlightMax = entry.postingsInFlightMax ?? link.postingsInFlightMax
        if !(1...16).contains(link.postingsInFlightMax) { complain("hotel.postingsInFlightMax", "should be 1 to 16") }
        link.quietSeconds = entry.quietSeconds ?? link.quietSeconds
        if !(60...3600).contains(link.quietSeconds) { complain("hotel.quietSeconds", "should be 60 to 3600") }
        link.billIsComplete = entry.billIsComplete ?? link.billIsComplete
        link.balanceSettles = entry.balanceSettles ?? link.balanceSettles
        link.authenticationKey = entry.authenticationKey
        link.tlsCertificateFile = entry.tlsCertificateFile
        return link
    }
}
