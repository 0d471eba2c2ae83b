import Foundation
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@Suite struct DiscountSettingTests {
    @Test func `S2-11: a discount is added, changed and taken out of use, and the journal tells what changed`() async throws {
        let house = try await TestHouse.open()
        let admin = try await house.administrator()
        let before = try await house.restaurant.settings(by: admin).discountPresets.count
        let made = try await house.restaurant.saveDiscountPreset(
            DiscountPresetDraft(nameFR: "Fidélité", nameEN: "Loyalty", percent: "12,5", scope: .check), by: admin)
        #expect(made.value == .share(Rate(basisPoints: 1250)!) && made.position == before && made.isActive)
        let changed = try await house.restaurant.saveDiscountPreset(
            DiscountPresetDraft(nameFR: "Fidélité", amount: "5,00", needsManager: true, position: 1, isActive: false), id: made.id,
            by: admin)
        #expect(changed.value == .amount(Sample.euros(500)) && changed.position == 0 && changed.needsManager && !changed.isActive)
        #expect(try await house.restaurant.settings(by: admin).discountPresets.first { $0.id == made.id } == changed)
        let notes = try await house.restaurant.settingChanges(limit: 5, by: admin).map(\.note)
        #expect(notes.contains { $0.contains("percent 12.50 → –") && $0.contains("active true → false") })
        #expect(notes.contains { $0.contains("discount Fidélité: ") && $0.contains("percent 12.50 ·") })
        await #expect(throws: Refusal.notPermitted(.configure)) {
            try await house.restaurant.saveDiscountPreset(DiscountPresetDraft(nameFR: "A", percent: "1"), by: house.helene)
        }
        await #expect(throws: Refusal.unknownSetting) {
            try await house.restaurant.saveDiscountPreset(DiscountPresetDraft(nameFR: "A", percent: "1"), id: Sample.id(7), by: admin)
        }
    }

    @Test(arguments: [("", ""), ("0", ""), ("101", ""), ("-5", ""), ("dix", ""), ("", "0"), ("", "-1"), ("", "1,234"), ("10", "5")])
    func `a discount needs a percentage or an amount, and not both`(percent: String, amount: String) async throws {
        let house = try await TestHouse.open()
        let admin = try await house.administrator()
        await #expect(throws: Refusal.settingInvalid(.discountValue)) {
            try await house.restaurant.saveDiscountPreset(DiscountPresetDraft(nameFR: "A", percent: percent, amount: amount), by: admin)
        }
    }

    @Test func `the configuration file carries discounts there and back, and keeps those it does not speak of`() async throws {
        let house = try await TestHouse.open()
        let admin = try await house.administrator()
        let made = try await house.restaurant.saveDiscountPreset(
            DiscountPresetDraft(nameFR: "Geste", amount: "3,50", scope: .lines, needsManager: true), by: admin)
        var set = try ConfigurationSet(json: try await house.restaurant.exportConfiguration(by: admin))
        let entry = try #require(set.discounts?.last)
        #expect(entry.name.fr == "Geste" && entry.amount == "3.50" && entry.appliesTo == "lines" && entry.needsManager == true)
        let load = { (set: ConfigurationSet) in
            _ = try await Catalogue(set).load(
                into: house.database, pepper: PINPepper(Array(repeating: 7, count: PINPepper.byteCount), rounds: 16)!, at: house.clock.now)
        }
        var other = entry
        (other.percent, other.amount, other.appliesTo, other.needsManager) = ("7", nil, nil, nil)
        set.discounts = [other]
        try await load(set)
        let presets = try await house.restaurant.settings(by: admin).discountPresets.filter(\.isActive)
        #expect(presets.map(\.id) == [made.id] && presets[0].value == .share(Rate(basisPoints: 700)!) && presets[0].scope == .both)
        set.discounts = nil
        try await load(set)
        #expect(try await house.restaurant.settings(by: admin).discountPresets.filter(\.isActive) == presets)
        var (wrong, both) = (entry, entry)
        (wrong.percent, wrong.amount, wrong.appliesTo) = ("120", nil, "all")
        both.percent = "5"
        set.discounts = [wrong, both]
        await #expect(throws: ConfigurationRejected.self) { try await load(set) }
    }
}
