package import PointOfSale

extension SQLTransaction {
    /// A batch with its last posting, or nil.
    package func revenueSent(_ id: RevenueBatchID) throws -> RevenueSent? {
        try first("\(Self.batchQuery) where b.id = $1", id).map(revenueSent)
    }

    /// The batch that a posting of revenue carries, or nil.
    package func revenueBatch(of posting: PostingID) throws -> RevenueBatchID? {
        try first("select batch_id from revenue_posting where posting_id = $1", posting)?.id("batch_id")
    }

    /// Every batch of a business date, in the sequence of its windows.
    package func revenueSent(on date: BusinessDate) throws -> [RevenueSent] {
        try query("\(Self.batchQuery) where b.business_date = $1 order by b.starts_at, b.id", date).map(revenueSent)
    }

    /// The payments that a batch carries, oldest first.
    package func tenders(of batch: RevenueBatchID, limit: Int) throws -> [RevenueTender] {
        try query(
            """
            select t.id, t.check_id, t.taken_at, t.amount, t.tip, c.number, c.currency
            from revenue_tender r join tender t on t.id = r.tender_id join guest_check c on c.id = t.check_id
            where r.batch_id = $1 order by r.tender_id limit $2
            """,
            batch, limit
        ).map { row in
            let currency = try row.currency("currency")
            return RevenueTender(
                tenderID: try row.id("id"), checkID: try row.id("check_id"), checkNumber: try row.int("number"),
                takenAt: try row.moment("taken_at"), amount: try row.money("amount", in: currency), tip: try row.money("tip", in: currency))
        }
    }

    private static var batchQuery: String {
        """
        select b.*, o.name as outlet_name, m.name_fr, m.name_en, pr.currency,
            (select x.posting_id from revenue_posting x where x.batch_id = b.id order by x.ordinal desc limit 1) as last_posting
        from revenue_batch b join outlet o on o.id = b.outlet_id join payment_method m on m.id = b.payment_method_id
        join property pr on pr.id = b.property_id
        """
    }

    private func revenueSent(_ row: SQLRow) throws -> RevenueSent {
        let currency = try row.currency("currency")
        let batch = RevenueBatch(
            id: try row.id("id"),
            window: .init(
                businessDate: try row.date("business_date"), start: try row.moment("starts_at"), end: try row.moment("ends_at")),
            outletID: try row.id("outlet_id"), servicePeriod: try row.int("service_period"),
            paymentMethodID: try row.id("payment_method_id"), mappingID: try row.optionalID("mapping_id"), tenders: try row.int("tenders"),
            amount: try row.money("amount", in: currency), tip: try row.money("tip", in: currency))
        let last: PostingID? = try row.optionalID("last_posting")
        return RevenueSent(
            batch: batch, posting: try last.flatMap { try posting($0) }, outletName: try row.text("outlet_name"),
            methodName: try row.name())
    }
}
