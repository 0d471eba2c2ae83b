package import PointOfSale
import Storage

/// A discount as an administrator sets it up; what a form gives, not yet checked.
package struct DiscountPresetDraft: Sendable, Hashable {
    package var nameFR: String
    package var nameEN: String?
    /// Percent as people write it: `10`, `12,5`; empty where it is an amount.
    package var percent: String
    /// As people write it: `5,00`; empty where it is a share.
    package var amount: String
    package var scope: DiscountPreset.Scope
    package var needsManager: Bool
    /// From 1; at the end of the list when nil.
    package var position: Int?
    package var isActive: Bool

    /// A draft.
    package init(
        nameFR: String, nameEN: String? = nil, percent: String = "", amount: String = "", scope: DiscountPreset.Scope = .both,
        needsManager: Bool = false, position: Int? = nil, isActive: Bool = true
    ) {
        self.nameFR = nameFR
        self.nameEN = nameEN
        self.percent = percent
        self.amount = amount
        self.scope = scope
        self.needsManager = needsManager
        self.position = position
        self.isActive = isActive
    }
}

extension Restaurant {
    /// Adds a discount to those that staff may give, changes one, or takes it out of use (`S2-11`). What was given before stays as it was.
    /// - Throws: `Refusal` — not permitted, unknown, a field that is wrong: one of percentage and amount, and not both.
    package func saveDiscountPreset(
        _ draft: DiscountPresetDraft, id: DiscountPresetID? = nil, by cashier: Cashier
    ) async throws -> DiscountPreset {
        try cashier.mustBeAllowed(.configure)
        let name = try SettingRules.name(fr: draft.nameFR, en: draft.nameEN)
        let moment = now()
        return try await database.write { tx in
            let presets = try tx.discountPresets()
            let before = presets.first { $0.id == id }
            if id != nil, before == nil { throw Refusal.unknownSetting }
            let value = try DiscountValue(
                percent: SettingRules.trimmed(draft.percent), amount: SettingRules.trimmed(draft.amount), tx.property().currency)
            let end = (presets.map(\.position).max() ?? -1) + 1
            let preset = DiscountPreset(
                id: before?.id ?? .make(at: moment), name: name, value: value, scope: draft.scope, needsManager: draft.needsManager,
                position: try SettingRules.number(
                    draft.position.map { $0 - 1 } ?? before?.position ?? end, in: 0...DiscountPreset.positionMax, .position),
                isActive: draft.isActive)
            try tx.upsert(preset)
            try tx.journalChange(of: preset.id.text, from: before?.facts, to: preset.facts, by: cashier.id, at: moment)
            return preset
        }
    }
}

extension DiscountValue {
    /// Takes what somebody typed: a percentage above nothing or an amount above nothing, and not both.
    /// - Throws: `Refusal.settingInvalid(.discountValue)`.
    init(percent: String, amount: String, _ currency: Currency) throws(Refusal) {
        if let rate = Rate(percent: percent), rate > .zero, amount.isEmpty {
            self = .share(rate)
        } else if let money = Money(typed: amount, currency), money.isPositive, percent.isEmpty {
            self = .amount(money)
        } else {
            throw .settingInvalid(.discountValue)
        }
    }

    /// For the journal and the configuration file: percent, or an amount.
    var texts: (percent: String?, amount: String?) {
        switch self {
        case .share(let rate): (rate.percentText, nil)
        case .amount(let amount): (nil, amount.plainText)
        }
    }
}

extension DiscountPreset {
    fileprivate var facts: SettingFacts {
        let (percent, amount) = value.texts
        return SettingFacts(
            subject: "discount \(name.fr)",
            values: [
                "name": name.facts, "percent": percent ?? "", "amount": amount ?? "", "appliesTo": scope.rawValue,
                "needsManager": String(needsManager), "position": String(position + 1), "active": String(isActive),
            ])
    }
}
