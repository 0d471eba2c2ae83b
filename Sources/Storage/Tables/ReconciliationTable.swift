package import PointOfSale

extension SQLTransaction {
    /// Writes down a comparison with what it brought.
    package func insertReconciliation(_ run: ReconciliationRun, differences: [ReconciliationDifference]) throws {
        try execute(
            """
            insert into reconciliation (id, property_id, business_date, source, ran_at, ran_by, our_count, our_total, hotel_count,
                hotel_total, lines_of_others, differences)
            values ($1, (select id from property), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            run.id, run.date, run.source.rawValue, run.ranAt, run.ranBy, run.ours.count, run.ours.total, run.hotels.count, run.hotels.total,
            run.linesOfOthers, differences.count)
        for (index, difference) in differences.enumerated() {
            try execute(
                """
                insert into reconciliation_difference (reconciliation_id, position, kind, reference, posting_id, check_number, room_number,
                    our_amount, hotel_amount, detail)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                run.id, index + 1, difference.kind.rawValue, difference.reference, difference.postingID, difference.checkNumber,
                difference.roomNumber.map { String($0.prefix(ReconciliationRun.roomCharactersMax)) }, difference.ours, difference.hotels,
                difference.detail.map { String($0.prefix(ReconciliationRun.detailCharactersMax)) })
        }
    }

    /// One comparison, or nil.
    package func reconciliation(_ id: ReconciliationID) throws -> ReconciliationRun? {
        try first("select r.*, p.currency from reconciliation r join property p on p.id = r.property_id where r.id = $1", id).map(Self.run)
    }

    /// The newest comparisons, of all business dates or of one, newest first.
    package func reconciliations(of date: BusinessDate? = nil, limit: Int) throws -> [ReconciliationRun] {
        let query = "select r.*, p.currency from reconciliation r join property p on p.id = r.property_id"
        guard let date else { return try self.query("\(query) order by r.id desc limit $1", limit).map(Self.run) }
        return try self.query("\(query) where r.business_date = $1 order by r.id desc limit $2", date, limit).map(Self.run)
    }

    /// What a comparison found to differ, in its sequence.
    package func reconciliationDifferences(of id: ReconciliationID, limit: Int) throws -> [ReconciliationDifference] {
        try query(
            """
            select d.*, p.currency from reconciliation_difference d
            join reconciliation r on r.id = d.reconciliation_id join property p on p.id = r.property_id
            where d.reconciliation_id = $1 order by d.position limit $2
            """,
            id, limit
        ).map { row in
            let currency = try row.currency("currency")
            return ReconciliationDifference(
                kind: try row.state("kind"), reference: try row.text("reference"), postingID: try row.optionalID("posting_id"),
                checkNumber: try row.optionalInt("check_number"), roomNumber: try row.optionalText("room_number"),
                ours: try row.money("our_amount", in: currency), hotels: try row.money("hotel_amount", in: currency),
                detail: try row.optionalText("detail"))
        }
    }

    private static func run(_ row: SQLRow) throws -> ReconciliationRun {
        let currency = try row.currency("currency")
        return ReconciliationRun(
            id: try row.id("id"), date: try row.date("business_date"), source: try row.state("source"), ranAt: try row.moment("ran_at"),
            ranBy: try row.id("ran_by"),
            ours: .init(count: try row.int("our_count"), total: try row.money("our_total", in: currency)),
            hotels: .init(count: try row.int("hotel_count"), total: try row.money("hotel_total", in: currency)),
            linesOfOthers: try row.int("lines_of_others"), differenceCount: try row.int("differences"))
    }
}
