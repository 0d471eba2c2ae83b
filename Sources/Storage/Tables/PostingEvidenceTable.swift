package import PointOfSale

extension SQLTransaction {
    /// Adds what was seen of a posting, unless the same was seen the last time its source was asked.
    /// - Returns: whether it was added.
    @discardableResult
    package func insertEvidence(_ evidence: PostingEvidence) throws -> Bool {
        let last = try self.evidence(of: evidence.postingID).last { $0.source == evidence.source && $0.attemptID == evidence.attemptID }
        guard last?.code != evidence.code || last?.balanceNow != evidence.balanceNow else { return false }
        try execute(
            """
            insert into posting_evidence
                (id, property_id, posting_id, attempt_id, seen_at, source, finding, code, balance_before, balance_now)
            values ($1, (select id from property), $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            evidence.id, evidence.postingID, evidence.attemptID, evidence.seenAt, evidence.source.rawValue, evidence.finding.rawValue,
            evidence.code.rawValue, evidence.balanceBefore, evidence.balanceNow)
        return true
    }

    /// What has been seen of a posting, oldest first.
    package func evidence(of id: PostingID) throws -> [PostingEvidence] {
        try query(
            """
            select e.*, \(Self.postingCurrency) as currency from posting_evidence e
            join folio_posting p on p.id = e.posting_id
            where e.posting_id = $1 order by e.id
            """, id
        ).map { row in
            let currency = try row.currency("currency")
            return PostingEvidence(
                id: try row.id("id"), postingID: id, attemptID: try row.optionalID("attempt_id"), seenAt: try row.moment("seen_at"),
                source: try row.state("source"), finding: try row.state("finding"), code: try row.state("code"),
                balanceBefore: try row.optionalInt("balance_before").map { Money($0, currency) },
                balanceNow: try row.optionalInt("balance_now").map { Money($0, currency) })
        }
    }
}
