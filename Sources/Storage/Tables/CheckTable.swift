package import PointOfSale

extension SQLTransaction {
    /// A check with its lines, voids, discounts and tenders, or nil.
    package func check(_ id: CheckID) throws -> Check? {
        try checks(where: "id = $1", children: "check_id = $1", id).first
    }

    /// The open checks of an outlet, refunds aside, with all that belongs to them, oldest first.
    package func openChecks(outlet: OutletID) throws -> [Check] {
        let open = "outlet_id = $1 and state = 'open' and refunds is null"
        return try checks(where: open, children: "check_id in (select id from guest_check where \(open))", outlet)
    }

    /// The open check of a table, or nil.
    package func openCheck(table: TableID) throws -> Check? {
        guard let row = try first("select id from guest_check where table_id = $1 and state = 'open'", table) else { return nil }
        return try check(row.id("id"))
    }

    /// Writes a new, empty check. Throws `StorageFault.constraint(.unique)` when its table has an open one, or the number is taken.
    package func insertCheck(_ check: Check) throws {
        try mustChangeOne(
            "outlet", check.outletID.text,
            try execute(
                """
                insert into guest_check (id, property_id, number, outlet_id, table_id, table_number, covers, state, business_date,
                    service_period, currency, opened_at, opened_by, till_configuration_id, floor_plan_id, refunds)
                select $1, property_id, $2, id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14 from outlet where id = $15
                """,
                check.id, check.number, check.tableID, check.tableNumber, check.covers, check.state.rawValue, check.businessDate,
                check.servicePeriod, check.currency.code, check.openedAt, check.openedBy, check.tillConfigurationID,
                check.floorPlanID, check.refunds, check.outletID))
    }

    /// Sets how many guests an open check serves. Throws `StorageFault.missing` when there is no such open check.
    package func setCovers(_ id: CheckID, to covers: Int) throws {
        try mustChangeOne(
            "open check", id.text, try execute("update guest_check set covers = $1 where id = $2 and state = 'open'", covers, id))
    }

    /// Closes an open check, once; its receipt comes out where the outlet prints them by itself.
    /// Throws `StorageFault.illegalMove` when it is not open.
    package func closeCheck(_ id: CheckID, at moment: Timestamp) throws {
        let changed = try execute(
            """
            update guest_check set state = 'closed', closed_at = $1,
                closed_total = (select coalesce(sum(amount), 0) from tender where check_id = $2 and state = 'settled')
            where id = $2 and state = 'open'
            """,
            moment, id)
        guard changed == 1 else {
            let state = try first("select state from guest_check where id = $1", id)?.text("state")
            throw StorageFault.illegalMove("check", id: id.text, from: state ?? "nothing", to: "closed")
        }
        try enqueueReceiptIfAlways(id, at: moment)
    }

    /// The date and time that all postings of a check carry: `stamp` at the first one, ever after what the first one set.
    package func stampForPosting(_ id: CheckID, _ stamp: PostingStamp) throws -> PostingStamp {
        let row = try first(
            "update guest_check set posting_stamp = coalesce(posting_stamp, $1) where id = $2 returning posting_stamp", stamp, id)
        guard let row else { throw StorageFault.missing("check", id: id.text) }
        return try row.stamp("posting_stamp")
    }

    private func checks(where condition: String, children: String, _ value: any SQLBindable) throws -> [Check] {
        let rows = try query("select * from guest_check where \(condition) order by id", value)
        guard !rows.isEmpty else { return [] }
        let currencies = Dictionary(uniqueKeysWithValues: try rows.map { (try $0.text("id"), try $0.currency("currency")) })
        let lines = try checkLines(where: children, value, currencies)
        let voids = try lineVoids(where: children, value)
        let tenders = try tenders(where: children, value, currencies)
        let discounts = try discounts(where: children, value, currencies)
        return try rows.map { row in
            let id = try row.text("id")
            return try Self.check(
                row, lines: lines[id] ?? [], voids: voids[id] ?? [], tenders: tenders[id] ?? [], discounts: discounts[id] ?? ([], []))
        }
    }

    private static func check(
        _ row: SQLRow, lines: [CheckLine], voids: [LineVoid], tenders: [Tender], discounts: (given: [Discount], removals: [DiscountRemoval])
    ) throws -> Check {
        Check(
            id: try row.id("id"), number: try row.int("number"), outletID: try row.id("outlet_id"),
            tableID: try row.optionalID("table_id"), tableNumber: try row.optionalInt("table_number"), covers: try row.int("covers"),
            state: try row.state("state"), businessDate: try row.date("business_date"), servicePeriod: try row.int("service_period"),
            currency: try row.currency("currency"), openedAt: try row.moment("opened_at"), openedBy: try row.id("opened_by"),
            closedAt: try row.optionalMoment("closed_at"),
            postingStamp: try row.isNull("posting_stamp") ? nil : row.stamp("posting_stamp"),
            tillConfigurationID: try row.optionalID("till_configuration_id"), floorPlanID: try row.optionalID("floor_plan_id"),
            refunds: try row.optionalID("refunds"), lines: lines, voids: voids,
            tenders: tenders, discounts: discounts.given, discountRemovals: discounts.removals)
    }
}
