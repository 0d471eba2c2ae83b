import Operations
import PointOfSale

extension SettingsSection {
    /// Configuration › Settings › Discounts (`S2-11`).
    static let discounts = SettingsSection(
        slug: "discounts", group: .settings, title: "setDiscounts",
        list: { look in
            let words = look.words
            return SettingsList(
                title: words["setDiscounts"], lead: words["setDiscountsLead"],
                rows: look.settings.discountPresets.map { preset in
                    let facts = [
                        look.text(of: preset.value), words["setDiscountScope.\(preset.scope.rawValue)"],
                        preset.needsManager ? words["setDiscountManager"] : nil,
                    ]
                    return SettingsList.Row(
                        path: "/configuration/settings/discounts/\(preset.id)", name: preset.name.text(in: look.language),
                        facts: facts.compactMap { $0 }.joined(separator: " · "), isOff: !preset.isActive,
                        chip: look.chip(isActive: preset.isActive))
                }, addPath: "/configuration/settings/discounts/add", empty: words["setNothingYet"])
        },
        form: { look in
            let words = look.words
            let preset = try look.named(look.settings.discountPresets)
            let (percent, amount) = look.typed(preset?.value)
            return SettingsForm(fields: [
                .text("nameFR", words["setNameFR"], preset?.name.fr ?? ""),
                .text("nameEN", words["setNameEN"], preset?.name.en ?? "", hint: words["setNameENHint"]),
                .text("percent", words["setDiscountPercent"], percent, hint: words["setDiscountPercentHint"], lengthMax: 6),
                .text("amount", words["setDiscountAmount"], amount, hint: words["setDiscountAmountHint"], lengthMax: 12),
                .choice(
                    "scope", words["setDiscountScope"], (preset?.scope ?? .both).rawValue,
                    DiscountPreset.Scope.allCases.map {
                        SettingsField.Choice(value: $0.rawValue, name: words["setDiscountScope.\($0.rawValue)"])
                    }),
                .check("manager", words["setDiscountManager"], preset?.needsManager ?? false),
                .number("position", words["setPosition"], preset.map { $0.position + 1 }),
                look.inUse(preset?.isActive ?? true),
            ])
        },
        save: { look, fields in
            let before = try look.named(look.settings.discountPresets)
            let draft = DiscountPresetDraft(
                nameFR: try fields.text("nameFR"), nameEN: try fields.optionalText("nameEN"),
                percent: try fields.optionalText("percent") ?? "", amount: try fields.optionalText("amount") ?? "",
                scope: try fields.parsed("scope") { DiscountPreset.Scope(rawValue: $0) }, needsManager: try fields.flag("manager"),
                position: try fields.optionalText("position").map { text in
                    guard let position = Int(text) else { throw Refusal.settingInvalid(.position) }
                    return position
                }, isActive: try fields.flag("active"))
            try fields.nothingElse()
            _ = try await look.restaurant.saveDiscountPreset(draft, id: before?.id, by: look.visit.cashier)
            return "/configuration/settings/discounts"
        })
}

extension SettingsVisit {
    fileprivate func text(of value: DiscountValue) -> String {
        let money = MoneyText(language)
        return switch value {
        case .share(let rate): money.text(rate)
        case .amount(let amount): money.text(amount)
        }
    }

    /// The two fields as they are typed: one of them is empty.
    fileprivate func typed(_ value: DiscountValue?) -> (percent: String, amount: String) {
        let money = MoneyText(language)
        return switch value {
        case .share(let rate): (String(money.text(rate).dropLast(words["percent"].count)), "")
        case .amount(let amount): ("", money.field(amount))
        case nil: ("", "")
        }
    }
}
