/// Everything that is sold, with what is needed to price and to book it.
package struct Menu: Sendable, Hashable {
    package let categories: [MenuCategory]
    package let items: [MenuItem]
    package let taxClasses: [TaxClass]
    package let revenueGroups: [RevenueGroup]

    /// A menu.
    package init(categories: [MenuCategory], items: [MenuItem], taxClasses: [TaxClass], revenueGroups: [RevenueGroup]) {
        self.categories = categories
        self.items = items
        self.taxClasses = taxClasses
        self.revenueGroups = revenueGroups
    }
}
