package import PointOfSale

/// What waits in the queue.
package struct PostingQueueHead: Hashable, Sendable {
    package let count: Int
    /// The posting that has waited longest.
    package let oldest: FolioPosting
}

extension SQLTransaction {
    /// How many postings are in a state, counted up to `limit` and no further.
    package func postingCount(in state: PostingState, atMost limit: Int) throws -> Int {
        try first(
            "select count(*) as count from (select 1 from folio_posting where state = $1 limit $2) counted", state.rawValue, limit
        )?.int("count") ?? 0
    }

    /// How much waits, counted up to `limit`, and what has waited longest; nil when nothing does.
    package func postingQueueHead(countMax limit: Int) throws -> PostingQueueHead? {
        guard let row = try first("select id from folio_posting where state = 'queued' order by id limit 1"),
            let oldest = try posting(row.id("id"))
        else { return nil }
        return PostingQueueHead(count: try postingCount(in: .queued, atMost: limit), oldest: oldest)
    }

    /// Postings that ended without being booked, after so long that nobody was watching any more, while their check is still open; newest
    /// first. Whether something is left to pay on the check is for the caller to see.
    package func postingsThatCameBack(afterMs: Int64, limit: Int) throws -> [FolioPosting] {
        // Read in this sequence: by outlet the few open checks are found among very many closed ones (SQLite keeps to a cross join).
        try query(
            """
            select p.id from outlet o cross join guest_check c cross join tender t cross join folio_posting p
            where c.outlet_id = o.id and c.state = 'open' and t.check_id = c.id and t.state = 'refused' and p.tender_id = t.id
                and p.state in ('refused', 'notBooked') and p.total > 0 and p.updated_at - p.created_at >= $1
            order by p.id desc limit $2
            """,
            afterMs, limit
        ).compactMap { try posting($0.id("id")) }
    }

    /// Reversals that are not booked, those of the newest postings first: on their way, in doubt or refused.
    package func openReversals(limit: Int) throws -> [FolioPosting] {
        // A comparison, not `is not null`: with it the index of the few reversals is taken.
        try query(
            "select id from folio_posting where reverses > '' and state <> 'accepted' order by reverses desc limit $1", limit
        ).compactMap { try posting($0.id("id")) }
    }

    /// Postings that have been on the wire since `moment` or longer, oldest first.
    package func postingsSending(since moment: Timestamp, limit: Int) throws -> [FolioPosting] {
        try query(
            "select id from folio_posting where state = 'sending' and updated_at <= $1 order by id limit $2", moment, limit
        ).compactMap { try posting($0.id("id")) }
    }

    /// How many room charges of a business date's checks the hotel has accepted, and what they come to.
    package func acceptedTotal(on date: BusinessDate, in currency: Currency) throws -> (count: Int, total: Money) {
        let row = try first(
            """
            select coalesce(sum(p.total), 0) as total, count(*) as charges
            from guest_check c cross join tender t cross join folio_posting p
            where c.business_date = $1 and t.check_id = c.id and t.kind = 'room' and p.tender_id = t.id and p.state = 'accepted'
            """,
            date)
        guard let row else { return (0, .zero(currency)) }
        return (try row.int("charges"), try row.money("total", in: currency))
    }
}
