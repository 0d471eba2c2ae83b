/// An article that can be sold.
package struct MenuItem: Hashable, Sendable, Codable, Identifiable {
    package let id: MenuItemID
    /// The number typed on a keyboard to sell it (PLU), unique on the menu.
    package let code: Int
    package let name: LocalizedName
    package let categoryID: MenuCategoryID
    /// Price with tax.
    package let price: Money
    package let taxClassID: TaxClassID
    package let revenueGroupID: RevenueGroupID
    package let look: Look
    /// Off the menu when false: kept, because checks point at it.
    package let isActive: Bool

    /// The colour family of the button; the name always stands beside it.
    package enum Look: String, Hashable, Sendable, Codable, CaseIterable { case hot, cold, wine, green, plain }

    /// An article.
    package init(
        id: MenuItemID, code: Int, name: LocalizedName, categoryID: MenuCategoryID, price: Money, taxClassID: TaxClassID,
        revenueGroupID: RevenueGroupID, look: Look = .plain, isActive: Bool = true
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.categoryID = categoryID
        self.price = price
        self.taxClassID = taxClassID
        self.revenueGroupID = revenueGroupID
        self.look = look
        self.isActive = isActive
    }
}

/// A page of the menu: starters, mains, wines.
package struct MenuCategory: Hashable, Sendable, Codable, Identifiable {
    package let id: MenuCategoryID
    package let name: LocalizedName
    /// Where it stands among the others, from 0.
    package let position: Int

    /// A page of the menu.
    package init(id: MenuCategoryID, name: LocalizedName, position: Int) {
        self.id = id
        self.name = name
        self.position = position
    }
}
