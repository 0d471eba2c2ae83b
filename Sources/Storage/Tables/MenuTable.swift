package import PointOfSale

extension SQLTransaction {
    /// Everything on the menu, articles off the menu included; by page, then by code.
    package func menu() throws -> Menu {
        let currency = try property().currency
        return Menu(
            categories: try query("select * from menu_category where is_active = 1 order by position, code").map { row in
                MenuCategory(id: try row.id("id"), name: try row.name(), position: try row.int("position"))
            },
            items: try query(
                "select i.* from menu_item i join menu_category c on c.id = i.category_id order by c.position, c.code, i.code"
            ).map { try Self.menuItem($0, currency) },
            taxClasses: try query("select * from tax_class order by basis_points desc, code").map(Self.taxClass),
            revenueGroups: try query("select * from revenue_group order by itemizer, code").map(Self.revenueGroup))
    }

    /// One article, on the menu or off it, or nil.
    package func menuItem(_ id: MenuItemID) throws -> MenuItem? {
        guard let row = try first("select * from menu_item where id = $1", id) else { return nil }
        return try Self.menuItem(row, try property().currency)
    }

    /// The tax class that an article points at. Throws `StorageFault.missing`.
    package func taxClass(_ id: TaxClassID) throws -> TaxClass {
        guard let row = try first("select * from tax_class where id = $1", id) else {
            throw StorageFault.missing("tax class", id: id.text)
        }
        return try Self.taxClass(row)
    }

    /// The revenue group that an article points at. Throws `StorageFault.missing`.
    package func revenueGroup(_ id: RevenueGroupID) throws -> RevenueGroup {
        guard let row = try first("select * from revenue_group where id = $1", id) else {
            throw StorageFault.missing("revenue group", id: id.text)
        }
        return try Self.revenueGroup(row)
    }

    /// The tax classes in use with their codes.
    package func taxClassesInUse() throws -> [(code: String, value: TaxClass)] {
        try query("select * from tax_class where is_active = 1 order by basis_points desc, code").map {
            (try $0.text("code"), try Self.taxClass($0))
        }
    }

    /// The pages of the menu in use with their codes.
    package func menuCategoriesInUse() throws -> [(code: String, value: MenuCategory)] {
        try query("select * from menu_category where is_active = 1 order by position, code").map { row in
            (try row.text("code"), MenuCategory(id: try row.id("id"), name: try row.name(), position: try row.int("position")))
        }
    }

    /// The revenue groups with their codes, by itemizer; only those in use, or all.
    package func revenueGroups(inUseOnly: Bool = true) throws -> [(code: String, value: RevenueGroup, isActive: Bool)] {
        try query("select * from revenue_group where is_active >= $1 order by itemizer, code", inUseOnly).map { row in
            (try row.text("code"), try Self.revenueGroup(row), try row.bool("is_active"))
        }
    }

    /// Takes a revenue group out of use, or back into it.
    package func switchRevenueGroup(_ id: RevenueGroupID, isActive: Bool) throws {
        try mustChangeOne(
            "revenue group", id.text, try execute("update revenue_group set is_active = $1 where id = $2", isActive, id))
    }

    /// Whether an article in use is sold under that revenue group.
    package func sells(_ group: RevenueGroupID) throws -> Bool {
        try first("select 1 from menu_item where revenue_group_id = $1 and is_active = 1 limit 1", group) != nil
    }

    /// Writes a page of the menu: new, or changed where the code is known. Gives its lasting id.
    @discardableResult
    package func upsert(_ category: MenuCategory, code: String, property: PropertyID) throws -> MenuCategoryID {
        try keptID(
            """
            insert into menu_category (id, property_id, code, name_fr, name_en, position, is_active) values ($1, $2, $3, $4, $5, $6, 1)
            on conflict (property_id, code) do update set name_fr = $4, name_en = $5, position = $6, is_active = 1 returning id
            """,
            category.id, property, code, category.name.fr, category.name.en, category.position)
    }

    /// Writes a tax class: new, or changed where the code is known. Gives its lasting id.
    @discardableResult
    package func upsert(_ taxClass: TaxClass, code: String, property: PropertyID) throws -> TaxClassID {
        try keptID(
            """
            insert into tax_class (id, property_id, code, name_fr, name_en, basis_points, is_active) values ($1, $2, $3, $4, $5, $6, 1)
            on conflict (property_id, code) do update set name_fr = $4, name_en = $5, basis_points = $6, is_active = 1 returning id
            """,
            taxClass.id, property, code, taxClass.name.fr, taxClass.name.en, taxClass.rate.basisPoints)
    }

    /// Writes a revenue group: new, or changed where the code is known. Gives its lasting id.
    @discardableResult
    package func upsert(_ group: RevenueGroup, code: String, property: PropertyID) throws -> RevenueGroupID {
        try keptID(
            """
            insert into revenue_group (id, property_id, code, name_fr, name_en, itemizer, is_active) values ($1, $2, $3, $4, $5, $6, 1)
            on conflict (property_id, code) do update set name_fr = $4, name_en = $5, itemizer = $6, is_active = 1 returning id
            """,
            group.id, property, code, group.name.fr, group.name.en, group.itemizer)
    }

    /// Writes an article: new, or changed where the code is known. Gives its lasting id.
    @discardableResult
    package func upsert(_ item: MenuItem, property: PropertyID) throws -> MenuItemID {
        try keptID(
            """
            insert into menu_item
                (id, property_id, code, name_fr, name_en, category_id, price, tax_class_id, revenue_group_id, look, is_active)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict (property_id, code) do update set name_fr = $4, name_en = $5, category_id = $6, price = $7, tax_class_id = $8,
                revenue_group_id = $9, look = $10, is_active = $11
            returning id
            """,
            item.id, property, item.code, item.name.fr, item.name.en, item.categoryID, item.price, item.taxClassID,
            item.revenueGroupID, item.look.rawValue, item.isActive)
    }

    private static func menuItem(_ row: SQLRow, _ currency: Currency) throws -> MenuItem {
        MenuItem(
            id: try row.id("id"), code: try row.int("code"), name: try row.name(), categoryID: try row.id("category_id"),
            price: try row.money("price", in: currency), taxClassID: try row.id("tax_class_id"),
            revenueGroupID: try row.id("revenue_group_id"), look: try row.state("look"), isActive: try row.bool("is_active"))
    }

    private static func taxClass(_ row: SQLRow) throws -> TaxClass {
        TaxClass(id: try row.id("id"), name: try row.name(), rate: try row.rate("basis_points"))
    }

    private static func revenueGroup(_ row: SQLRow) throws -> RevenueGroup {
        RevenueGroup(id: try row.id("id"), name: try row.name(), itemizer: try row.itemizer("itemizer"))
    }
}
