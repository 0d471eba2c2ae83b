/// A till as it is set up: the outlet that it sells for, the floor plan that it opens on, what may be paid with on it.
package struct TillConfiguration: Hashable, Sendable, Codable, Identifiable {
    package let id: TillConfigurationID
    /// Unique in the house, 1 to 9999.
    package let number: Int
    package let name: String
    package let outletID: OutletID
    /// The plan that opens first; nil opens the outlet's first one.
    package let floorPlanID: FloorPlanID?
    /// The methods allowed on it; empty allows every method that is in use.
    package let methodIDs: Set<PaymentMethodID>
    package let isActive: Bool

    /// A till's set-up.
    package init(
        id: TillConfigurationID, number: Int, name: String, outletID: OutletID, floorPlanID: FloorPlanID? = nil,
        methodIDs: Set<PaymentMethodID> = [], isActive: Bool = true
    ) {
        self.id = id
        self.number = number
        self.name = name
        self.outletID = outletID
        self.floorPlanID = floorPlanID
        self.methodIDs = methodIDs
        self.isActive = isActive
    }

    /// Whether that method may be used on this till.
    package func allows(_ method: PaymentMethodID) -> Bool { methodIDs.isEmpty || methodIDs.contains(method) }
}

/// The identity of a till's set-up.
package typealias TillConfigurationID = Identifier<TillConfiguration>
