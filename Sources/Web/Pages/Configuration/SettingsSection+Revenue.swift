import Operations
import PointOfSale

extension SettingsSection {
    /// Configuration › Settings › Revenue mapping: floor plan before till before outlet (`S1-12`).
    static let revenueMapping = SettingsSection(
        slug: "revenue-mapping", group: .settings, title: "setMapping",
        list: { look in
            let words = look.words
            let rows = look.mappingPlaces.map { place in
                let mapping = look.settings.revenueMappings[place.scope]
                return SettingsList.Row(
                    path: "/configuration/settings/revenue-mapping/\(place.address)", name: place.name,
                    facts: mapping.map { look.facts(of: $0) } ?? words[place.isOutlet ? "setMappingFallback" : "setMappingNone"],
                    chip: mapping == nil && place.isOutlet ? words["setMappingMissing"] : nil, tone: "wait")
            }
            return SettingsList(
                title: words["setMapping"], lead: words["setMappingLead"], rows: rows, addPath: nil, empty: words["setNothingYet"])
        },
        form: { look in
            let words = look.words
            let place = try look.mappingPlace()
            let mapping = look.settings.revenueMappings[place.scope]
            let outlet = look.settings.outlets.first { $0.id == place.outletID }
            let inherited = mapping ?? look.settings.revenueMappings[.outlet(place.outletID)]
            let groups = look.settings.revenueGroups.filter(\.isActive).map { entry in
                let ours = entry.group.itemizer
                return SettingsField.number(
                    "itemizer\(ours.number)", "\(entry.group.name.text(in: look.language)) (S\(ours.number))",
                    (inherited?.itemizers[ours] ?? ours).number, hint: words["setMappingItemizer"])
            }
            return SettingsForm(
                fields: [
                    .fixed(words["setMappingPlace"], place.name),
                    .number(
                        "hotelOutlet", words["setMappingOutlet"], inherited?.hotelOutlet ?? outlet?.number,
                        hint: words["setMappingOutletHint"]),
                ] + groups, notice: mapping == nil ? words[place.isOutlet ? "setMappingFallback" : "setMappingNone"] : nil)
        },
        save: { look, fields in
            let place = try look.mappingPlace()
            let hotelOutlet = try fields.number("hotelOutlet", .number)
            var itemizers: [Itemizer: Itemizer] = [:]
            for entry in look.settings.revenueGroups where entry.isActive {
                let ours = entry.group.itemizer
                guard let theirs = Itemizer(try fields.number("itemizer\(ours.number)", .itemizer)) else {
                    throw Refusal.settingInvalid(.itemizer)
                }
                itemizers[ours] = theirs
            }
            try fields.nothingElse()
            try await look.restaurant.saveRevenueMapping(
                of: place.scope, hotelOutlet: hotelOutlet, itemizers: itemizers, by: look.visit.cashier)
            return "/configuration/settings/revenue-mapping"
        })
}

/// A place whose sales can be mapped.
private struct MappingPlace {
    let scope: RevenueMapping.Scope
    let outletID: OutletID
    let name: String
    /// In the address: `outlet-…`, `till-…`, `plan-…`.
    let address: String
    let isOutlet: Bool
}

extension SettingsVisit {
    /// Outlets, then their tills and plans.
    fileprivate var mappingPlaces: [MappingPlace] {
        settings.outlets.filter(\.isActive).flatMap { outlet in
            let tills = settings.tills.filter { $0.isActive && $0.outletID == outlet.id }.map { till in
                MappingPlace(
                    scope: .tillConfiguration(till.id), outletID: outlet.id, name: "\(outlet.name) · \(words["setTill"]) \(till.name)",
                    address: "till-\(till.id)", isOutlet: false)
            }
            let plans = settings.floorPlans.filter { $0.outletID == outlet.id }.map { plan in
                MappingPlace(
                    scope: .floorPlan(plan.id), outletID: outlet.id, name: "\(outlet.name) · \(words["setFloorPlan"]) \(plan.name)",
                    address: "plan-\(plan.id)", isOutlet: false)
            }
            let whole = MappingPlace(
                scope: .outlet(outlet.id), outletID: outlet.id, name: outlet.name, address: "outlet-\(outlet.id)", isOutlet: true)
            return [whole] + tills + plans
        }
    }

    /// The place in the address.
    /// - Throws: `Refusal.unknownSetting`.
    fileprivate func mappingPlace() throws(Refusal) -> MappingPlace {
        guard let place = mappingPlaces.first(where: { $0.address == setting }) else { throw .unknownSetting }
        return place
    }

    fileprivate func facts(of mapping: RevenueMapping) -> String {
        let pairs = mapping.itemizers.sorted { $0.key < $1.key }.map { "S\($0.key.number) → S\($0.value.number)" }
        return (["SO \(mapping.hotelOutlet)"] + pairs).joined(separator: " · ")
    }
}
