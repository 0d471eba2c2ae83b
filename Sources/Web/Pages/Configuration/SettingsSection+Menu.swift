import Operations
import PointOfSale

extension SettingsSection {
    /// Configuration › Settings › Articles.
    static let menuItems = SettingsSection(
        slug: "articles", group: .settings, title: "setArticles",
        list: { look in
            let words = look.words
            let money = MoneyText(look.language)
            let pages = Dictionary(uniqueKeysWithValues: look.settings.menu.pages.map { ($0.id, $0.name.text(in: look.language)) })
            return SettingsList(
                title: words["setArticles"], lead: words["setArticlesLead"],
                rows: look.settings.menu.items.map { item in
                    SettingsList.Row(
                        path: "/configuration/settings/articles/\(item.id)", name: "\(item.code) · \(item.name.text(in: look.language))",
                        facts: [pages[item.categoryID], money.text(item.price)].compactMap { $0 }.joined(separator: " · "),
                        isOff: !item.isActive, chip: look.chip(isActive: item.isActive))
                }, addPath: "/configuration/settings/articles/add", empty: words["setNothingYet"])
        },
        form: { look in
            let (words, menu) = (look.words, look.settings.menu)
            let item = try look.named(menu.items)
            let taxes = menu.taxClasses.filter { $0.isActive || $0.taxClass.id == item?.taxClassID }
            let groups = look.settings.revenueGroups.filter { $0.isActive || $0.group.id == item?.revenueGroupID }
            return SettingsForm(fields: [
                item.map { .fixed(words["setPLU"], String($0.code), hint: words["setPLUHint"]) }
                    ?? .number("code", words["setPLU"], nil, hint: words["setPLUHint"]),
                .text("nameFR", words["setNameFR"], item?.name.fr ?? ""),
                .text("nameEN", words["setNameEN"], item?.name.en ?? "", hint: words["setNameENHint"]),
                .choice("page", words["setMenuPage"], item?.categoryID.text, menu.pages.map { look.choice($0.id.text, $0.name) }),
                .text("price", words["setPrice"], item.map { MoneyText(look.language).field($0.price) } ?? "", lengthMax: 14),
                .choice(
                    "tax", words["setTaxClass"], item?.taxClassID.text,
                    taxes.map { SettingsField.Choice(value: $0.taxClass.id.text, name: look.text(of: $0.taxClass)) }),
                .choice(
                    "revenueGroup", words["setRevenueGroup"], item?.revenueGroupID.text,
                    groups.map { look.choice($0.group.id.text, $0.group.name) }),
                .choice(
                    "look", words["setLook"], (item?.look ?? .plain).rawValue,
                    MenuItem.Look.allCases.map { SettingsField.Choice(value: $0.rawValue, name: words["setLook.\($0.rawValue)"]) }),
                look.inUse(item?.isActive ?? true),
            ])
        },
        save: { look, fields in
            let before = try look.named(look.settings.menu.items)
            let draft = MenuItemDraft(
                code: try before?.code ?? fields.number("code", .articleCode), nameFR: try fields.text("nameFR"),
                nameEN: try fields.optionalText("nameEN"), pageID: try fields.id("page", .menuPage),
                price: try fields.amount("price", look.settings.property.currency), taxClassID: try fields.id("tax", .taxClass),
                revenueGroupID: try fields.id("revenueGroup", .revenueGroup),
                look: try fields.parsed("look") { MenuItem.Look(rawValue: $0) }, isActive: try fields.flag("active"))
            try fields.nothingElse()
            _ = try await look.restaurant.saveMenuItem(draft, id: before?.id, by: look.visit.cashier)
            return "/configuration/settings/articles"
        })

