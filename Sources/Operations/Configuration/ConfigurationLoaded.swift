import Foundation
package import PointOfSale
package import Storage

/// What a load did, for whoever ran it.
package struct ConfigurationLoaded: Sendable, Hashable, CustomStringConvertible {
    package let outlets: Int
    package let tables: Int
    package let items: Int
    package let staff: Int
    package let paymentMethods: Int
    /// Staff who have no PIN yet and cannot sign in.
    package let staffWithoutPIN: [String]

    package var description: String {
        let sums = "\(outlets) outlets, \(tables) tables, \(items) articles, \(staff) staff, \(paymentMethods) payment methods loaded"
        guard !staffWithoutPIN.isEmpty else { return sums + "." }
        return sums + ".\nWithout a PIN, and so unable to sign in: \(staffWithoutPIN.joined(separator: ", "))."
    }
}

extension Catalogue {
    /// Checks a set and makes its catalogue. Throws `ConfigurationRejected` with every mistake.
    package init(_ set: ConfigurationSet) throws { self = try CatalogueBuilder.build(set) }

    /// Stores the catalogue in one transaction: replaces what has the same code, adds what is new, switches off what is gone. Nothing that
    /// a check points at is deleted.
    /// - Throws: `ConfigurationRejected` when what is in the database forbids it, or a `StorageFault`; nothing has changed then.
    package func load(
        into database: any Database, pepper: PINPepper, at moment: Timestamp, by cashier: CashierID? = nil
    ) async throws -> ConfigurationLoaded {
        let digests = try await digests(with: pepper)
        let link = try sealedLink(pepper)
        return try await database.write { tx in
            let house = property.id
            try mustKeepCurrency(in: tx)
            try tx.upsert(try propertyToKeep(in: tx, at: moment))
            try tx.switchOffCatalogue()
            for (code, taxClass) in taxClasses { try tx.upsert(taxClass, code: code, property: house) }
            for (code, group) in revenueGroups { try tx.upsert(group, code: code, property: house) }
            for (code, category) in categories { try tx.upsert(category, code: code, property: house) }
            for item in items { try tx.upsert(item, property: house) }
            for outlet in outlets { try tx.mapOutletToItsNumber(tx.upsert(outlet, property: house), at: moment) }
            let plans = try loadFloorPlans(in: tx, at: moment)
            let gateways = try tx.paymentMethods().reduce(into: [:]) { $0[$1.code] = $1.serverAddress }
            for method in paymentMethods { try tx.upsert(method.handedOver(at: gateways[method.code] ?? ""), property: house) }
            for till in tills { try tx.upsert(till.opening(on: till.floorPlanID.flatMap { plans[$0] }), property: house) }
            for mapping in revenueMappings { try tx.setRevenueMapping(mapping.standing(on: plans)) }
            try loadPaper(in: tx)
            try loadDiscounts(in: tx)
            if let openChecksAtClosing { try tx.setOpenChecksAtClosing(openChecksAtClosing) }
            for cashier in staff { try tx.upsert(cashier, property: house) }
            try tx.takePINsOfWhoLeft()
            try setPINs(digests, in: tx)
            try mustKeepOpenChecksInReach(in: tx)
            if let link { try tx.setHotelLink(link.keepingKey(of: tx.hotelLink())) }
            if var roomRaccoon {
                let before = try tx.roomRaccoonLink()
                if let before, before.isTest != roomRaccoon.isTest, try tx.hasPostingsUnderWay(for: .roomRaccoon) {
                    throw Refusal.postingsUnderWay
                }
                roomRaccoon.apiKey = before?.apiKey ?? ""
                try tx.setRoomRaccoonLink(roomRaccoon)
            }
            try operaCloud?.load(in: tx)
            try tx.journal(.configurationLoaded, subject: property.id.text, by: cashier, at: moment)
            let without = try staff.filter { try !tx.hasPIN($0.id) }.map(\.name)
            return ConfigurationLoaded(
                outlets: outlets.count, tables: tables.count, items: items.count, staff: staff.count, paymentMethods: paymentMethods.count,
                staffWithoutPIN: without)
        }
    }

    private func sealedLink(_ pepper: PINPepper) throws -> HotelLinkSettings? {
        guard var link = hotelLink else { return nil }
        link.authenticationKey = try link.authenticationKey.map { $0.isEmpty ? "" : try pepper.seal($0) }
        return link
    }

