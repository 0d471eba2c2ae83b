package import PointOfSale

extension SQLTransaction {
    /// Writes down an attempt before its first byte leaves. Its posting has been claimed.
    /// Throws `StorageFault.constraint(.unique)` when the posting has a live attempt, or a live attempt has the number.
    package func insertAttempt(_ attempt: PostingAttempt) throws {
        try mustChangeOne(
            "posting being sent", attempt.postingID.text,
            try execute(
                """
                insert into posting_attempt (id, property_id, posting_id, ordinal, number, started_at, request)
                select $1, property_id, id, attempts, $2, $3, $4 from folio_posting where id = $5 and state = 'sending'
                """,
                attempt.id, attempt.number, attempt.startedAt, attempt.request, attempt.postingID))
    }

    /// Closes a live attempt with what came back, how it ended and what is known of it; a late answer that was quicker than this keeps its
    /// word. Throws `StorageFault.illegalMove` when it is closed already.
    package func closeAttempt(
        _ id: PostingAttemptID, answer: String?, outcome: String, fate: AttemptFate?, balanceBefore: Money? = nil, at moment: Timestamp
    ) throws {
        let changed = try execute(
            """
            update posting_attempt set answer = $1, outcome = $2, fate = coalesce(fate, $3), balance_before = $4, closed_at = $5
            where id = $6 and closed_at is null
            """,
            answer.map(Self.wireExcerpt), outcome, fate?.rawValue, balanceBefore, moment, id)
        guard changed == 1 else { throw StorageFault.illegalMove("attempt", id: id.text, from: "closed or nothing", to: outcome) }
    }

    /// Notes what the hotel did with an attempt, once it is known. What was thought not booked may turn out booked, never the other way.
    /// - Returns: whether that is news.
    @discardableResult
    package func setFate(of id: PostingAttemptID, to fate: AttemptFate) throws -> Bool {
        try execute(
            "update posting_attempt set fate = $1 where id = $2 and (fate is null or (fate = 'notBooked' and $1 = 'booked'))",
            fate.rawValue, id) == 1
    }

    /// The attempts at a posting, oldest first. An answer that came late is shown where there was none.
    package func attempts(of posting: PostingID) throws -> [PostingAttempt] {
        try query("\(Self.attemptQuery) where a.posting_id = $1 order by a.ordinal", posting).map(Self.attempt)
    }

    /// The newest attempts of all postings, newest first.
    package func newestAttempts(limit: Int) throws -> [PostingAttempt] {
        try query("\(Self.attemptQuery) order by a.id desc limit $1", limit).map(Self.attempt)
    }

    /// How many of the newest attempts are looked through for those of one hotel's system.
    package static var attemptsLookedThroughMax: Int { 2000 }

    /// The newest attempts that went to that hotel's system, newest first, of the newest of all.
    package func newestAttempts(of integration: Integration, limit: Int) throws -> [PostingAttempt] {
        try query(
            """
            \(Self.attemptQuery) where a.id in (select id from posting_attempt order by id desc limit $1)
                and a.posting_id in (select id from folio_posting where integration = $2 and id = a.posting_id)
            order by a.id desc limit $3
            """,
            Self.attemptsLookedThroughMax, integration.rawValue, limit
        ).map(Self.attempt)
    }

    /// The attempts that may be on the wire, oldest first.
    package func liveAttempts() throws -> [PostingAttempt] {
        try query("\(Self.attemptQuery) where a.closed_at is null order by a.id").map(Self.attempt)
    }

    /// The last attempt under this number, begun at `since` or later; nil when there is none. An older one under the same number is out of
    /// reach: an answer may then be about the newer one.
    package func lastAttempt(number: Int, since: Timestamp) throws -> PostingAttempt? {
        try first("\(Self.attemptQuery) where a.number = $1 order by a.id desc limit 1", number)
            .map(Self.attempt).flatMap { $0.startedAt >= since ? $0 : nil }
    }

    /// Says which posting takes a booked attempt back. Throws `StorageFault.missing` when it is not booked or taken back already.
    package func setReversal(of id: PostingAttemptID, to reversal: PostingID) throws {
        try mustChangeOne(
            "booked attempt", id.text,
            try execute(
                "update posting_attempt set reversal_id = $1 where id = $2 and fate = 'booked' and reversal_id is null", reversal, id))
    }

    /// Keeps an answer that nobody waited for any more. Only the first is kept.
    package func noteLateAnswer(_ id: PostingAttemptID, answer: String, at moment: Timestamp) throws {
        try execute(
            "update posting_attempt set late_answer = $1, late_answer_at = $2 where id = $3 and late_answer is null",
            Self.wireExcerpt(answer), moment, id)
    }

    private static var attemptQuery: String {
        """
        select a.*, \(Self.postingCurrency) as currency from posting_attempt a join folio_posting p on p.id = a.posting_id
        """
    }

    private static func attempt(_ row: SQLRow) throws -> PostingAttempt {
        let currency = try row.currency("currency")
        return PostingAttempt(
            id: try row.id("id"), postingID: try row.id("posting_id"), number: try row.int("number"),
            startedAt: try row.moment("started_at"), request: try row.text("request"),
            answer: try row.optionalText("answer") ?? row.optionalText("late_answer"), outcome: try row.optionalText("outcome"),
            closedAt: try row.optionalMoment("closed_at"), fate: try row.optionalText("fate").flatMap(AttemptFate.init),
            balanceBefore: try row.optionalInt("balance_before").map { Money($0, currency) },
            reversalID: try row.optionalID("reversal_id"))
    }

    /// What a hotel sends is kept up to this length: enough for any record, too little to fill the disk with.
    private static func wireExcerpt(_ text: String) -> String { String(text.prefix(4_000)) }
}
