package import PointOfSale
import Storage

extension Restaurant {
    /// Adds a revenue group, changes one, or takes it out of use; its code stays.
    /// - Throws: `Refusal` — not permitted, unknown, a field that is wrong, what is taken, articles still sold under it.
    package func saveRevenueGroup(
        id: RevenueGroupID? = nil, code: String, nameFR: String, nameEN: String?, itemizer number: Int, isActive: Bool = true,
        by cashier: Cashier
    ) async throws -> RevenueGroup {
        try cashier.mustBeAllowed(.configure)
        let name = try SettingRules.name(fr: nameFR, en: nameEN)
        guard let itemizer = Itemizer(number) else { throw Refusal.settingInvalid(.itemizer) }
        let moment = now()
        return try await database.write { tx in
            let groups = try tx.revenueGroups(inUseOnly: false)
            let before = groups.first { $0.value.id == id }
            if id != nil, before == nil { throw Refusal.unknownSetting }
            let code = try before?.code ?? SettingRules.code(code)
            if before == nil, groups.contains(where: { $0.code.uppercased() == code.uppercased() }) { throw Refusal.settingTaken(.code) }
            let sharesItemizer = groups.contains { $0.isActive && $0.value.id != id && $0.value.itemizer == itemizer }
            if isActive, sharesItemizer { throw Refusal.settingTaken(.itemizer) }
            let group = RevenueGroup(id: before?.value.id ?? .catalogue("revenueGroup", code), name: name, itemizer: itemizer)
            if !isActive, try tx.sells(group.id) { throw Refusal.settingInUse }
            try tx.upsert(group, code: code, property: tx.property().id)
            try tx.switchRevenueGroup(group.id, isActive: isActive)
            try tx.journalChange(
                of: group.id.text, from: before?.value.facts(code, isActive: before?.isActive ?? true),
                to: group.facts(code, isActive: isActive), by: cashier.id, at: moment)
            return group
        }
    }
}

extension RevenueGroup {
    fileprivate func facts(_ code: String, isActive: Bool) -> SettingFacts {
        SettingFacts(
            subject: "revenueGroup \(code)",
            values: ["name": name.facts, "itemizer": String(itemizer.number), "active": String(isActive)])
    }
}
