import Foundation
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Operations

struct ConfigurationMistakesTests {
    /// A change that makes the brasserie wrong, and where that is to be said.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let place: String
        let change: @Sendable (inout ConfigurationSet) -> Void
        var testDescription: String { place }

        init(_ place: String, _ change: @escaping @Sendable (inout ConfigurationSet) -> Void) {
            self.place = place
            self.change = change
        }
    }

    static let mistakes: [Mistake] = [
        Mistake("property.name") { $0.property.name = "" },
        Mistake("property.currency") { $0.property.currency = "ZZZ" },
        Mistake("property.timeZone") { $0.property.timeZone = "Europe/Saint-Malo" },
        Mistake("property.closingTime") { $0.property.closingTime = "5h30" },
        Mistake("property.language") { $0.property.language = "br" },
        Mistake("taxClasses[3].code") { $0.taxClasses.append($0.taxClasses[1]) },
        Mistake("taxClasses[1].rate") { $0.taxClasses[1].rate = "200" },
        Mistake("revenueGroups[0].itemizer") { $0.revenueGroups[0].itemizer = 10 },
        Mistake("revenueGroups[1].itemizer") { $0.revenueGroups[1].itemizer = $0.revenueGroups[0].itemizer },
        Mistake("categories[0].name.fr") { $0.categories[0].name.fr = " " },
        Mistake("items[1].plu") { $0.items[1].plu = $0.items[0].plu },
        Mistake("items[0] (PLU 10).category") { $0.items[0].category = "GRILLADES" },
        Mistake("items[0] (PLU 10).tax") { $0.items[0].tax = "TVA7" },
        Mistake("items[0] (PLU 10).revenue") { $0.items[0].revenue = "FOOD" },
        Mistake("items[0] (PLU 10).price") { $0.items[0].price = "29.999" },
        Mistake("items[0] (PLU 10).price") { $0.items[0].price = "-1" },
        Mistake("items[0] (PLU 10).price") { $0.items[0].price = "10000000.01" },
        Mistake("items[0] (PLU 10).look") { $0.items[0].look = "lukewarm" },
        Mistake("items[0] (PLU 10).name.fr") { $0.items[0].name.fr = "Huîtres\u{1B}p" },
        Mistake("items[0] (PLU 0).plu") { $0.items[0].plu = 0 },
        Mistake("outlets[1].number") { $0.outlets[1].number = $0.outlets[0].number },
        Mistake("outlets[0].whileHotelIsDown") { $0.outlets[0].whileHotelIsDown = "maybe" },
        Mistake("outlets.floorPlans") { $0.outlets[1].floorPlans[0].tables[0].number = 12 },
        Mistake("outlets[0].floorPlans[0].tables[1]") { set in
            set.outlets[0].floorPlans[0].tables[1].x = set.outlets[0].floorPlans[0].tables[0].x
            set.outlets[0].floorPlans[0].tables[1].y = set.outlets[0].floorPlans[0].tables[0].y
        },
        Mistake("outlets[0].floorPlans[0].tables[0].seats") { $0.outlets[0].floorPlans[0].tables[0].seats = 0 },
        Mistake("outlets[0].floorPlans[1].name") { $0.outlets[0].floorPlans[1].name = $0.outlets[0].floorPlans[0].name },
        Mistake("outlets[0].servicePeriods") { $0.outlets[0].servicePeriods = periods(["04:00", "11:00", "11:00"]) },
        Mistake("outlets[0].servicePeriods") { $0.outlets[0].servicePeriods = [] },
        Mistake("outlets[0].servicePeriods[0].from") { $0.outlets[0].servicePeriods = periods(["24:00", "11:00"]) },
        Mistake("paymentMethods[1].code") { $0.paymentMethods[1].code = $0.paymentMethods[0].code },
        Mistake("paymentMethods[2].hotelCode") { $0.paymentMethods[2].hotelCode = "" },
        Mistake("paymentMethods[1].hotelCode") { $0.paymentMethods[1].hotelCode = "CREDIT" },
        Mistake("paymentMethods[2].givesChange") { $0.paymentMethods[2].givesChange = true },
        Mistake("staff") { set in set.staff.removeAll { $0.role == "administrator" } },
        Mistake("staff[1].number") { $0.staff[1].number = $0.staff[0].number },
        Mistake("staff[0].role") { $0.staff[0].role = "boss" },
        Mistake("staff[0].pin") { $0.staff[0].pin = "25x0" },
        Mistake("staff[0].pin") { $0.staff[0].pin = "0000" },
        Mistake("staff") { $0.staff[1].pin = $0.staff[0].pin },
        Mistake("hotel.host") { $0.hotel.host = "" },
        Mistake("hotel.port") { $0.hotel.port = 0 },
        Mistake("hotel.codePage") { $0.hotel.codePage = "latin1" },
        Mistake("hotel.quietSeconds") { $0.hotel.quietSeconds = 59 },
        Mistake("hotel.matchesMax") { $0.hotel.matchesMax = 10 },
        Mistake("hotel.postingNumberDigits") { $0.hotel.postingNumberDigits = 9 },
    ]

    private static func periods(_ beginnings: [String]) -> [ConfigurationSet.ServicePeriodEntry] {
        beginnings.enumerated().map {
            ConfigurationSet.ServicePeriodEntry(number: $0 + 1, from: $1, name: ConfigurationSet.NameEntry(fr: "Service \($0)", en: nil))
        }
    }

    @Test(arguments: mistakes)
    func `each mistake is named with its place`(mistake: Mistake) throws {
        var set = try TestHouse.brasserie()
        mistake.change(&set)
        let rejected = #expect(throws: ConfigurationRejected.self) { try Catalogue(set) }
        #expect(rejected?.problems.map(\.place) == [mistake.place])
        #expect(rejected?.problems.allSatisfy { $0.words.count > 5 } == true)
    }

    @Test func `all mistakes are named at once`() throws {
        var set = try TestHouse.brasserie()
        for mistake in Self.mistakes[5...8] { mistake.change(&set) }
        let rejected = #expect(throws: ConfigurationRejected.self) { try Catalogue(set) }
        #expect(rejected.map { $0.problems.count >= 4 } == true)
    }

    @Test(arguments: [#"{"property": 1}"#, "{", "[]", "{}", ""])
    func `JSON that is no set is refused with words`(json: String) {
        let rejected = #expect(throws: ConfigurationRejected.self) { try ConfigurationSet(json: Data(json.utf8)) }
        #expect(rejected?.problems.count == 1)
        #expect(rejected?.problems.first?.place.isEmpty == false)
    }

    @Test(arguments: [
        (#""seats": 2"#, #""seats": "two""#, "outlets[0].floorPlans[0].tables[0].seats"),
        (#""price": "16.50""#, #""prise": "16.50""#, "items[0].price"),
        (#""look": "#, #""lok": 1, "look": "#, "items[0].lok"),
        (#""closingTime""#, #""closing""#, "property.closing"),
    ])
    func `a slip of the pen is found where it is`(right: String, wrong: String, place: String) throws {
        let json = String(decoding: try JSONEncoder.sorted.encode(TestHouse.brasserie()), as: UTF8.self)
        let compact = (right.replacingOccurrences(of: ": ", with: ":"), wrong.replacingOccurrences(of: ": ", with: ":"))
        let range = try #require(json.range(of: compact.0))
        let rejected = #expect(throws: ConfigurationRejected.self) {
            try ConfigurationSet(json: Data(json.replacingCharacters(in: range, with: compact.1).utf8))
        }
        #expect(rejected?.problems.count == 1)
        #expect(
            rejected.map { $0.problems[0].place.hasSuffix(place.split(separator: ".").last!) } == true, "\(String(describing: rejected))")
    }

    @Test func `amounts are read to the cent or not at all`() throws {
        for (text, cents) in [("16.50", 1650), ("16,5", 1650), ("16", 1600), ("0.05", 5), ("1234567.89", 123_456_789)] {
            #expect(Money(typed: text, .eur)?.minorUnits == cents, "\(text)")
        }
        for text in ["", ".", "1.", ".5", "1.234", "1 000", "1e3", "-1", "+1", "١", "1.2.3", "12345678901"] {
            #expect(Money(typed: text, .eur) == nil, "\(text)")
        }
        let yen = try #require(Currency.known["JPY"])
        #expect(Money(typed: "500", yen)?.minorUnits == 500)
        #expect(Money(typed: "500.0", yen) == nil)
        #expect(Rate(percent: "5,5")?.basisPoints == 550)
        #expect(Rate(percent: "100.01") == nil)
    }
}

extension JSONEncoder {
    fileprivate static var sorted: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return encoder
    }
}
