extension SQLTransaction {
    /// Switches off all that a configuration names, before what it still names is written again: nothing is deleted, because checks point at it.
    package func switchOffCatalogue() throws {
        for table in [
            "outlet", "floor_plan", "dining_table", "cashier", "tax_class", "revenue_group", "menu_category", "menu_item", "payment_method",
        ] {
            try execute("update \(table) set is_active = 0 where is_active = 1")
        }
    }
}
