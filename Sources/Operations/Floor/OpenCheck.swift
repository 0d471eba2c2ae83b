package import PointOfSale
import Storage

extension Restaurant {
    /// Opens a check at a table, or at the counter without one.
    ///
    /// A table has one open check: asking again gives the one that is there.
    /// - Parameter till: the set-up of the till that it is opened on, where that is known.
    /// - Throws: `Refusal` — not permitted, unknown outlet, table or till, covers out of range, key reused.
    package func openCheck(
        key: ClientKey, outlet outletID: OutletID, table tableID: TableID?, covers: Int, till: TillConfigurationID? = nil,
        by cashier: Cashier
    ) async throws -> Answered<Check> {
        try cashier.mustBeAllowed(.takeOrders)
        guard (1...Check.coversMax).contains(covers) else { throw Refusal.coversOutOfRange(Check.coversMax) }
        let moment = now()
        let request = "\(outletID) \(tableID?.text ?? "-") \(covers)" + (till.map { " \($0)" } ?? "")
        return try await database.write { tx in
            if let first = try tx.firstAnswer(to: key, of: .openCheck, request: request) {
                return Answered(try tx.existingCheck(CheckID(text: first)), isRepeat: true)
            }
            guard let outlet = try tx.outlet(outletID), outlet.isActive else { throw Refusal.unknownOutlet }
            if let till { guard try tx.isTill(till, of: outlet.id) else { throw Refusal.unknownTillConfiguration } }
            let table = try tx.tableToOpen(tableID, in: outlet)
            if let table, let open = try tx.openCheck(table: table.id) { return Answered(open, isRepeat: true) }
            let property = try tx.property()
            let check = Check(
                id: .make(at: moment), number: try tx.nextCheckNumber(), outletID: outlet.id, tableID: table?.id,
                tableNumber: table?.number,
                covers: covers, businessDate: try tx.openBusinessDate(at: moment),
                servicePeriod: outlet.servicePeriods.period(at: property.calendar.localTime(at: moment)).number,
                currency: property.currency,
                openedAt: moment, openedBy: cashier.id, tillConfigurationID: till, floorPlanID: table?.floorPlanID)
            try tx.insertCheck(check)
            try tx.remember(key, of: .openCheck, request: request, answer: check.id.text, at: moment)
            try tx.journal(.checkOpened, subject: check.id.text, by: cashier.id, at: moment)
            return Answered(check, isRepeat: false)
        }
    }
}

extension SQLTransaction {
    /// The check, or a refusal: whoever named it is outside this program.
    func existingCheck(_ id: CheckID?) throws -> Check {
        guard let id, let check = try check(id) else { throw Refusal.unknownCheck }
        return check
    }

    fileprivate func tableToOpen(_ id: TableID?, in outlet: Outlet) throws -> Table? {
        guard let id else { return nil }
        guard let table = try table(id), table.isActive, try floorPlans(outlet.id).contains(where: { $0.id == table.floorPlanID }) else {
            throw Refusal.unknownTable
        }
        return table
    }
}