    /// The house as it will be: once there are checks, another closing time waits for the next business date (`S1-13`).
    private func propertyToKeep(in tx: any SQLTransaction, at moment: Timestamp) throws -> Property {
        guard let before = try tx.propertyIfConfigured(), try tx.hasChecks(),
            let moved = before.calendar.closing(at: property.calendar.closingMinute, decidedAt: moment),
            let calendar = BusinessCalendar(
                timeZoneName: property.calendar.timeZone.identifier, closingMinute: moved.closingMinute, change: moved.change)
        else { return property }
        return property.with(calendar)
    }

    /// Writes plans and tables. A plan that was renamed in the back office keeps its identity; one that is named as that once was gets a
    /// new one. Gives the lasting identity of each.
    private func loadFloorPlans(in tx: any SQLTransaction, at moment: Timestamp) throws -> [FloorPlanID: FloorPlanID] {
        var kept: [FloorPlanID: FloorPlanID] = [:]
        for plan in floorPlans {
            let namesake = try tx.floorPlan(plan.id)
            let id = namesake == nil || namesake?.name == plan.name ? plan.id : .make(at: moment)
            kept[plan.id] = try tx.upsert(FloorPlan(id: id, outletID: plan.outletID, name: plan.name, position: plan.position))
        }
        for table in tables { try tx.upsert(table.standing(on: kept[table.floorPlanID] ?? table.floorPlanID), property: property.id) }
        return kept
    }

    /// Slow on purpose, so side by side, and before the transaction, which holds up every other one.
    private func digests(with pepper: PINPepper) async throws -> [CashierID: String] {
        try await withThrowingTaskGroup(of: (CashierID, String).self) { group in
            for (id, pin) in pins { group.addTask { (id, try pepper.digest(of: pin)) } }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    private func mustKeepCurrency(in tx: any SQLTransaction) throws {
        guard let before = try tx.propertyIfConfigured(), before.currency != property.currency, try tx.hasChecks() else { return }
        throw ConfigurationRejected([
            ConfigurationProblem("property.currency", "cannot change any more: there are checks in \(before.currency.code)")
        ])
    }

    /// All given PINs are taken away before any is set, so that two people may swap theirs.
    private func setPINs(_ digests: [CashierID: String], in tx: any SQLTransaction) throws {
        for id in digests.keys { try tx.setPIN(nil, of: id) }
        let taken = try staff.filter { cashier in try digests[cashier.id].flatMap { try tx.cashier(pinDigest: $0) } != nil }
        guard taken.isEmpty else {
            throw ConfigurationRejected(
                taken.map { ConfigurationProblem("staff number \($0.number), pin", "somebody else has this PIN; give another") })
        }
        for (id, digest) in digests { try tx.setPIN(digest, of: id) }
    }

    private func mustKeepOpenChecksInReach(in tx: any SQLTransaction) throws {
        let left = try tx.openChecksOutOfReach()
        guard left.isEmpty else {
            throw ConfigurationRejected(
                left.map { ConfigurationProblem("check \($0)", "is open at a table or outlet that the set no longer has; close it first") })
        }
    }
}

extension HotelLinkSettings {
    /// A key that was left out is the one in force; an empty one is none.
    fileprivate func keepingKey(of before: HotelLinkSettings?) -> HotelLinkSettings {
        var link = self
        link.authenticationKey = authenticationKey.map { $0.isEmpty ? nil : $0 } ?? before?.authenticationKey
        return link
    }
}

extension TillConfiguration {
    fileprivate func opening(on plan: FloorPlanID?) -> TillConfiguration {
        TillConfiguration(
            id: id, number: number, name: name, outletID: outletID, floorPlanID: plan, methodIDs: methodIDs, isActive: isActive)
    }
}

extension Table {
    fileprivate func standing(on plan: FloorPlanID) -> Table {
        Table(id: id, floorPlanID: plan, number: number, seats: seats, x: x, y: y, isActive: isActive)
    }
}

extension RevenueMapping {
    fileprivate func standing(on plans: [FloorPlanID: FloorPlanID]) -> RevenueMapping {
        guard case .floorPlan(let plan) = scope, let kept = plans[plan] else { return self }
        return RevenueMapping(id: id, scope: .floorPlan(kept), hotelOutlet: hotelOutlet, itemizers: itemizers)
    }
}
