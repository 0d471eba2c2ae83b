package import PointOfSale

extension SQLTransaction {
    /// The plans of an outlet that are in use, in their order.
    package func floorPlans(_ outlet: OutletID) throws -> [FloorPlan] {
        try query("select * from floor_plan where outlet_id = $1 and is_active = 1 order by position, name", outlet).map { row in
            FloorPlan(
                id: try row.id("id"), outletID: try row.id("outlet_id"), name: try row.text("name"), position: try row.int("position"))
        }
    }

    /// One plan, in use or not, or nil.
    package func floorPlan(_ id: FloorPlanID) throws -> FloorPlan? {
        try first("select * from floor_plan where id = $1", id).map { row in
            FloorPlan(
                id: try row.id("id"), outletID: try row.id("outlet_id"), name: try row.text("name"), position: try row.int("position"))
        }
    }

    /// Gives a plan another name or place among the outlet's plans. Throws `StorageFault.constraint(.unique)` when the name is taken.
    package func change(_ plan: FloorPlan) throws {
        try mustChangeOne(
            "floor plan", plan.id.text,
            try execute("update floor_plan set name = $1, position = $2 where id = $3", plan.name, plan.position, plan.id))
    }

    /// Takes a plan with its tables out of use.
    package func switchOff(_ id: FloorPlanID) throws {
        try execute("update floor_plan set is_active = 0 where id = $1", id)
        try execute("update dining_table set is_active = 0 where floor_plan_id = $1 and is_active = 1", id)
    }

    /// All tables of an outlet by number, those out of use included.
    package func tables(outlet: OutletID) throws -> [Table] {
        try query(
            "select t.* from dining_table t join floor_plan p on p.id = t.floor_plan_id where p.outlet_id = $1 order by t.number", outlet
        ).map(Self.table)
    }

    /// One table, or nil.
    package func table(_ id: TableID) throws -> Table? {
        try first("select * from dining_table where id = $1", id).map(Self.table)
    }

    /// Writes a plan: new, or changed where the outlet has one of this name. Gives its lasting id.
    @discardableResult
    package func upsert(_ plan: FloorPlan) throws -> FloorPlanID {
        try keptID(
            """
            insert into floor_plan (id, outlet_id, name, position, is_active) values ($1, $2, $3, $4, 1)
            on conflict (outlet_id, name) do update set position = $4, is_active = 1 returning id
            """,
            plan.id, plan.outletID, plan.name, plan.position)
    }

    /// Writes a table: new, or changed where the number is known. Gives its lasting id.
    @discardableResult
    package func upsert(_ table: Table, property: PropertyID) throws -> TableID {
        try keptID(
            """
            insert into dining_table (id, property_id, floor_plan_id, number, seats, x, y, is_active)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (property_id, number) do update set floor_plan_id = $3, seats = $5, x = $6, y = $7, is_active = $8 returning id
            """,
            table.id, property, table.floorPlanID, table.number, table.seats, table.x, table.y, table.isActive)
    }

    private static func table(_ row: SQLRow) throws -> Table {
        Table(
            id: try row.id("id"), floorPlanID: try row.id("floor_plan_id"), number: try row.int("number"), seats: try row.int("seats"),
            x: try row.int("x"), y: try row.int("y"), isActive: try row.bool("is_active"))
    }
}
