import PointOfSale
import Storage

extension ConfigurationSet {
    /// A discount that staff may give; the sequence in the file is the sequence on the screen (`S2-11`).
    package struct DiscountEntry: Codable, Sendable, Hashable {
        package var name: NameEntry
        /// Percent, as text: `10`, `12.5`. This or an amount.
        package var percent: String?
        /// As text: `5.00`.
        package var amount: String?
        /// `lines`, `check` or `both`; both when left out.
        package var appliesTo: String?
        /// Whether managers only may give it; false when left out.
        package var needsManager: Bool?
    }
}

extension ConfigurationSet.DiscountEntry {
    /// Those in use.
    static func all(_ settings: HouseSettings) -> [Self] {
        settings.discountPresets.filter(\.isActive).map { preset in
            let (percent, amount) = preset.value.texts
            return Self(
                name: .init(preset.name), percent: percent, amount: amount, appliesTo: preset.scope.rawValue,
                needsManager: preset.needsManager)
        }
    }
}

extension CatalogueBuilder {
    /// The discounts of the set, where it names any.
    mutating func addDiscounts(to catalogue: inout Catalogue) {
        guard let entries = set.discounts else { return }
        checkDistinct(entries.map(\.name.fr), { "discounts[\($0)].name.fr" }, .name)
        if entries.count > DiscountPreset.positionMax { complain("discounts", "should be 999 at most") }
        let currency = catalogue.property.currency
        catalogue.discountPresets = entries.enumerated().compactMap { index, entry in
            let place = "discounts[\(index)]"
            let name = name(entry.name, "\(place).name")
            let value = try? DiscountValue(percent: entry.percent ?? "", amount: entry.amount ?? "", currency)
            if value == nil { complain(place, "should have a percent above 0 up to 100, or an amount above 0, and not both") }
            let scope = need(
                DiscountPreset.Scope(rawValue: entry.appliesTo ?? DiscountPreset.Scope.both.rawValue), "\(place).appliesTo",
                "should be lines, check or both")
            guard let value, let scope else { return nil }
            return DiscountPreset(
                id: .catalogue("discount", entry.name.fr), name: name, value: value, scope: scope,
                needsManager: entry.needsManager ?? false, position: index)
        }
    }
}

extension Catalogue {
    /// Writes the discounts, where the set names any. One that is named as before keeps its identity.
    func loadDiscounts(in tx: any SQLTransaction) throws {
        guard let discountPresets else { return }
        let before = Dictionary(try tx.discountPresets().map { ($0.name.fr, $0.id) }, uniquingKeysWith: { first, _ in first })
        try tx.switchOffDiscountPresets()
        for preset in discountPresets {
            try tx.upsert(
                DiscountPreset(
                    id: before[preset.name.fr] ?? preset.id, name: preset.name, value: preset.value, scope: preset.scope,
                    needsManager: preset.needsManager, position: preset.position))
        }
    }
}
