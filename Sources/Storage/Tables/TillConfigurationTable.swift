package import PointOfSale

extension SQLTransaction {
    /// All tills that were set up, by number, those out of use included.
    package func tillConfigurations() throws -> [TillConfiguration] {
        try query("select * from till_configuration order by number").map(tillConfiguration)
    }

    /// One till's set-up, or nil.
    package func tillConfiguration(_ id: TillConfigurationID) throws -> TillConfiguration? {
        try first("select * from till_configuration where id = $1", id).map(tillConfiguration)
    }

    /// Writes a till's set-up: new, or changed where the number is known. Gives its lasting id.
    @discardableResult
    package func upsert(_ till: TillConfiguration, property: PropertyID) throws -> TillConfigurationID {
        let id: TillConfigurationID = try keptID(
            """
            insert into till_configuration (id, property_id, outlet_id, number, name, floor_plan_id, is_active)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (property_id, number) do update set outlet_id = $3, name = $5, floor_plan_id = $6, is_active = $7 returning id
            """,
            till.id, property, till.outletID, till.number, till.name, till.floorPlanID, till.isActive)
        try execute("delete from till_configuration_method where till_configuration_id = $1", id)
        for method in till.methodIDs.sorted(by: { $0.text < $1.text }) {
            try execute("insert into till_configuration_method (till_configuration_id, payment_method_id) values ($1, $2)", id, method)
        }
        return id
    }

    private func tillConfiguration(_ row: SQLRow) throws -> TillConfiguration {
        let id: TillConfigurationID = try row.id("id")
        let methods: [PaymentMethodID] = try query(
            "select payment_method_id from till_configuration_method where till_configuration_id = $1", id
        ).map { try $0.id("payment_method_id") }
        return TillConfiguration(
            id: id, number: try row.int("number"), name: try row.text("name"), outletID: try row.id("outlet_id"),
            floorPlanID: try row.optionalID("floor_plan_id"), methodIDs: Set(methods), isActive: try row.bool("is_active"))
    }
}
