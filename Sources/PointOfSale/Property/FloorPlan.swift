/// A room of an outlet with its tables: dining room, terrace.
package struct FloorPlan: Hashable, Sendable, Codable, Identifiable {
    package let id: FloorPlanID
    package let outletID: OutletID
    package let name: String
    /// Where it stands among the outlet's plans, from 0.
    package let position: Int

    /// A floor plan.
    package init(id: FloorPlanID, outletID: OutletID, name: String, position: Int) {
        self.id = id
        self.outletID = outletID
        self.name = name
        self.position = position
    }
}

/// A table on a floor plan.
package struct Table: Hashable, Sendable, Codable, Identifiable {
    package let id: TableID
    package let floorPlanID: FloorPlanID
    /// The number staff call it by; sent to the hotel (`FIAS 2.20.24 §7`, T#, four digits).
    package let number: Int
    package let seats: Int
    /// Column on the plan's grid, from 0.
    package let x: Int
    /// Row on the plan's grid, from 0.
    package let y: Int
    package let isActive: Bool

    /// A table.
    package init(id: TableID, floorPlanID: FloorPlanID, number: Int, seats: Int, x: Int, y: Int, isActive: Bool = true) {
        self.id = id
        self.floorPlanID = floorPlanID
        self.number = number
        self.seats = seats
        self.x = x
        self.y = y
        self.isActive = isActive
    }
}
