/// Where in the hotel's books the sales of one place go: which of its outlets, under which of its revenue codes (`S1-12`).
package struct RevenueMapping: Hashable, Sendable, Codable, Identifiable {
    package let id: RevenueMappingID
    package let scope: Scope
    /// The hotel's number of the outlet (`FIAS 2.20.24 §7`, SO, five digits).
    package let hotelOutlet: Int
    /// The hotel's itemizer for each of ours (`FIAS 2.20.24 §6.2`, S1–S9); one that is not named keeps its number.
    package let itemizers: [Itemizer: Itemizer]

    /// What a mapping is for, the most specific first.
    package enum Scope: Hashable, Sendable, Codable {
        case floorPlan(FloorPlanID)
        case tillConfiguration(TillConfigurationID)
        case outlet(OutletID)
    }

    /// A mapping.
    package init(id: RevenueMappingID, scope: Scope, hotelOutlet: Int, itemizers: [Itemizer: Itemizer] = [:]) {
        self.id = id
        self.scope = scope
        self.hotelOutlet = hotelOutlet
        self.itemizers = itemizers
    }

    /// The outlet numbers that FIAS can carry.
    package static let hotelOutlets = 1...99_999
}

/// The identity of a revenue mapping.
package typealias RevenueMappingID = Identifier<RevenueMapping>

/// Where a check was sold, as far as it is known.
package struct RevenuePlace: Hashable, Sendable {
    package let outletID: OutletID
    package let tillConfigurationID: TillConfigurationID?
    package let floorPlanID: FloorPlanID?

    /// A place.
    package init(outletID: OutletID, tillConfigurationID: TillConfigurationID? = nil, floorPlanID: FloorPlanID? = nil) {
        self.outletID = outletID
        self.tillConfigurationID = tillConfigurationID
        self.floorPlanID = floorPlanID
    }
}

/// The way that revenue takes into the hotel's books.
package struct RevenueRoute: Hashable, Sendable {
    /// The mapping that decided it; nil is the fallback, which raises a warning: the outlet's own number, the groups' own itemizers.
    package let mappingID: RevenueMappingID?
    package let hotelOutlet: Int
    package let itemizers: [Itemizer: Itemizer]

    /// The route of a place: floor plan before till configuration before outlet before fallback (`S1-12`).
    package init(of place: RevenuePlace, outletNumber: Int, by mappings: [RevenueMapping.Scope: RevenueMapping]) {
        let mapping =
            place.floorPlanID.flatMap { mappings[.floorPlan($0)] }
            ?? place.tillConfigurationID.flatMap { mappings[.tillConfiguration($0)] } ?? mappings[.outlet(place.outletID)]
        mappingID = mapping?.id
        hotelOutlet = mapping?.hotelOutlet ?? outletNumber
        itemizers = mapping?.itemizers ?? [:]
    }

    /// Amounts under the hotel's itemizers; two of ours may go under one of theirs.
    package func mapped(_ amounts: [Itemizer: Money]) -> [Itemizer: Money] {
        amounts.reduce(into: [:]) { mapped, part in
            let theirs = itemizers[part.key] ?? part.key
            mapped[theirs] = mapped[theirs].map { $0 + part.value } ?? part.value
        }
    }

    /// The same posting under the hotel's itemizers.
    package func mapped(_ breakdown: PostingBreakdown) -> PostingBreakdown {
        PostingBreakdown(
            subtotals: mapped(breakdown.subtotals), discounts: mapped(breakdown.discounts), tip: breakdown.tip,
            serviceCharge: breakdown.serviceCharge)
    }
}
