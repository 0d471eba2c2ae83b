import Foundation
import Testing

@testable import HotelSimulator

@Suite struct ValuesTests {
    @Test(arguments: [("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-11-22", 20_779), ("1969-12-31", -1)])
    func `a date knows its day number`(iso: String, dayNumber: Int) {
        #expect(CivilDate(iso: iso)?.dayNumber == dayNumber)
        #expect(CivilDate(dayNumber: dayNumber).iso == iso)
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "", "2026-04-31", "abcd-ef-gh"])
    func `a day that does not exist is no date`(iso: String) {
        #expect(CivilDate(iso: iso) == nil)
    }

    @Test func `every day of eighty years follows the day before`() {
        var date = CivilDate(dayNumber: 0)
        for _ in 0..<29_220 {
            #expect(CivilDate(iso: date.iso) == date)
            date = date.adding(days: 1)
        }
        #expect(date.iso == "2050-01-01")
    }

    @Test(arguments: [
        ("500.00", 50_000), ("120.5", 12_050), ("7", 700), ("-0.05", -5), ("0", 0), ("999999999999.99", 99_999_999_999_999),
    ])
    func `amounts are read exactly`(text: String, minor: Int) {
        #expect(AmountText.minorUnits(text, minorDigits: 2) == minor)
    }

    @Test(arguments: ["", "-", ".5", "5.", "1.234", "1,50", "1e3", " 1", "+1", "٣", "12345678901234567", "1.2.3"])
    func `what is no amount is not read`(text: String) {
        #expect(AmountText.minorUnits(text, minorDigits: 2) == nil)
    }

    @Test(arguments: [(50_000, "500.00"), (-5, "-0.05"), (7, "0.07"), (0, "0.00")])
    func `amounts are written with their decimals`(minor: Int, text: String) {
        #expect(AmountText.text(minor, minorDigits: 2) == text)
        #expect(AmountText.text(minor, minorDigits: 0) == String(minor))
    }

    @Test func `the wall clock follows summer time`() throws {
        let paris = try #require(TimeZone(identifier: "Europe/Paris"))
        #expect(WallClock(atMs: 1_795_377_600_000, in: paris).hhmmss == "210000")
        #expect(WallClock(atMs: 1_782_165_600_000, in: paris).clockText == "00:00:00")
        #expect(WallClock(atMs: -1, in: .gmt).hhmmss == "235959")
        #expect(WallClock(atMs: -1, in: .gmt).date.iso == "1969-12-31")
    }

    @Test func `every part of a charge is known by its field`() {
        for component in ChargeComponent.all { #expect(ChargeComponent(fieldCode: component.fieldCode) == component) }
        #expect(Set(ChargeComponent.all).count == 30)
        #expect(ChargeComponent(fieldCode: "S0") == nil)
    }
}
