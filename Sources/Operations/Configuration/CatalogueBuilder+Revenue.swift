import PointOfSale

extension CatalogueBuilder {
    /// Where the sales of places go, and what becomes of open checks at closing. After outlets, plans and tills: they are pointed at.
    mutating func addRevenueMappings(to catalogue: inout Catalogue) {
        if let rule = set.property.openChecksAtClosing {
            catalogue.openChecksAtClosing = need(
                OpenChecksAtClosing(rawValue: rule), "property.openChecksAtClosing", "should be carry or refuse")
        }
        for (index, entry) in (set.revenueMappings ?? []).enumerated() {
            let place = "revenueMappings[\(index)]"
            if !RevenueMapping.hotelOutlets.contains(entry.hotelOutlet) { complain("\(place).hotelOutlet", "should be 1 to 99999") }
            guard let scope = scope(of: entry, place, in: catalogue), let itemizers = itemizers(of: entry, place) else { continue }
            if catalogue.revenueMappings.contains(where: { $0.scope == scope }) { complain(place, "this place is mapped twice") }
            catalogue.revenueMappings.append(
                RevenueMapping(
                    id: .catalogue("revenueMapping", "\(scope)"), scope: scope, hotelOutlet: entry.hotelOutlet, itemizers: itemizers))
        }
    }

    private mutating func scope(
        of entry: ConfigurationSet.MappingEntry, _ place: String, in catalogue: Catalogue
    ) -> RevenueMapping.Scope? {
        let outlet = need(catalogue.outlets.first { $0.number == entry.outlet }, "\(place).outlet", "there is no outlet \(entry.outlet)")
        guard let outlet else { return nil }
        switch (entry.floorPlan, entry.till) {
        case (nil, nil): return .outlet(outlet.id)
        case (let name?, nil):
            let plan = catalogue.floorPlans.first { $0.outletID == outlet.id && $0.name == name }
            return need(plan, "\(place).floorPlan", "outlet \(outlet.number) has no plan \(name)").map { .floorPlan($0.id) }
        case (nil, let number?):
            let till = catalogue.tills.first { $0.number == number }
            return need(till, "\(place).till", "there is no till configuration \(number)").map { .tillConfiguration($0.id) }
        case (.some, .some):
            complain(place, "names a floor plan and a till; one of them decides")
            return nil
        }
    }

    private mutating func itemizers(of entry: ConfigurationSet.MappingEntry, _ place: String) -> [Itemizer: Itemizer]? {
        var itemizers: [Itemizer: Itemizer] = [:]
        for (ours, theirs) in entry.itemizers ?? [:] {
            guard let from = Int(ours).flatMap({ Itemizer($0) }), let to = Itemizer(theirs) else {
                complain("\(place).itemizers", "should be 1 to 9 on both sides")
                return nil
            }
            itemizers[from] = to
        }
        return itemizers
    }
}
