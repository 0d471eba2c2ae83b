package import PointOfSale

/// What was paid on a business date, added up in every way that a report asks for. One walk over the payments.
package struct DayFigures: Sendable {
    /// One sum of payments that share all of this.
    package struct Cell: Sendable, Hashable {
        package let outletID: OutletID
        package let servicePeriod: Int
        package let methodID: PaymentMethodID
        package let kind: String
        package let cashierID: CashierID
        package let state: Tender.State
        package let tenders: Int
        package let amount: Money
        package let tip: Money
    }

    /// What one rate of tax came to.
    package struct Tax: Sendable, Hashable {
        package let rate: Rate
        package let gross: Money
        package let tax: Money
    }

    /// Payments that no posting of revenue told the hotel of.
    package struct Untold: Sendable, Hashable {
        package let methodID: PaymentMethodID
        /// Whether its window is not made yet.
        package let isWaiting: Bool
        package let tenders: Int
        package let total: Money
    }

    package let cells: [Cell]
    package let subtotals: [Itemizer: Money]
    package let taxes: [Tax]
    /// What the hotel accepted on rooms and paymasters, by the kind of payment: the sums of the postings themselves.
    package let accepted: [String: Money]
    package let untold: [Untold]
    /// Different checks with a settled payment.
    package let checks: Int
}

extension SQLTransaction {
    /// The figures of a business date.
    package func dayFigures(of date: BusinessDate, in currency: Currency) throws -> DayFigures {
        let checks = try first(
            "select count(distinct check_id) as count from tender where business_date = $1 and state = 'settled'", date)
        return DayFigures(
            cells: try dayCells(date, currency), subtotals: try daySubtotals(date, currency), taxes: try dayTaxes(date, currency),
            accepted: try dayAccepted(date, currency), untold: try dayUntold(date, currency), checks: try checks?.int("count") ?? 0)
    }

    private func dayCells(_ date: BusinessDate, _ currency: Currency) throws -> [DayFigures.Cell] {
        try query(
            """
            select c.outlet_id, c.service_period, t.payment_method_id, t.kind, t.taken_by, t.state, count(*) as tenders,
                sum(t.amount) as amount, sum(t.tip) as tip
            from tender t cross join guest_check c
            where t.business_date = $1 and t.state <> 'refused' and c.id = t.check_id
            group by c.outlet_id, c.service_period, t.payment_method_id, t.kind, t.taken_by, t.state
            order by c.outlet_id, c.service_period, t.payment_method_id, t.taken_by, t.state
            """,
            date
        ).map { row in
            DayFigures.Cell(
                outletID: try row.id("outlet_id"), servicePeriod: try row.int("service_period"),
                methodID: try row.id("payment_method_id"), kind: try row.text("kind"), cashierID: try row.id("taken_by"),
                state: try row.state("state"), tenders: try row.int("tenders"), amount: try row.money("amount", in: currency),
                tip: try row.money("tip", in: currency))
        }
    }

    private func daySubtotals(_ date: BusinessDate, _ currency: Currency) throws -> [Itemizer: Money] {
        let rows = try query(
            """
            select s.itemizer, sum(s.amount) as amount from tender t cross join tender_share s
            where t.business_date = $1 and t.state = 'settled' and s.tender_id = t.id group by s.itemizer
            """,
            date)
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.itemizer("itemizer"), try $0.money("amount", in: currency)) })
    }

    private func dayTaxes(_ date: BusinessDate, _ currency: Currency) throws -> [DayFigures.Tax] {
        try query(
            """
            select x.basis_points, sum(x.gross) as gross, sum(x.tax) as tax from tender t cross join tender_tax x
            where t.business_date = $1 and t.state = 'settled' and x.tender_id = t.id group by x.basis_points order by x.basis_points
            """,
            date
        ).map { row in
            DayFigures.Tax(
                rate: try row.rate("basis_points"), gross: try row.money("gross", in: currency), tax: try row.money("tax", in: currency))
        }
    }

    private func dayAccepted(_ date: BusinessDate, _ currency: Currency) throws -> [String: Money] {
        let rows = try query(
            """
            select t.kind, sum(p.total) as total from tender t cross join folio_posting p
            where t.business_date = $1 and t.kind in ('room', 'paymaster') and p.tender_id = t.id and p.state = 'accepted'
            group by t.kind
            """,
            date)
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.text("kind"), try $0.money("total", in: currency)) })
    }

    private func dayUntold(_ date: BusinessDate, _ currency: Currency) throws -> [DayFigures.Untold] {
        let transmits = try transmitsReceipts()
        let isClosed = try closedDay(date) != nil
        return try query(
            """
            select t.payment_method_id, count(*) as tenders, sum(t.amount + t.tip) as total,
                case when m.hotel_code = '' then 0 else 1 end as has_code
            from tender t join payment_method m on m.id = t.payment_method_id
            where t.business_date = $1 and t.state = 'settled' and t.kind not in ('room', 'paymaster')
                and not exists (select 1 from revenue_tender r where r.tender_id = t.id)
            group by t.payment_method_id, has_code order by t.payment_method_id, has_code
            """,
            date
        ).map { row in
            let waits = try transmits && !isClosed && row.bool("has_code")
            return DayFigures.Untold(
                methodID: try row.id("payment_method_id"), isWaiting: waits, tenders: try row.int("tenders"),
                total: try row.money("total", in: currency))
        }
    }
}
