package import PointOfSale

extension SQLTransaction {
    /// Postings that were to give money back and that the hotel did not book, newest first: those that nobody has acknowledged.
    package func postingsNotGivenBack(limit: Int) throws -> [FolioPosting] {
        try query(
            """
            select p.id from folio_posting p
            where p.state in ('refused', 'notBooked') and p.total < 0 and p.kind = 'charge'
                and not exists (select 1 from posting_acknowledgement a where a.posting_id = p.id)
            order by p.id desc limit $1
            """,
            limit
        ).compactMap { try posting($0.id("id")) }
    }

    /// Notes that somebody has seen that the hotel did not give money back.
    /// - Returns: whether this was the first time.
    package func acknowledge(_ posting: PostingID, by cashier: CashierID, at moment: Timestamp) throws -> Bool {
        try execute(
            """
            insert into posting_acknowledgement (posting_id, acknowledged_at, acknowledged_by) values ($1, $2, $3)
            on conflict (posting_id) do nothing
            """,
            posting, moment, cashier) == 1
    }
}
