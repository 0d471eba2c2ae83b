package import PointOfSale
import Storage

extension Restaurant {
    /// Adds an outlet, or changes one; its number stays, because the hotel goes by it.
    /// - Parameter id: the one to change; nil adds one.
    /// - Throws: `Refusal` — not permitted, unknown, a field that is wrong, a number that is taken, open checks in an outlet switched off.
    package func saveOutlet(
        id: OutletID? = nil, number: Int, name: String, whileHotelIsDown: Outlet.WhileHotelIsDown, isActive: Bool,
        integration: Integration? = nil, by cashier: Cashier
    ) async throws -> Outlet {
        try cashier.mustBeAllowed(.configure)
        let name = try SettingRules.name(name)
        let moment = now()
        return try await database.write { tx in
            let outlets = try tx.outlets()
            let before = outlets.first { $0.id == id }
            if id != nil, before == nil { throw Refusal.unknownSetting }
            let number = try SettingRules.number(before?.number ?? number, in: 1...99_999, .number)
            if before == nil, outlets.contains(where: { $0.number == number }) { throw Refusal.settingTaken(.number) }
            let outlet = Outlet(
                id: before?.id ?? .catalogue("outlet", String(number)), number: number, name: name,
                servicePeriods: before?.servicePeriods ?? .standard, whileHotelIsDown: whileHotelIsDown, isActive: isActive,
                integration: integration)
            try tx.mapOutletToItsNumber(tx.upsert(outlet, property: tx.property().id), at: moment)
            try tx.mustReachOpenChecks()
            guard try tx.outlets().contains(where: \.isActive) else { throw Refusal.settingInUse }
            try tx.journalChange(of: outlet.id.text, from: before?.facts, to: outlet.facts, by: cashier.id, at: moment)
            return outlet
        }
    }

    /// Sets the service periods of an outlet, each with its end: around the clock, without overlap or gap (`S1-14`).
    /// - Throws: `Refusal` — not permitted, unknown outlet, periods that do not follow on each other.
    package func saveServicePeriods(_ entries: [ServicePeriods.Entry], of id: OutletID, by cashier: Cashier) async throws {
        try cashier.mustBeAllowed(.configure)
        for entry in entries { _ = try SettingRules.name(fr: entry.name.fr, en: entry.name.en) }
        let periods = try ServicePeriods(entries: entries)
        let moment = now()
        try await database.write { tx in
            guard let before = try tx.outlet(id) else { throw Refusal.unknownOutlet }
            let outlet = Outlet(
                id: id, number: before.number, name: before.name, servicePeriods: periods, whileHotelIsDown: before.whileHotelIsDown,
                isActive: before.isActive, integration: before.integration)
            try tx.upsert(outlet, property: tx.property().id)
            try tx.journalChange(of: id.text, from: before.facts, to: outlet.facts, by: cashier.id, at: moment)
        }
    }
}

extension SQLTransaction {
    /// Refuses a change that would leave an open check at a table or in an outlet that nobody could reach any more.
    func mustReachOpenChecks() throws {
        guard try openChecksOutOfReach().isEmpty else { throw Refusal.settingInUse }
    }
}

extension Outlet {
    var facts: SettingFacts {
        let periods = servicePeriods.entries.map { "\($0.number) \(clock($0.startMinute))–\(clock($0.endMinute)) \($0.name.facts)" }
        return SettingFacts(
            subject: "outlet \(number)",
            values: [
                "name": name, "whileHotelIsDown": whileHotelIsDown.rawValue, "active": String(isActive),
                "hotelSystem": integration?.rawValue ?? "",
                "servicePeriods": periods.joined(separator: ", "),
            ])
    }
}

/// Minutes after midnight as `05:30`.
func clock(_ minuteOfDay: Int) -> String {
    [minuteOfDay / 60, minuteOfDay % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
}
