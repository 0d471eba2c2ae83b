package import PointOfSale

/// How far the books have come.
package struct RevenueProgress: Hashable, Sendable {
    /// Up to this moment the windows of revenue are made.
    package let madeUntil: Timestamp
    /// The first business date that is not closed.
    package let openDate: BusinessDate

    /// How far.
    package init(madeUntil: Timestamp, openDate: BusinessDate) {
        self.madeUntil = madeUntil
        self.openDate = openDate
    }
}

/// A business date that is closed.
package struct ClosedDay: Hashable, Sendable {
    package let businessDate: BusinessDate
    package let closedAt: Timestamp
    /// Nil when the clock closed it.
    package let closedBy: CashierID?
    /// Checks that were carried to the next date.
    package let openChecks: Int
}

extension SQLTransaction {
    /// How far the books have come; nil before the first look.
    package func revenueProgress() throws -> RevenueProgress? {
        try first("select * from revenue_progress where property_id = (select id from property)").map {
            RevenueProgress(madeUntil: try $0.moment("made_until"), openDate: try $0.date("open_date"))
        }
    }

    /// The business date that money moved at that moment counts for: that of the clock, but never one that is closed already. A payment
    /// written seconds late, or under a clock that was set back, would otherwise be told to nobody.
    package func openBusinessDate(at moment: Timestamp) throws -> BusinessDate {
        let today = try property().calendar.businessDate(at: moment)
        return max(today, try revenueProgress()?.openDate ?? today)
    }

    /// Writes down how far the books have come.
    package func setRevenueProgress(_ progress: RevenueProgress) throws {
        try execute(
            """
            insert into revenue_progress (property_id, made_until, open_date) values ((select id from property), $1, $2)
            on conflict (property_id) do update set made_until = $1, open_date = $2
            """,
            progress.madeUntil, progress.openDate)
    }

    /// What becomes of open checks at closing.
    package func openChecksAtClosing() throws -> OpenChecksAtClosing {
        try first("select open_checks_at_closing from property")?.state("open_checks_at_closing") ?? .carry
    }

    /// Sets what becomes of open checks at closing.
    package func setOpenChecksAtClosing(_ rule: OpenChecksAtClosing) throws {
        try execute("update property set open_checks_at_closing = $1", rule.rawValue)
    }

    /// How many checks of that date, or of an earlier one, are still open.
    package func openCheckCount(until date: BusinessDate) throws -> Int {
        try first(
            """
            select count(*) as count from outlet o cross join guest_check c
            where c.outlet_id = o.id and c.state = 'open' and c.business_date <= $1
            """,
            date)?.int("count") ?? 0
    }

    /// Notes that a business date is closed. Throws `StorageFault.constraint(.unique)` when it is closed already.
    package func insertClosedDay(_ day: ClosedDay) throws {
        try execute(
            """
            insert into closed_day (property_id, business_date, closed_at, closed_by, open_checks)
            values ((select id from property), $1, $2, $3, $4)
            """,
            day.businessDate, day.closedAt, day.closedBy, day.openChecks)
    }

    /// When and by whom a business date was closed; nil while it is open.
    package func closedDay(_ date: BusinessDate) throws -> ClosedDay? {
        try first("select * from closed_day where property_id = (select id from property) and business_date = $1", date).map {
            ClosedDay(
                businessDate: date, closedAt: try $0.moment("closed_at"), closedBy: try $0.optionalID("closed_by"),
                openChecks: try $0.int("open_checks"))
        }
    }
}
