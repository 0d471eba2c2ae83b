package import PointOfSale
import Storage

/// A till as somebody typed it into the back office.
package struct TillDraft: Hashable, Sendable {
    package var number: Int
    package var name: String
    package var outletID: OutletID
    package var floorPlanID: FloorPlanID?
    /// Empty allows every method in use.
    package var methodIDs: Set<PaymentMethodID>
    package var isActive: Bool

    /// A draft.
    package init(
        number: Int, name: String, outletID: OutletID, floorPlanID: FloorPlanID? = nil, methodIDs: Set<PaymentMethodID> = [],
        isActive: Bool = true
    ) {
        self.number = number
        self.name = name
        self.outletID = outletID
        self.floorPlanID = floorPlanID
        self.methodIDs = methodIDs
        self.isActive = isActive
    }
}

extension Restaurant {
    /// Adds a till's set-up, or changes one; its number stays.
    /// - Throws: `Refusal` — not permitted, unknown, a field that is wrong, a number that is taken.
    package func saveTillConfiguration(_ draft: TillDraft, id: TillConfigurationID? = nil, by cashier: Cashier) async throws
        -> TillConfiguration
    {
        try cashier.mustBeAllowed(.configure)
        let name = try SettingRules.name(draft.name)
        let moment = now()
        return try await database.write { tx in
            let tills = try tx.tillConfigurations()
            let before = tills.first { $0.id == id }
            if id != nil, before == nil { throw Refusal.unknownSetting }
            let number = try SettingRules.number(before?.number ?? draft.number, in: 1...9999, .number)
            if before == nil, tills.contains(where: { $0.number == number }) { throw Refusal.settingTaken(.number) }
            guard let outlet = try tx.outlet(draft.outletID), outlet.isActive else { throw Refusal.settingInvalid(.outlet) }
            if let plan = draft.floorPlanID, try !tx.floorPlans(outlet.id).contains(where: { $0.id == plan }) {
                throw Refusal.settingInvalid(.floorPlan)
            }
            let methods = try tx.paymentMethods()
            guard draft.methodIDs.isSubset(of: methods.map(\.id)) else { throw Refusal.settingInvalid(.paymentMethods) }
            let till = TillConfiguration(
                id: before?.id ?? .catalogue("till", String(number)), number: number, name: name, outletID: outlet.id,
                floorPlanID: draft.floorPlanID, methodIDs: draft.methodIDs, isActive: draft.isActive)
            try tx.upsert(till, property: tx.property().id)
            let codes = Dictionary(uniqueKeysWithValues: methods.map { ($0.id, $0.code) })
            try tx.journalChange(
                of: till.id.text, from: before?.facts(codes, outlets: tx.outlets()), to: till.facts(codes, outlets: tx.outlets()),
                by: cashier.id, at: moment)
            return till
        }
    }
}

extension TillConfiguration {
    fileprivate func facts(_ codes: [PaymentMethodID: String], outlets: [Outlet]) -> SettingFacts {
        SettingFacts(
            subject: "till \(number)",
            values: [
                "name": name, "outlet": outlets.first { $0.id == outletID }.map { String($0.number) } ?? "",
                "floorPlan": floorPlanID?.text ?? "", "methods": methodIDs.compactMap { codes[$0] }.sorted().joined(separator: " "),
                "active": String(isActive),
            ])
    }
}
