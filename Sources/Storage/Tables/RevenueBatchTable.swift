package import PointOfSale

extension SQLTransaction {
    /// Writes a batch.
    func insert(_ batch: RevenueBatch, at moment: Timestamp) throws {
        try execute(
            """
            insert into revenue_batch (id, property_id, business_date, starts_at, ends_at, outlet_id, service_period, payment_method_id,
                mapping_id, tenders, amount, tip, made_at)
            values ($1, (select id from property), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            batch.id, batch.window.businessDate, batch.window.start, batch.window.end, batch.outletID, batch.servicePeriod,
            batch.paymentMethodID, batch.mappingID, batch.tenders, batch.amount, batch.tip, moment)
    }

    /// What asks for untold payments. In no sequence: the database would walk all payments there ever were to have them in turn.
    static var untoldTendersQuery: String {
        """
        select t.id, t.business_date, t.settled_at, t.payment_method_id, t.amount, t.tip, c.outlet_id, c.service_period,
            c.till_configuration_id, c.floor_plan_id, c.currency
        from tender t join guest_check c on c.id = t.check_id join payment_method m on m.id = t.payment_method_id
        where t.business_date >= $1 and t.state = 'settled' and t.settled_at < $2 and t.kind not in ('room', 'paymaster')
            and m.hotel_code <> '' and not exists (select 1 from revenue_tender r where r.tender_id = t.id)
        """
    }

    /// Payments of that business date and later ones that no posting told the hotel of, settled before `end`, oldest first: neither those
    /// on rooms and paymasters, which went by themselves, nor those in ways that have no code in the hotel.
    func untoldTenders(from date: BusinessDate, until end: Timestamp) throws -> [UntoldTender] {
        try query(Self.untoldTendersQuery, date, end).map { row in
            let currency = try row.currency("currency")
            return UntoldTender(
                id: try row.id("id"), businessDate: try row.date("business_date"), settledAt: try row.moment("settled_at"),
                methodID: try row.id("payment_method_id"), servicePeriod: try row.int("service_period"),
                place: RevenuePlace(
                    outletID: try row.id("outlet_id"), tillConfigurationID: try row.optionalID("till_configuration_id"),
                    floorPlanID: try row.optionalID("floor_plan_id")),
                amount: try row.money("amount", in: currency), tip: try row.money("tip", in: currency))
        }.sorted { $0.id.text < $1.id.text }
    }

    /// Queues the posting of a batch: by this route, under a check number of its own. Nil when its amounts come to nothing.
    func queuePosting(of batch: RevenueBatch, by route: RevenueRoute, at moment: Timestamp) throws -> FolioPosting? {
        let currency = batch.amount.currency
        let discounts = try batchDiscounts(batch.id, in: currency)
        let subtotals = try batchSubtotals(batch.id, in: currency).merging(discounts.mapValues { -$0 }) { $0 + $1 }
        let breakdown = route.mapped(PostingBreakdown(subtotals: subtotals, discounts: discounts, tip: batch.tip))
        guard breakdown.total == batch.amount + batch.tip else {
            throw StorageFault.unreadableColumn(name: "tender_share", wanted: "shares that add up to their payments")
        }
        guard !breakdown.subtotals.isEmpty || !breakdown.discounts.isEmpty || !breakdown.tip.isZero else { return nil }
        guard let method = try paymentMethod(batch.paymentMethodID) else {
            throw StorageFault.missing("payment method", id: batch.paymentMethodID.text)
        }
        let facts = try batchFacts(batch.id)
        let posting = FolioPosting(
            id: .make(at: moment), checkID: nil, tenderID: nil, checkNumber: try nextCheckNumber(), guest: nil, breakdown: breakdown,
            covers: facts.covers, outletNumber: route.hotelOutlet, servicePeriod: batch.servicePeriod, tableNumber: nil,
            cashierName: RevenueBooks.cashierName, workstation: try hotelLink()?.workstation ?? RevenueBooks.cashierName,
            hotelCode: method.hotelCode, stamp: PostingStamp(time: try property().calendar.localTime(at: batch.window.start)),
            createdAt: moment, createdBy: facts.lastCashier, updatedAt: moment, notBefore: moment)
        try enqueue(posting)
        try execute(
            """
            insert into revenue_posting (posting_id, batch_id, ordinal)
            values ($1, $2, (select coalesce(max(ordinal), 0) + 1 from revenue_posting where batch_id = $2))
            """,
            posting.id, batch.id)
        try journal(.revenueQueued, subject: posting.id.text, note: batch.id.text, by: nil, at: moment)
        return posting
    }

    /// Sends a batch again that the hotel certainly did not book, by the mapping and the code that hold now.
    /// - Returns: the new posting; nil when the last one may be booked, or there is nothing to send.
    package func resendRevenue(_ id: RevenueBatchID, at moment: Timestamp) throws -> FolioPosting? {
        guard let sent = try revenueSent(id), let last = sent.posting, [.refused, .notBooked].contains(last.state),
            try !attempts(of: last.id).contains(where: { $0.isUnknown || $0.fate == .booked })
        else { return nil }
        return try queuePosting(of: sent.batch, by: try route(of: sent.batch), at: moment)
    }

    /// The route that all payments of a batch would take now; where they would part, the one that it was made by.
    private func route(of batch: RevenueBatch) throws -> RevenueRoute {
        let mappings = try revenueMappings()
        guard let number = try outlet(batch.outletID)?.number else { throw StorageFault.missing("outlet", id: batch.outletID.text) }
        let routes = Set(
            try query(
                """
                select distinct c.till_configuration_id, c.floor_plan_id
                from revenue_tender r join tender t on t.id = r.tender_id join guest_check c on c.id = t.check_id where r.batch_id = $1
                """,
                batch.id
            ).map { row in
                let place = RevenuePlace(
                    outletID: batch.outletID, tillConfigurationID: try row.optionalID("till_configuration_id"),
                    floorPlanID: try row.optionalID("floor_plan_id"))
                return RevenueRoute(of: place, outletNumber: number, by: mappings)
            })
        return routes.first { routes.count == 1 || $0.mappingID == batch.mappingID }
            ?? RevenueRoute(of: RevenuePlace(outletID: batch.outletID), outletNumber: number, by: mappings)
    }

    /// What the payments of a batch carry of discounts, by revenue group: less than nothing on sales.
    private func batchDiscounts(_ id: RevenueBatchID, in currency: Currency) throws -> [Itemizer: Money] {
        let rows = try query(
            """
            select d.itemizer, sum(d.amount) as amount from revenue_tender r join tender_discount d on d.tender_id = r.tender_id
            where r.batch_id = $1 group by d.itemizer
            """,
            id)
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.itemizer("itemizer"), try $0.money("amount", in: currency)) })
    }

    /// What the payments of a batch carry of each revenue group, discounts taken off.
    func batchSubtotals(_ id: RevenueBatchID, in currency: Currency) throws -> [Itemizer: Money] {
        let rows = try query(
            """
            select s.itemizer, sum(s.amount) as amount from revenue_tender r join tender_share s on s.tender_id = r.tender_id
            where r.batch_id = $1 group by s.itemizer
            """,
            id)
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.itemizer("itemizer"), try $0.money("amount", in: currency)) })
    }

    /// Guests of the checks whose first payment is in the batch, and who took the last: the machine itself has no row among the staff.
    private func batchFacts(_ id: RevenueBatchID) throws -> (covers: Int, lastCashier: CashierID) {
        let row = try first(
            """
            select coalesce(sum(case when t.position = 1 then c.covers else 0 end), 0) as covers,
                (select x.taken_by from revenue_tender y join tender x on x.id = y.tender_id where y.batch_id = $1
                    order by x.id desc limit 1) as taken_by
            from revenue_tender r join tender t on t.id = r.tender_id join guest_check c on c.id = t.check_id where r.batch_id = $1
            """,
            id)
        guard let row else { throw StorageFault.missing("batch of revenue", id: id.text) }
        return (min(max(try row.int("covers"), 1), Check.coversMax), try row.id("taken_by"))
    }
}
