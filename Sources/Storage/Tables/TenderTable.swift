package import PointOfSale

extension SQLTransaction {
    /// Writes a payment with what it carries of each revenue group, of each rate of tax and of each discount, and the articles it pays.
    package func insertTender(_ tender: Tender, share: TenderShare) throws {
        try execute(
            """
            insert into tender (id, check_id, position, payment_method_id, kind, amount, tip, cash_given, state, taken_at, taken_by,
                settled_at, business_date, reverses)
            values ($1, $2, (select coalesce(max(position), 0) + 1 from tender where check_id = $2), $3, $4, $5, $6, $7, $8, $9, $10, $11,
                $12, $13)
            """,
            tender.id, tender.checkID, tender.paymentMethodID, tender.kind.rawValue, tender.amount, tender.tip, tender.cashGiven,
            tender.state.rawValue, tender.takenAt, tender.takenBy, tender.state == .settled ? tender.takenAt : nil, tender.businessDate,
            tender.reverses)
        for (itemizer, amount) in share.subtotals where !amount.isZero {
            try execute("insert into tender_share (tender_id, itemizer, amount) values ($1, $2, $3)", tender.id, itemizer, amount)
        }
        for (rate, taxed) in share.taxes {
            try execute(
                "insert into tender_tax (tender_id, basis_points, gross, tax) values ($1, $2, $3, $4)", tender.id, rate.basisPoints,
                taxed.gross, taxed.tax)
        }
        try insertDiscountParts(share.discounts, of: tender.id)
        for (line, quantity) in share.lines {
            try execute("insert into tender_line (tender_id, line_id, quantity) values ($1, $2, $3)", tender.id, line, quantity)
        }
    }

    /// What each payment that stands, settled or on its way, carries of its check; oldest first. One that was taken back for good, and its
    /// mirror, carry nothing any more.
    package func tenderShares(of check: CheckID) throws -> [TenderShare] {
        let rows = try query(
            """
            select t.id, c.currency from tender t join guest_check c on c.id = t.check_id
            where t.check_id = $1 and t.state <> 'refused' and not (t.reverses is not null and t.state = 'settled')
                and not exists (select 1 from tender m where m.reverses = t.id and m.state = 'settled')
            order by t.position
            """,
            check)
        return try rows.map { try tenderShare(of: $0.id("id"), in: $0.currency("currency")) }
    }

    /// What one payment carries of its check.
    package func tenderShare(of id: TenderID, in currency: Currency) throws -> TenderShare {
        let subtotals = try query("select itemizer, amount from tender_share where tender_id = $1", id).map {
            (try $0.itemizer("itemizer"), try $0.money("amount", in: currency))
        }
        let taxes = try query("select basis_points, gross, tax from tender_tax where tender_id = $1", id).map {
            (
                try $0.rate("basis_points"),
                TenderShare.Taxed(gross: try $0.money("gross", in: currency), tax: try $0.money("tax", in: currency))
            )
        }
        let lines = try query("select line_id, quantity from tender_line where tender_id = $1", id).map {
            (try $0.key("line_id"), try $0.int("quantity"))
        }
        return TenderShare(
            subtotals: Dictionary(uniqueKeysWithValues: subtotals), taxes: Dictionary(uniqueKeysWithValues: taxes),
            discounts: try discountParts(of: id, in: currency), lines: Dictionary(uniqueKeysWithValues: lines))
    }

    /// Ends a pending payment. Throws `StorageFault.illegalMove` when it is not in state `from`, or that move does not exist.
    package func setTenderState(_ id: TenderID, from: Tender.State, to: Tender.State, at moment: Timestamp) throws {
        guard from == .pending, to != .pending else {
            throw StorageFault.illegalMove("tender", id: id.text, from: from.rawValue, to: to.rawValue)
        }
        let changed = try execute(
            "update tender set state = $1, settled_at = $2 where id = $3 and state = $4",
            to.rawValue, to == .settled ? moment : nil, id, from.rawValue)
        guard changed == 1 else {
            let state = try first("select state from tender where id = $1", id)?.text("state")
            throw StorageFault.illegalMove("tender", id: id.text, from: state ?? "nothing", to: to.rawValue)
        }
    }

    /// Payments by the id of their check, oldest first. `condition` has the one placeholder `$1`.
    func tenders(where condition: String, _ value: any SQLBindable, _ currencies: [String: Currency]) throws -> [String: [Tender]] {
        let rows = try query(
            """
            select tender.*, folio_posting.id as posting_id from tender left join folio_posting on folio_posting.tender_id = tender.id
            where tender.\(condition) order by tender.check_id, tender.position
            """,
            value)
        var tenders: [String: [Tender]] = [:]
        for row in rows {
            let check = try row.text("check_id")
            guard let currency = currencies[check] else { continue }
            tenders[check, default: []].append(try Self.tender(row, currency))
        }
        return tenders
    }

    private static func tender(_ row: SQLRow, _ currency: Currency) throws -> Tender {
        Tender(
            id: try row.id("id"), checkID: try row.id("check_id"), paymentMethodID: try row.id("payment_method_id"),
            kind: try row.state("kind"), amount: try row.money("amount", in: currency), tip: try row.money("tip", in: currency),
            cashGiven: try row.isNull("cash_given") ? nil : row.money("cash_given", in: currency), state: try row.state("state"),
            takenAt: try row.moment("taken_at"), takenBy: try row.id("taken_by"),
            businessDate: try row.date("business_date"), reverses: try row.optionalID("reverses"),
            postingID: try row.optionalID("posting_id"))
    }
}
