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

    /// Closes a live attempt with what came back and how it ended. Throws `StorageFault.illegalMove` when it is closed already.
    package func closeAttempt(_ id: PostingAttemptID, answer: String?, outcome: String, at moment: Timestamp) throws {
        let changed = try execute(
            "update posting_attempt set answer = $1, outcome = $2, closed_at = $3 where id = $4 and closed_at is null",
            answer.map(Self.wireExcerpt), outcome, moment, id)
        guard changed == 1 else { throw StorageFault.illegalMove("attempt", id: id.text, from: "closed or nothing", to: outcome) }
    }

    /// The attempts at a posting, oldest first. An answer that came late is shown where there was none.
    package func attempts(of posting: PostingID) throws -> [PostingAttempt] {
        try query("select * from posting_attempt where posting_id = $1 order by ordinal", posting).map(Self.attempt)
    }

    /// The attempts that may be on the wire, oldest first.
    package func liveAttempts() throws -> [PostingAttempt] {
        try query("select * from posting_attempt where closed_at is null order by id").map(Self.attempt)
    }

    /// The attempt that left a posting in doubt under this number; nil when there is none, or when the number has been used again since: an
    /// answer to it may then be about the newer one.
    ///
    /// Only a posting's last attempt counts: an answer to an earlier one, which certainly was not booked, says nothing of the last.
    package func attemptInDoubt(number: Int) throws -> PostingAttempt? {
        try first(
            """
            select a.* from folio_posting p join posting_attempt a on a.posting_id = p.id and a.ordinal = p.attempts
            where p.state = 'inDoubt' and a.number = $1
                and not exists (select 1 from posting_attempt newer where newer.number = $1 and newer.id > a.id)
            order by p.id desc limit 1
            """,
            number
        ).map(Self.attempt)
    }

    /// Keeps an answer that came after the attempt was closed; the attempt itself is not touched. Only the first is kept.
    package func noteLateAnswer(_ id: PostingAttemptID, answer: String, at moment: Timestamp) throws {
        try mustChangeOne(
            "closed attempt without a late answer", id.text,
            try execute(
                """
                update posting_attempt set late_answer = $1, late_answer_at = $2
                where id = $3 and closed_at is not null and late_answer is null
                """,
                Self.wireExcerpt(answer), moment, id))
    }

    private static func attempt(_ row: SQLRow) throws -> PostingAttempt {
        PostingAttempt(
            id: try row.id("id"), postingID: try row.id("posting_id"), number: try row.int("number"),
            startedAt: try row.moment("started_at"), request: try row.text("request"),
            answer: try row.optionalText("answer") ?? row.optionalText("late_answer"), outcome: try row.optionalText("outcome"),
            closedAt: try row.optionalMoment("closed_at"))
    }

    /// What a hotel sends is kept up to this length: enough for any record, too little to fill the disk with.
    private static func wireExcerpt(_ text: String) -> String { String(text.prefix(4_000)) }
}
