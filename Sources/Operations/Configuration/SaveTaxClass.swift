package import PointOfSale
import Storage

extension Restaurant {
    /// Adds a tax class, changes its rate, or takes it out of use; its code stays. What was ordered before keeps the rate of then.
    /// - Parameter rate: percent as people write it: `10`, `5,5`.
    /// - Throws: `Refusal` — not permitted, unknown, a field that is wrong, a code that is taken, articles still taxed by it.
    package func saveTaxClass(
        id: TaxClassID? = nil, code: String, nameFR: String, nameEN: String?, rate percent: String, isActive: Bool = true,
        by cashier: Cashier
    ) async throws -> TaxClass {
        try cashier.mustBeAllowed(.configure)
        let name = try SettingRules.name(fr: nameFR, en: nameEN)
        guard let rate = Rate(percent: SettingRules.trimmed(percent)) else { throw Refusal.settingInvalid(.taxRate) }
        let moment = now()
        return try await database.write { tx in
            let classes = try tx.allTaxClasses()
            let before = classes.first { $0.value.id == id }
            if id != nil, before == nil { throw Refusal.unknownSetting }
            let code = try before?.code ?? SettingRules.code(code)
            if before == nil, classes.contains(where: { $0.code.uppercased() == code.uppercased() }) { throw Refusal.settingTaken(.code) }
            let taxClass = TaxClass(id: before?.value.id ?? .catalogue("taxClass", code), name: name, rate: rate)
            if !isActive, try tx.sells(taxClass.id) { throw Refusal.settingInUse }
            try tx.upsert(taxClass, code: code, property: tx.property().id)
            try tx.switchTaxClass(taxClass.id, isActive: isActive)
            try tx.journalChange(
                of: taxClass.id.text, from: before.map { $0.value.facts($0.code, isActive: $0.isActive) },
                to: taxClass.facts(code, isActive: isActive), by: cashier.id, at: moment)
            return taxClass
        }
    }

    /// Sets the largest tip that is taken, as a share of the payment (`S1-08`).
    /// - Parameter percent: 0 to 100, as people write it: `20`, `12,5`.
    /// - Throws: `Refusal` — not permitted, no such share.
    package func setTipLimit(percent: String, by cashier: Cashier) async throws {
        try cashier.mustBeAllowed(.configure)
        guard let limit = Rate(percent: SettingRules.trimmed(percent)) else { throw Refusal.settingInvalid(.tipLimit) }
        let moment = now()
        try await database.write { tx in
            let before = try tx.property()
            let after = Property(
                id: before.id, name: before.name, currency: before.currency, calendar: before.calendar, language: before.language,
                tipShareMax: limit)
            try tx.upsert(after)
            try tx.journalChange(of: after.id.text, from: before.tipFacts, to: after.tipFacts, by: cashier.id, at: moment)
        }
    }
}

extension TaxClass {
    fileprivate func facts(_ code: String, isActive: Bool) -> SettingFacts {
        SettingFacts(
            subject: "taxClass \(code)", values: ["name": name.facts, "rate": rate.percentText, "active": String(isActive)])
    }
}

extension Property {
    fileprivate var tipFacts: SettingFacts { SettingFacts(subject: "property", values: ["tipPercentMax": tipShareMax.percentText]) }
}
