extension SQLTransaction {
    /// Switches off all that a configuration names, before what it still names is written again.
    /// Nothing is deleted, because checks point at it.
    package func switchOffCatalogue() throws {
        for table in [
            "outlet", "floor_plan", "dining_table", "cashier", "tax_class", "revenue_group", "menu_category", "menu_item", "payment_method",
            "till_configuration",
        ] {
            try execute("update \(table) set is_active = 0 where is_active = 1")
        }
    }

    /// Takes the PINs of those away who are no longer in service, so that others may have them.
    package func takePINsOfWhoLeft() throws {
        try execute("update cashier set pin_digest = null where is_active = 0 and pin_digest is not null")
    }

    /// The numbers of open checks at a table, or in an outlet, that is switched off: nobody could reach them any more.
    package func openChecksOutOfReach() throws -> [Int] {
        try query(
            """
            select c.number from guest_check c join outlet o on o.id = c.outlet_id left join dining_table t on t.id = c.table_id
            where c.state = 'open' and (o.is_active = 0 or t.is_active = 0) order by c.number
            """
        ).map { try $0.int("number") }
    }

    /// Whether any check was ever opened.
    package func hasChecks() throws -> Bool {
        try first("select id from guest_check limit 1") != nil
    }
}
