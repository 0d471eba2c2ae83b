package import PointOfSale
import Storage

extension Restaurant {
    /// Adds a floor plan, changes one, or takes it out of use with its tables.
    /// - Parameters:
    ///   - id: the one to change; nil adds one.
    ///   - outletID: where it is; a plan that is there stays in its outlet.
    ///   - position: where it stands among the outlet's plans, from 0.
    /// - Throws: `Refusal` — not permitted, unknown, a field that is wrong, a name that is taken, open checks at a table of it.
    package func saveFloorPlan(
        id: FloorPlanID? = nil, outlet outletID: OutletID, name: String, position: Int, isActive: Bool = true, by cashier: Cashier
    ) async throws -> FloorPlan {
        try cashier.mustBeAllowed(.configure)
        let name = try SettingRules.name(name)
        _ = try SettingRules.number(position, in: 0...999, .position)
        let moment = now()
        return try await database.write { tx in
            let before = try id.flatMap { try tx.floorPlan($0) }
            if id != nil, before == nil { throw Refusal.unknownSetting }
            guard let outlet = try tx.outlet(before?.outletID ?? outletID) else { throw Refusal.settingInvalid(.outlet) }
            let others = try tx.floorPlans(outlet.id).filter { $0.id != id }
            if others.contains(where: { $0.name == name }) { throw Refusal.settingTaken(.name) }
            let plan = FloorPlan(id: before?.id ?? .make(at: moment), outletID: outlet.id, name: name, position: position)
            let kept = before == nil ? try tx.upsert(plan) : plan.id
            if before != nil { try tx.change(plan) }
            if !isActive {
                try tx.switchOff(kept)
                try tx.mustReachOpenChecks()
                if try tx.tillConfigurations().contains(where: { $0.isActive && $0.floorPlanID == kept }) { throw Refusal.settingInUse }
            }
            try tx.journalChange(
                of: kept.text, from: before?.facts(isActive: true), to: plan.facts(isActive: isActive), by: cashier.id, at: moment)
            return FloorPlan(id: kept, outletID: plan.outletID, name: plan.name, position: plan.position)
        }
    }

    /// Adds a table to a plan, changes one, or takes it out of use; its number stays.
    /// - Parameter table: seats 1 to 99, place 0 to 40 on the plan's grid; its identity is kept where the number is known.
    /// - Throws: `Refusal` — not permitted, unknown, a field that is wrong, a number or a place that is taken, an open check at it.
    package func saveTable(
        id: TableID? = nil, plan planID: FloorPlanID, number: Int, seats: Int, x: Int, y: Int, isActive: Bool = true, by cashier: Cashier
    ) async throws -> Table {
        try cashier.mustBeAllowed(.configure)
        _ = try SettingRules.number(seats, in: 1...99, .seats)
        for place in [x, y] { _ = try SettingRules.number(place, in: 0...40, .place) }
        let moment = now()
        return try await database.write { tx in
            guard let plan = try tx.floorPlan(planID) else { throw Refusal.unknownSetting }
            let all = try tx.outlets().flatMap { try tx.tables(outlet: $0.id) }
            let before = all.first { $0.id == id }
            if id != nil, before?.floorPlanID != planID { throw Refusal.unknownSetting }
            let number = try SettingRules.number(before?.number ?? number, in: 1...9999, .number)
            if before == nil, all.contains(where: { $0.number == number && $0.isActive }) { throw Refusal.settingTaken(.number) }
            let isTaken = all.contains {
                $0.floorPlanID == plan.id && $0.isActive && $0.number != number && ($0.x, $0.y) == (x, y)
            }
            if isTaken, isActive { throw Refusal.settingTaken(.place) }
            let table = Table(
                id: before?.id ?? .catalogue("table", String(number)), floorPlanID: plan.id, number: number, seats: seats, x: x, y: y,
                isActive: isActive)
            let kept = try tx.upsert(table, property: tx.property().id)
            try tx.mustReachOpenChecks()
            try tx.journalChange(
                of: kept.text, from: before?.facts(plan), to: table.facts(plan), by: cashier.id, at: moment)
            return table
        }
    }
}

extension FloorPlan {
    fileprivate func facts(isActive: Bool) -> SettingFacts {
        SettingFacts(
            subject: "floorPlan \(name)", values: ["name": name, "position": String(position), "active": String(isActive)])
    }
}

extension Table {
    fileprivate func facts(_ plan: FloorPlan) -> SettingFacts {
        SettingFacts(
            subject: "table \(number)",
            values: ["floorPlan": plan.name, "seats": String(seats), "place": "\(x), \(y)", "active": String(isActive)])
    }
}
