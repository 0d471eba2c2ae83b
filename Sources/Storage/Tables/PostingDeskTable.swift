package import PointOfSale

/// What waits in the queue.
package struct PostingQueueHead: Hashable, Sendable {
    package let count: Int
    /// The posting that has waited longest.
    package let oldest: FolioPosting
}

extension SQLTransaction {
    /// How much waits, and what has waited longest; nil when nothing does.
    package func postingQueueHead() throws -> PostingQueueHead? {
        guard let row = try first("select id from folio_posting where state = 'queued' order by id limit 1"),
            let oldest = try posting(row.id("id"))
        else { return nil }
        return PostingQueueHead(count: try openPostingCounts()[.queued] ?? 0, oldest: oldest)
    }

    /// Postings that ended without being booked, after so long that nobody was watching any more, while their check is still open; newest
    /// first. Whether something is left to pay on the check is for the caller to see.
    package func postingsThatCameBack(afterMs: Int64, limit: Int) throws -> [FolioPosting] {
        // From the outlets, for that is how few open checks are found among very many closed ones.
        try query(
            """
            select p.id from outlet o join guest_check c on c.outlet_id = o.id and c.state = 'open'
            join tender t on t.check_id = c.id and t.state = 'refused' join folio_posting p on p.tender_id = t.id
            where p.state in ('refused', 'notBooked') and p.updated_at - p.created_at >= $1
            order by p.id desc limit $2
            """,
            afterMs, limit
        ).compactMap { try posting($0.id("id")) }
    }

    /// Reversals that are not booked, newest first: on their way, in doubt or refused.
    package func openReversals(limit: Int) throws -> [FolioPosting] {
        try query(
            "select id from folio_posting where reverses is not null and state <> 'accepted' order by id desc limit $1", limit
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
            from guest_check c join tender t on t.check_id = c.id and t.kind = 'room' join folio_posting p on p.tender_id = t.id
            where c.business_date = $1 and p.state = 'accepted'
            """,
            date)
        guard let row else { return (0, .zero(currency)) }
        return (try row.int("charges"), try row.money("total", in: currency))
    }
}
