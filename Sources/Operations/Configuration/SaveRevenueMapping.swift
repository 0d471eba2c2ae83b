package import PointOfSale
import Storage

extension Restaurant {
    /// Says where in the hotel's books the sales of a floor plan, a till or an outlet go (`S1-12`). The most specific one decides.
    /// - Parameters:
    ///   - hotelOutlet: the hotel's number of the outlet, 1 to 99999.
    ///   - itemizers: the hotel's itemizer for ours; one that is not named keeps its number.
    /// - Throws: `Refusal` — not permitted, a place that is not there, a number out of bounds.
    package func saveRevenueMapping(
        of scope: RevenueMapping.Scope, hotelOutlet: Int, itemizers: [Itemizer: Itemizer], by cashier: Cashier
    ) async throws {
        try cashier.mustBeAllowed(.configure)
        _ = try SettingRules.number(hotelOutlet, in: RevenueMapping.hotelOutlets, .number)
        let moment = now()
        try await database.write { tx in
            let name = try tx.name(of: scope)
            let before = try tx.revenueMappings()[scope]
            let mapping = RevenueMapping(
                id: before?.id ?? .make(at: moment), scope: scope, hotelOutlet: hotelOutlet, itemizers: itemizers.filter { $0 != $1 })
            try tx.setRevenueMapping(mapping)
            try tx.journalChange(
                of: mapping.id.text, from: before?.facts(of: name), to: mapping.facts(of: name), by: cashier.id, at: moment)
        }
    }
}

extension SQLTransaction {
    /// What a place is called in the journal.
    /// - Throws: `Refusal.unknownSetting` when there is no such place.
    fileprivate func name(of scope: RevenueMapping.Scope) throws -> String {
        let name: String? =
            switch scope {
            case .outlet(let id): try outlet(id).map { "outlet \($0.number)" }
            case .tillConfiguration(let id): try tillConfiguration(id).map { "till \($0.number)" }
            case .floorPlan(let id): try floorPlan(id).map { "floorPlan \($0.name)" }
            }
        guard let name else { throw Refusal.unknownSetting }
        return name
    }
}

extension RevenueMapping {
    fileprivate func facts(of place: String) -> SettingFacts {
        let pairs = itemizers.sorted { $0.key < $1.key }.map { "S\($0.key.number) as S\($0.value.number)" }
        return SettingFacts(
            subject: "revenueMapping \(place)",
            values: ["hotelOutlet": String(hotelOutlet), "itemizers": pairs.joined(separator: ", ")])
    }
}
