package import PointOfSale
package import Storage

/// What is sold, as only the back office sees it: with what is out of use.
package struct MenuSettings: Sendable, Hashable {
    /// The pages of the menu in use, in their sequence.
    package let pages: [MenuCategory]
    /// By page, then by code.
    package let items: [MenuItem]
    /// The highest rate first.
    package let taxClasses: [ConfiguredTax]

    /// A tax class with its code.
    package struct ConfiguredTax: Sendable, Hashable {
        package let code: String
        package let taxClass: TaxClass
        package let isActive: Bool
    }

    /// What stands in the database.
    package init(_ tx: any SQLTransaction) throws {
        let menu = try tx.menu()
        pages = menu.categories
        items = menu.items
        taxClasses = try tx.allTaxClasses().map { ConfiguredTax(code: $0.code, taxClass: $0.value, isActive: $0.isActive) }
    }
}
