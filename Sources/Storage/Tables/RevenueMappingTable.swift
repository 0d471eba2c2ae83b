package import PointOfSale

extension SQLTransaction {
    /// Every mapping of revenue, by what it is for.
    package func revenueMappings() throws -> [RevenueMapping.Scope: RevenueMapping] {
        var itemizers: [String: [Itemizer: Itemizer]] = [:]
        for row in try query("select * from revenue_mapping_itemizer") {
            itemizers[try row.text("mapping_id"), default: [:]][try row.itemizer("itemizer")] = try row.itemizer("hotel_itemizer")
        }
        let mappings = try query("select * from revenue_mapping order by id").map { row in
            RevenueMapping(
                id: try row.id("id"), scope: try Self.scope(row), hotelOutlet: try row.int("hotel_outlet"),
                itemizers: itemizers[try row.text("id")] ?? [:])
        }
        return Dictionary(uniqueKeysWithValues: mappings.map { ($0.scope, $0) })
    }

    /// Sets where the sales of a place go: new, or changed where the place has a mapping. Gives its lasting id.
    @discardableResult
    package func setRevenueMapping(_ mapping: RevenueMapping) throws -> RevenueMappingID {
        let (column, value) = Self.columnAndValue(of: mapping.scope)
        let id: RevenueMappingID = try keptID(
            """
            insert into revenue_mapping (id, property_id, \(column), hotel_outlet) values ($1, (select id from property), $2, $3)
            on conflict (\(column)) do update set hotel_outlet = $3 returning id
            """,
            mapping.id, value, mapping.hotelOutlet)
        try execute("delete from revenue_mapping_itemizer where mapping_id = $1", id)
        for (ours, theirs) in mapping.itemizers where ours != theirs {
            try execute(
                "insert into revenue_mapping_itemizer (mapping_id, itemizer, hotel_itemizer) values ($1, $2, $3)", id, ours, theirs)
        }
        return id
    }

    /// Maps an outlet that has no mapping to the number it bears, as a house says when it loads its outlets from a file.
    package func mapOutletToItsNumber(_ outlet: OutletID, at moment: Timestamp) throws {
        try execute(
            """
            insert into revenue_mapping (id, property_id, outlet_id, hotel_outlet)
            select $1, property_id, id, number from outlet where id = $2 on conflict (outlet_id) do nothing
            """,
            RevenueMappingID.make(at: moment), outlet)
    }

    /// The route that the revenue of a check takes (`S1-12`).
    package func revenueRoute(of place: RevenuePlace) throws -> RevenueRoute {
        guard let outlet = try outlet(place.outletID) else { throw StorageFault.missing("outlet", id: place.outletID.text) }
        return RevenueRoute(of: place, outletNumber: outlet.number, by: try revenueMappings())
    }

    private static func scope(_ row: SQLRow) throws -> RevenueMapping.Scope {
        if let plan: FloorPlanID = try row.optionalID("floor_plan_id") { return .floorPlan(plan) }
        if let till: TillConfigurationID = try row.optionalID("till_configuration_id") { return .tillConfiguration(till) }
        return .outlet(try row.id("outlet_id"))
    }

    private static func columnAndValue(of scope: RevenueMapping.Scope) -> (column: String, value: String) {
        switch scope {
        case .floorPlan(let id): ("floor_plan_id", id.text)
        case .tillConfiguration(let id): ("till_configuration_id", id.text)
        case .outlet(let id): ("outlet_id", id.text)
        }
    }
}
