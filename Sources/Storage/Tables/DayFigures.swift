package import PointOfSale

/// What was paid on a business date, added up in every way that a report asks for. A hundred thousand checks a
/// day are added up within a second: each sum is one walk over an index.
package struct DayFigures: Sendable {
    /// So many payments, and what they come to.
    package struct Sum: Sendable, Hashable {
        package let tenders: Int
        package let amount: Money
        package let tip: Money
    }

    /// What was taken by one way of paying, by one of the staff, settled or under way.
    package struct Taking: Sendable, Hashable {
        package let methodID: PaymentMethodID
        package let cashierID: CashierID
        package let state: Tender.State
        package let sum: Sum
    }

    /// What was settled for the checks of one outlet's service period.
    package struct Sale: Sendable, Hashable {
        package let outletID: OutletID
        package let servicePeriod: Int
        package let sum: Sum
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

    /// What one kind of discount, given by one of the staff, took off what was sold: less than nothing, unless more of it was given
    /// back.
    package struct Discounted: Sendable, Hashable {
        package let name: LocalizedName
        package let cashierID: CashierID
        /// Checks that it was given on.
        package let checks: Int
        package let amount: Money
    }

    package let takings: [Taking]
    package let sales: [Sale]
    package let subtotals: [Itemizer: Money]
    package let taxes: [Tax]
    package let discounts: [Discounted]
    /// What the hotel accepted on rooms and paymasters, by the kind of payment: the sums of the postings themselves.
    package let accepted: [String: Money]
    package let untold: [Untold]
    /// Different checks with a settled payment.
    package let paidChecks: Int
    /// Checks that were closed without a payment, because nothing was to be paid.
    package let freeChecks: Int
}

extension DayFigures.Discounted {
    /// What was given away on a check that nothing was paid for.
    fileprivate static func all(of check: Check) -> [Self] {
        check.discountTotals.map { Self(name: $0.discount.name, cashierID: $0.discount.givenBy, checks: 1, amount: $0.amount) }
    }
}

extension SQLTransaction {
    /// The figures of a business date.
    package func dayFigures(of date: BusinessDate, in currency: Currency) throws -> DayFigures {
        let paid = try first(
            """
            select count(*) as count
            from (select distinct check_id from tender where business_date = $1 and state = 'settled') as paid
            """,
            date)
        let free = try freeChecks(of: date)
        return DayFigures(
            takings: try dayTakings(date, currency), sales: try daySales(date, currency), subtotals: try daySubtotals(date, currency),
            taxes: try dayTaxes(date, currency),
            discounts: try dayDiscounts(date, currency) + free.flatMap(DayFigures.Discounted.all),
            accepted: try dayAccepted(date, currency),
            untold: try dayUntold(date, currency), paidChecks: try paid?.int("count") ?? 0, freeChecks: free.count)
    }

    /// The checks that were closed on that date without a payment: no payment says what was given away on them.
    private func freeChecks(of date: BusinessDate) throws -> [Check] {
        let calendar = try property().calendar
        return try query(
            """
            select id from guest_check
            where closed_total = 0 and state = 'closed' and refunds is null and closed_at >= $1 and closed_at < $2 order by id
            """,
            calendar.start(of: date), calendar.end(of: date)
        ).compactMap { try check($0.id("id")) }.filter(\.isFree)
    }

    private func dayTakings(_ date: BusinessDate, _ currency: Currency) throws -> [DayFigures.Taking] {
        try query(
            """
            select payment_method_id, taken_by, state, count(*) as tenders, sum(amount) as amount, sum(tip) as tip
            from tender where business_date = $1 and state in ('pending', 'settled')
            group by payment_method_id, taken_by, state order by payment_method_id, taken_by, state
            """,
            date
        ).map { row in
            DayFigures.Taking(
                methodID: try row.id("payment_method_id"), cashierID: try row.id("taken_by"), state: try row.state("state"),
                sum: try sum(row, currency))
        }
    }

    /// The walk is over the payments, which follow on each other by their checks: so do the checks that are looked up.
    private func daySales(_ date: BusinessDate, _ currency: Currency) throws -> [DayFigures.Sale] {
        try query(
            """
            select c.outlet_id, c.service_period, count(*) as tenders, sum(t.amount) as amount, sum(t.tip) as tip
            from tender t cross join guest_check c
            where t.business_date = $1 and t.state = 'settled' and c.id = t.check_id
            group by c.outlet_id, c.service_period order by c.outlet_id, c.service_period
            """,
            date
        ).map { row in
            DayFigures.Sale(
                outletID: try row.id("outlet_id"), servicePeriod: try row.int("service_period"), sum: try sum(row, currency))
        }
    }

    private func sum(_ row: SQLRow, _ currency: Currency) throws -> DayFigures.Sum {
        DayFigures.Sum(
            tenders: try row.int("tenders"), amount: try row.money("amount", in: currency), tip: try row.money("tip", in: currency))
    }

    private func daySubtotals(_ date: BusinessDate, _ currency: Currency) throws -> [Itemizer: Money] {
        // A sum for each itemizer: grouping would sort every share first.
        let sums = (1...9).map { "sum(s.amount) filter (where s.itemizer = \($0)) as s\($0)" }
        let row = try first(
            """
            select \(sums.joined(separator: ", ")) from tender t cross join tender_share s
            where t.business_date = $1 and t.state = 'settled' and s.tender_id = t.id
            """,
            date)
        return try (1...9).compactMap(Itemizer.init).reduce(into: [:]) { amounts, itemizer in
            amounts[itemizer] = try row?.optionalInt("s\(itemizer.number)").map { Money($0, currency) }
        }
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

    private func dayDiscounts(_ date: BusinessDate, _ currency: Currency) throws -> [DayFigures.Discounted] {
        try query(
            """
            select d.name_fr, d.name_en, d.given_by, count(distinct t.check_id) as checks, sum(x.amount) as amount
            from tender t cross join tender_discount x cross join discount d
            where t.business_date = $1 and t.state = 'settled' and x.tender_id = t.id and d.check_id = t.check_id and d.id = x.discount_id
            group by d.name_fr, d.name_en, d.given_by order by d.name_fr, d.given_by
            """,
            date
        ).map { row in
            DayFigures.Discounted(
                name: try row.name(), cashierID: try row.id("given_by"), checks: try row.int("checks"),
                amount: try row.money("amount", in: currency))
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
