import PointOfSale
import TestSupport
import Testing

@testable import Web

@Suite struct TextTests {
    @Test(arguments: [
        (0, "0,00\u{A0}€", "€0.00"), (5, "0,05\u{A0}€", "€0.05"), (120_480, "1\u{202F}204,80\u{A0}€", "€1,204.80"),
        (-2400, "\u{2212}24,00\u{A0}€", "\u{2212}€24.00"), (100_000_000, "1\u{202F}000\u{202F}000,00\u{A0}€", "€1,000,000.00"),
    ])
    func `money is written as its readers write it`(_ cents: Int, _ french: String, _ english: String) {
        #expect(MoneyText(.fr).text(Sample.euros(cents)) == french)
        #expect(MoneyText(.en).text(Sample.euros(cents)) == english)
    }

    @Test func `currencies without cents and with thousandths`() {
        #expect(MoneyText(.en).text(Money(1500, Currency(code: "JPY", minorDigits: 0))) == "JPY1,500")
        #expect(MoneyText(.fr).text(Money(1500, Currency(code: "TND", minorDigits: 3))) == "1,500\u{A0}TND")
    }

    @Test(arguments: [
        ("12", 1200), ("12,5", 1250), ("12.50", 1250), ("1 204,80", 120_480), ("1\u{202F}204,80 €", 120_480), ("0,05", 5), ("12,", 1200),
    ])
    func `amounts are read as people type them`(_ typed: String, _ cents: Int) {
        #expect(MoneyText.parse(typed, .eur) == Sample.euros(cents))
    }

    @Test(arguments: ["", "abc", "12,345", "-5", "1,2,3", "12345678", "1e3", ",5", "٣", "1.204,80"])
    func `what is no amount is not read as one`(_ typed: String) { #expect(MoneyText.parse(typed, .eur) == nil) }

    @Test func `what a field shows reads back as the same amount`() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let amount = Sample.euros(Int.random(in: 0...999_999_999, using: &generator))
            for language in Language.allCases {
                #expect(MoneyText.parse(MoneyText(language).field(amount), .eur) == amount)
            }
        }
    }

    @Test func `rates lose their idle zeros`() {
        #expect(MoneyText(.fr).text(Rate(basisPoints: 550)!) == "5,5\u{202F}%")
        #expect(MoneyText(.en).text(Rate(basisPoints: 2000)!) == "20%")
        #expect(MoneyText(.en).text(Rate(basisPoints: 205)!) == "2.05%")
    }

    @Test func `times are the house's own, summer and winter`() {
        let time = TimeText(.fr, Sample.calendar)
        #expect(time.clock(Sample.evening) == "20:14")
        #expect(time.full(Sample.evening) == "22\u{A0}nov.\u{A0}2026 · 20:14")
        #expect(time.recent(Sample.evening, now: Sample.evening.advanced(byMs: 86_400_000)) == "22\u{A0}nov. 20:14")
        #expect(TimeText.elapsed(Sample.evening, now: Sample.evening.advanced(byMs: 65 * 60_000), Words[.fr]) == "1\u{A0}h\u{A0}05")
        #expect(TimeText.iso(Sample.evening) == "2026-11-22T19:14:00.000Z")
    }

    @Test func `stays say each month once`() {
        let (from, to) = (BusinessDate(iso: "2026-11-21"), BusinessDate(iso: "2026-11-25"))
        #expect(TimeText.stay(from: from, to: to, .fr) == "21 – 25\u{A0}nov.")
        #expect(TimeText.stay(from: from, to: BusinessDate(iso: "2026-12-02"), .en) == "21\u{A0}Nov – 2\u{A0}Dec")
        #expect(TimeText.stay(from: nil, to: nil, .en) == nil)
    }

    @Test(
        arguments: [
            ("en-GB,fr;q=0.5", Language.en), ("de, fr;q=0.8, en;q=0.7", .fr), ("de", nil), (nil, nil), ("en;q=0", nil), ("fr-CA", .fr),
        ] as [(String?, Language?)])
    func `the browser's languages choose among ours`(_ header: String?, _ language: Language?) {
        #expect(AcceptLanguage.preferred(header) == language)
    }

    @Test func `names are masked in the wire log for those who may not read them`() throws {
        let waiter = Cashier(id: Sample.id(5), number: 5, name: "Karim", role: .waiter, language: .fr)
        let manager = Cashier(id: Sample.id(6), number: 6, name: "Hélène", role: .manager, language: .fr)
        let wire = "PR|P#42|RN204|GNGaribaldi, Lucia|GFLucia|TA3100|CTGaribaldi, Lucia|"
        let masked = NameMask(waiter).wire(wire, of: Sample.posting())
        #expect(masked == "PR|P#42|RN204|GN•••|GF•••|TA3100|CTG•••|")
        #expect(NameMask(manager).wire(wire, of: Sample.posting()) == wire)
        #expect(NameMask(waiter).name("Garibaldi, Lucia") == "G•••")
        #expect(NameMask(waiter, madeBy: waiter.id).name("Garibaldi, Lucia") == "Garibaldi, Lucia")
    }
}
