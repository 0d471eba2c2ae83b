package import PointOfSale

extension SQLTransaction {
    /// Moves the queued posting that has been due longest to "sending" and gives it; nil when none is due.
    /// - Parameters:
    ///   - integration: only postings that go by this line.
    ///   - refusableOnly: only postings of outlets that refuse room charges while the hotel is away.
    package func claimNextPosting(
        for integration: Integration = .opera, at moment: Timestamp, refusableOnly: Bool = false
    ) throws -> FolioPosting? {
        let due = try refusableOnly ? firstRefusable(for: integration, due: moment) : firstQueued(for: integration, due: moment)
        guard let due else { return nil }
        try execute("update folio_posting set state = 'sending', attempts = attempts + 1, updated_at = $1 where id = $2", moment, due)
        return try posting(due)
    }

    private func firstQueued(for integration: Integration, due moment: Timestamp) throws -> PostingID? {
        try first(
            PostingClaimQuery.due, integration.rawValue, moment)?.id("id") ?? firstStranded(for: integration, at: moment)
    }

    /// None is made to wait longer than `PostingWait.msMax`: one that is due later was written before the clock was set back, and would
    /// otherwise wait for as long as it was set back by (rule R8).
    private func firstStranded(for integration: Integration, at moment: Timestamp) throws -> PostingID? {
        try first(
            PostingClaimQuery.stranded, integration.rawValue, moment.advanced(byMs: PostingWait.msMax))?.id("id")
    }

    /// One walk down the index per outlet: after days without the hotel, a million that wait may lie before the first that does not.
    private func firstRefusable(for integration: Integration, due moment: Timestamp) throws -> PostingID? {
        // A charge goes under the number that its outlet bears in the hotel, by whatever mapping of its own (`S1-12`).
        try query(
            """
            select o.id, o.number from outlet o where o.while_hotel_is_down = 'refuse'
            union select o.id, m.hotel_outlet from outlet o cross join revenue_mapping m
            where o.while_hotel_is_down = 'refuse' and (m.outlet_id = o.id
                or exists (select 1 from floor_plan f where f.id = m.floor_plan_id and f.outlet_id = o.id)
                or exists (select 1 from till_configuration t where t.id = m.till_configuration_id and t.outlet_id = o.id))
            """
        ).compactMap { outlet in
            try first(
                PostingClaimQuery.refusable, integration.rawValue, try outlet.int("number"), moment, try outlet.text("id"))
        }
        .map { (notBefore: try $0.int64("not_before"), id: try $0.text("id"), row: $0) }
        .min { ($0.notBefore, $0.id) < ($1.notBefore, $1.id) }
        .map { try $0.row.id("id") }
    }

    /// When the next queued posting of that line is due; nil when none is queued.
    package func nextPostingDue(for integration: Integration = .opera) throws -> Timestamp? {
        try first(
            PostingClaimQuery.nextDue, integration.rawValue)?.moment("not_before")
    }

    /// Whether a posting of that line is on the wire or in doubt, so that the hotel it was sent to must be asked.
    package func hasPostingsUnanswered(for integration: Integration) throws -> Bool {
        try [PostingState.sending, .inDoubt].contains { state in
            try first(
                "select 1 from folio_posting where integration = $1 and state = $2 limit 1", integration.rawValue, state.rawValue) != nil
        }
    }

    /// Whether a posting of that line waits, is on the wire, or is in doubt.
    package func hasPostingsUnderWay(for integration: Integration) throws -> Bool {
        try PostingState.allCases.contains { state in
            guard !state.isFinal else { return false }
            return try first(
                "select 1 from folio_posting where integration = $1 and state = $2 limit 1", integration.rawValue, state.rawValue) != nil
        }
    }
}

/// The questions to the queue. After days without the hotel a million postings wait: each is answered by one step down an index, and a test
/// looks at the plans.
enum PostingClaimQuery {
    static let due = """
        select id from folio_posting where integration = $1 and state = 'queued' and not_before <= $2
        order by not_before, id limit 1
        """
    static let stranded = """
        select id from folio_posting where integration = $1 and state = 'queued' and not_before > $2
        order by not_before, id limit 1
        """
    static let refusable = """
        select id, not_before from folio_posting
        where integration = $1 and outlet_number = $2 and state = 'queued' and not_before <= $3
            and kind = 'charge' and exists (select 1 from guest_check c where c.id = check_id and c.outlet_id = $4)
        order by not_before, id limit 1
        """
    static let nextDue = "select not_before from folio_posting where integration = $1 and state = 'queued' order by not_before limit 1"
}