    /// Configuration › Settings › Tax classes.
    static let taxClasses = SettingsSection(
        slug: "tax-classes", group: .settings, title: "setTaxClasses",
        list: { look in
            let words = look.words
            return SettingsList(
                title: words["setTaxClasses"], lead: words["setTaxClassesLead"],
                rows: look.settings.menu.taxClasses.map { entry in
                    SettingsList.Row(
                        path: "/configuration/settings/tax-classes/\(entry.taxClass.id)",
                        name: entry.taxClass.name.text(in: look.language),
                        facts: "\(entry.code) · \(MoneyText(look.language).text(entry.taxClass.rate))", isOff: !entry.isActive,
                        chip: look.chip(isActive: entry.isActive))
                }, addPath: "/configuration/settings/tax-classes/add", empty: words["setNothingYet"])
        },
        form: { look in
            let words = look.words
            let taxClass = try look.named(look.settings.menu.taxClasses.map(\.taxClass))
            let entry = look.settings.menu.taxClasses.first { $0.taxClass.id == taxClass?.id }
            return SettingsForm(fields: [
                entry.map { .fixed(words["setCode"], $0.code) } ?? .text("code", words["setCode"], "", lengthMax: 16),
                .text("nameFR", words["setNameFR"], taxClass?.name.fr ?? ""),
                .text("nameEN", words["setNameEN"], taxClass?.name.en ?? "", hint: words["setNameENHint"]),
                .text(
                    "rate", words["setTaxRate"], taxClass.map { look.percent($0.rate) } ?? "", hint: words["setTaxRateHint"], lengthMax: 6),
                look.inUse(entry?.isActive ?? true),
            ])
        },
        save: { look, fields in
            let before = try look.named(look.settings.menu.taxClasses.map(\.taxClass))
            let code = try before == nil ? fields.text("code") : ""
            let (fr, en) = (try fields.text("nameFR"), try fields.optionalText("nameEN"))
            let (rate, isActive) = (try fields.text("rate"), try fields.flag("active"))
            try fields.nothingElse()
            _ = try await look.restaurant.saveTaxClass(
                id: before?.id, code: code, nameFR: fr, nameEN: en, rate: rate, isActive: isActive, by: look.visit.cashier)
            return "/configuration/settings/tax-classes"
        })

    /// Configuration › Settings › Tips: the largest that is taken (`S1-08`).
    static let tipLimit = SettingsSection(
        slug: "tips", group: .settings, title: "setTips", isSingle: true,
        list: { _ in SettingsList(title: "", lead: "", rows: [], addPath: nil, empty: "") },
        form: { look in
            SettingsForm(fields: [
                .text(
                    "percent", look.words["setTipLimit"], look.percent(look.settings.property.tipShareMax),
                    hint: look.words["setTipLimitHint"], lengthMax: 6)
            ])
        },
        save: { look, fields in
            let percent = try fields.text("percent")
            try fields.nothingElse()
            try await look.restaurant.setTipLimit(percent: percent, by: look.visit.cashier)
            return "/configuration/settings/tips/edit"
        })
}

extension SettingsVisit {
    fileprivate func choice(_ value: String, _ name: LocalizedName) -> SettingsField.Choice {
        SettingsField.Choice(value: value, name: name.text(in: language))
    }

    fileprivate func text(of taxClass: TaxClass) -> String {
        "\(taxClass.name.text(in: language)) · \(MoneyText(language).text(taxClass.rate))"
    }

    /// A share as it is typed: percent, with the language's own mark before the fraction.
    fileprivate func percent(_ rate: Rate) -> String {
        String(MoneyText(language).text(rate).dropLast(words["percent"].count))
    }
}

extension FormFields {
    /// What was chosen from a list.
    /// - Throws: `Refusal.settingInvalid` about the field when it is no identity.
    fileprivate mutating func id<Subject>(_ name: String, _ field: SettingField) throws -> Identifier<Subject> {
        guard let id = try optionalText(name).flatMap({ Identifier<Subject>(text: $0) }) else { throw Refusal.settingInvalid(field) }
        return id
    }
}
