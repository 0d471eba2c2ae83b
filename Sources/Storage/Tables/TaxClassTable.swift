package import PointOfSale

extension SQLTransaction {
    /// The tax classes with their codes, the highest rate first, those out of use included.
    package func allTaxClasses() throws -> [(code: String, value: TaxClass, isActive: Bool)] {
        try query("select * from tax_class order by basis_points desc, code").map { row in
            (
                try row.text("code"), TaxClass(id: try row.id("id"), name: try row.name(), rate: try row.rate("basis_points")),
                try row.bool("is_active")
            )
        }
    }

    /// Takes a tax class out of use, or back into it.
    package func switchTaxClass(_ id: TaxClassID, isActive: Bool) throws {
        try mustChangeOne("tax class", id.text, try execute("update tax_class set is_active = $1 where id = $2", isActive, id))
    }

    /// Whether an article in use is taxed by that class.
    package func sells(_ taxClass: TaxClassID) throws -> Bool {
        try first("select 1 from menu_item where tax_class_id = $1 and is_active = 1 limit 1", taxClass) != nil
    }

    /// Whether anything is on the menu.
    package func sellsAnything() throws -> Bool { try first("select 1 from menu_item where is_active = 1 limit 1") != nil }
}
