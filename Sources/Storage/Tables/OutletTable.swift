package import PointOfSale

extension SQLTransaction {
    /// All outlets by number, those that no longer sell included.
    package func outlets() throws -> [Outlet] {
        try query("select * from outlet order by number").map(outlet)
    }

    /// One outlet, or nil.
    package func outlet(_ id: OutletID) throws -> Outlet? {
        try first("select * from outlet where id = $1", id).map(outlet)
    }

    /// Writes an outlet with its service periods: new, or changed where the number is known. Gives it as stored, with its lasting id.
    @discardableResult
    package func upsert(_ outlet: Outlet, property: PropertyID) throws -> OutletID {
        let id: OutletID = try keptID(
            """
            insert into outlet (id, property_id, number, name, while_hotel_is_down, is_active, integration)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (property_id, number) do update
                set name = $4, while_hotel_is_down = $5, is_active = $6, integration = $7 returning id
            """,
            outlet.id, property, outlet.number, outlet.name, outlet.whileHotelIsDown.rawValue, outlet.isActive,
            outlet.integration?.rawValue)
        try execute("delete from service_period where outlet_id = $1", id)
        for period in outlet.servicePeriods.all {
            try execute(
                "insert into service_period (outlet_id, number, start_minute, name_fr, name_en) values ($1, $2, $3, $4, $5)",
                id, period.number, period.startMinute, period.name.fr, period.name.en)
        }
        return id
    }

    private func outlet(_ row: SQLRow) throws -> Outlet {
        let id: OutletID = try row.id("id")
        let periods = try query("select * from service_period where outlet_id = $1", id).map { row in
            ServicePeriod(number: try row.int("number"), startMinute: try row.int("start_minute"), name: try row.name())
        }
        guard let servicePeriods = ServicePeriods(periods) else {
            throw StorageFault.unreadableColumn(name: "service_period", wanted: "periods that cover the day")
        }
        return Outlet(
            id: id, number: try row.int("number"), name: try row.text("name"), servicePeriods: servicePeriods,
            whileHotelIsDown: try row.state("while_hotel_is_down"), isActive: try row.bool("is_active"),
            integration: try row.optionalText("integration").flatMap { Integration(rawValue: $0) })
    }

    /// Runs an insert that keeps the id of a row already there, and gives the id that is kept.
    func keptID<Subject>(_ sql: String, _ values: any SQLBindable...) throws -> Identifier<Subject> {
        guard let row = try query(sql, values: values.map { $0.sqlValue }).first else {
            throw StorageFault.statement(detail: "an insert gave no id back")
        }
        return try row.id("id")
    }
}
