import PointOfSale

extension CatalogueBuilder {
    /// Tax classes, revenue groups, pages and articles.
    mutating func addMenu(to catalogue: inout Catalogue) {
        checkCodes(set.taxClasses.map(\.code), "taxClasses")
        checkDistinct(set.taxClasses.map(\.code), { "taxClasses[\($0)].code" }, .code)
        checkCodes(set.revenueGroups.map(\.code), "revenueGroups")
        checkDistinct(set.revenueGroups.map(\.code), { "revenueGroups[\($0)].code" }, .code)
        checkDistinct(set.revenueGroups.map(\.itemizer), { "revenueGroups[\($0)].itemizer" }, .itemizer)
        checkCodes(set.categories.map(\.code), "categories")
        checkDistinct(set.categories.map(\.code), { "categories[\($0)].code" }, .code)
        checkDistinct(set.items.map(\.plu), { "items[\($0)].plu" }, .articleNumber)
        for (index, entry) in set.taxClasses.enumerated() {
            let place = "taxClasses[\(index)]"
            let name = name(entry.name, "\(place).name")
            if let rate = need(Rate(percent: entry.rate), "\(place).rate", "should be percent like 10 or 5.5") {
                catalogue.taxClasses.append((entry.code, TaxClass(id: .catalogue("taxClass", entry.code), name: name, rate: rate)))
            }
        }
        for (index, entry) in set.revenueGroups.enumerated() {
            let place = "revenueGroups[\(index)]"
            let name = name(entry.name, "\(place).name")
            if let itemizer = need(Itemizer(entry.itemizer), "\(place).itemizer", "should be 1 to 9") {
                catalogue.revenueGroups.append(
                    (entry.code, RevenueGroup(id: .catalogue("revenueGroup", entry.code), name: name, itemizer: itemizer)))
            }
        }
        for (index, entry) in set.categories.enumerated() {
            let name = name(entry.name, "categories[\(index)].name")
            catalogue.categories.append((entry.code, MenuCategory(id: .catalogue("category", entry.code), name: name, position: index)))
        }
        for index in set.items.indices {
            if let item = item(index, currency: catalogue.property.currency) { catalogue.items.append(item) }
        }
        if set.items.isEmpty { complain("items", "is empty: there would be nothing to sell") }
    }

    private mutating func item(_ index: Int, currency: Currency) -> MenuItem? {
        let entry = set.items[index]
        let place = "items[\(index)] (PLU \(entry.plu))"
        let name = name(entry.name, "\(place).name")
        if !(1...99_999).contains(entry.plu) { complain("\(place).plu", "should be 1 to 99999") }
        let price = need(Money(typed: entry.price, currency), "\(place).price", "should be an amount like 29.00")
        if !set.categories.contains(where: { $0.code == entry.category }) {
            complain("\(place).category", "there is no category \(entry.category)")
        }
        if !set.taxClasses.contains(where: { $0.code == entry.tax }) { complain("\(place).tax", "there is no tax class \(entry.tax)") }
        if !set.revenueGroups.contains(where: { $0.code == entry.revenue }) {
            complain("\(place).revenue", "there is no revenue group \(entry.revenue)")
        }
        let look = need(
            MenuItem.Look(rawValue: entry.look ?? "plain"), "\(place).look",
            "should be one of \(MenuItem.Look.allCases.map(\.rawValue).joined(separator: ", "))")
        guard let price, let look else { return nil }
        return MenuItem(
            id: .catalogue("item", String(entry.plu)), code: entry.plu, name: name, categoryID: .catalogue("category", entry.category),
            price: price,
            taxClassID: .catalogue("taxClass", entry.tax), revenueGroupID: .catalogue("revenueGroup", entry.revenue), look: look)
    }
}

extension CatalogueBuilder {
    /// The longest code taken, in characters.
    static let codeCharactersMax = 16

    /// Complains of codes that are empty or too long.
    mutating func checkCodes(_ codes: [String], _ list: String) {
        for (index, code) in codes.enumerated() where !(1...Self.codeCharactersMax).contains(code.count) {
            complain("\(list)[\(index)].code", "should have 1 to \(Self.codeCharactersMax) characters")
        }
    }
}
