package import PointOfSale

extension SQLTransaction {
    /// All discounts that the house has set up, in their sequence, those out of use included.
    package func discountPresets() throws -> [DiscountPreset] {
        let rows = try query("select * from discount_preset order by position, name_fr, id")
        guard !rows.isEmpty else { return [] }
        let currency = try property().currency
        return try rows.map { row in
            DiscountPreset(
                id: try row.id("id"), name: try row.name(), value: try row.discountValue(in: currency), scope: try row.state("scope"),
                needsManager: try row.bool("needs_manager"), position: try row.int("position"), isActive: try row.bool("is_active"))
        }
    }

    /// One of them, or nil.
    package func discountPreset(_ id: DiscountPresetID) throws -> DiscountPreset? { try discountPresets().first { $0.id == id } }

    /// Writes a preset: new, or changed where its id is known.
    package func upsert(_ preset: DiscountPreset) throws {
        let (share, amount) = preset.value.columns
        try execute(
            """
            insert into discount_preset
                (id, property_id, name_fr, name_en, basis_points, amount, scope, needs_manager, position, is_active)
            values ($1, (select id from property), $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (id) do update set name_fr = $2, name_en = $3, basis_points = $4, amount = $5, scope = $6, needs_manager = $7,
                position = $8, is_active = $9
            """,
            preset.id, preset.name.fr, preset.name.en, share, amount, preset.scope.rawValue, preset.needsManager, preset.position,
            preset.isActive)
    }

    /// Takes every preset out of use, before a configuration that names some is loaded.
    package func switchOffDiscountPresets() throws { try execute("update discount_preset set is_active = 0 where is_active = 1") }
}
