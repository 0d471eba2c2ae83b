package import PointOfSale
import Storage

/// An article as somebody typed it into the back office.
package struct MenuItemDraft: Hashable, Sendable {
    /// The number typed to sell it; it stays once saved.
    package var code: Int
    package var nameFR: String
    package var nameEN: String?
    package var pageID: MenuCategoryID
    /// With tax.
    package var price: Money
    package var taxClassID: TaxClassID
    package var revenueGroupID: RevenueGroupID
    package var look: MenuItem.Look
    package var isActive: Bool

    /// A draft.
    package init(
        code: Int, nameFR: String, nameEN: String? = nil, pageID: MenuCategoryID, price: Money, taxClassID: TaxClassID,
        revenueGroupID: RevenueGroupID, look: MenuItem.Look = .plain, isActive: Bool = true
    ) {
        self.code = code
        self.nameFR = nameFR
        self.nameEN = nameEN
        self.pageID = pageID
        self.price = price
        self.taxClassID = taxClassID
        self.revenueGroupID = revenueGroupID
        self.look = look
        self.isActive = isActive
    }
}

extension Restaurant {
    /// The numbers that an article may be sold by.
    package static let articleCodes = 1...99_999

    /// Adds an article, changes one, or takes it off the menu; its number stays, and what was sold keeps its price.
    /// - Throws: `Refusal` — not permitted, unknown, a field that is wrong, a number that is taken, the last article on the menu.
    package func saveMenuItem(_ draft: MenuItemDraft, id: MenuItemID? = nil, by cashier: Cashier) async throws -> MenuItem {
        try cashier.mustBeAllowed(.configure)
        let name = try SettingRules.name(fr: draft.nameFR, en: draft.nameEN)
        guard !draft.price.isNegative, draft.price.minorUnits <= Money.minorUnitsMax else { throw Refusal.settingInvalid(.price) }
        let moment = now()
        return try await database.write { tx in
            let items = try tx.menu().items
            let before = items.first { $0.id == id }
            if id != nil, before == nil { throw Refusal.unknownSetting }
            let code = try SettingRules.number(before?.code ?? draft.code, in: Self.articleCodes, .articleCode)
            if before == nil, items.contains(where: { $0.code == code }) { throw Refusal.settingTaken(.articleCode) }
            let item = MenuItem(
                id: before?.id ?? .catalogue("item", String(code)), code: code, name: name, categoryID: draft.pageID, price: draft.price,
                taxClassID: draft.taxClassID, revenueGroupID: draft.revenueGroupID, look: draft.look, isActive: draft.isActive)
            let facts = try tx.facts(of: item)
            try tx.upsert(item, property: tx.property().id)
            guard try tx.sellsAnything() else { throw Refusal.settingInUse }
            try tx.journalChange(
                of: item.id.text, from: try before.map { try tx.facts(of: $0, mustBeInUse: false) }, to: facts, by: cashier.id, at: moment)
            return item
        }
    }
}

extension SQLTransaction {
    /// An article for the journal, its places by their codes.
    /// - Throws: `Refusal.settingInvalid` when a page, tax class or revenue group is not there or, unless told otherwise, out of use.
    fileprivate func facts(of item: MenuItem, mustBeInUse: Bool = true) throws -> SettingFacts {
        let page = try menuCategoriesInUse().first { $0.value.id == item.categoryID }
        let tax = try allTaxClasses().first { $0.value.id == item.taxClassID && ($0.isActive || !mustBeInUse) }
        let group = try revenueGroups(inUseOnly: mustBeInUse).first { $0.value.id == item.revenueGroupID }
        if mustBeInUse {
            guard page != nil else { throw Refusal.settingInvalid(.menuPage) }
            guard tax != nil else { throw Refusal.settingInvalid(.taxClass) }
            guard group != nil else { throw Refusal.settingInvalid(.revenueGroup) }
        }
        return SettingFacts(
            subject: "article \(item.code)",
            values: [
                "name": item.name.facts, "page": page?.code ?? "", "price": item.price.plainText, "tax": tax?.code ?? "",
                "revenueGroup": group?.code ?? "", "look": item.look.rawValue, "active": String(item.isActive),
            ])
    }
}
