package import PointOfSale

/// What came under a sender's key (`S1-02`).
package struct RelayedEntry: Hashable, Sendable {
    /// The posting as it stands here; nil when the sender took the key back before anything came under it.
    package let posting: FolioPosting?
    /// The digest of what was handed over.
    package let inputHash: String?
}

extension SQLTransaction {
    /// What came under that key; nil when nothing ever did.
    package func relayed(under key: PostingAttemptID) throws -> RelayedEntry? {
        guard let row = try first("select posting_id, input_hash from relayed_posting where sender_key = $1", key) else { return nil }
        let id: PostingID? = try row.optionalID("posting_id")
        let found = try id.map { id in
            guard let posting = try posting(id) else { throw StorageFault.missing("posting", id: id.text) }
            return posting
        }
        return RelayedEntry(posting: found, inputHash: try row.optionalText("input_hash"))
    }

    /// Keeps what came under a key, in the transaction that queues it; nothing for a key that was taken back.
    /// Throws `StorageFault.constraint(.unique)` when the key has been used.
    package func rememberRelayed(
        _ key: PostingAttemptID, posting: PostingID?, inputHash: String?, from sender: GatewayKeyID, at moment: Timestamp
    ) throws {
        try execute(
            """
            insert into relayed_posting (sender_key, property_id, gateway_key_id, posting_id, input_hash, received_at)
            values ($1, (select id from property), $2, $3, $4, $5)
            """,
            key, sender, posting, inputHash, moment)
    }

    /// The word of chance by which senders know this gateway again; nil until there is one.
    package func gatewayMark() throws -> String? { try first("select mark from gateway_mark")?.text("mark") }

    /// Sets that word, where there is none yet.
    package func setGatewayMark(_ mark: String) throws {
        try execute(
            "insert into gateway_mark (property_id, mark) values ((select id from property), $1) on conflict (property_id) do nothing", mark
        )
    }

    /// In a copy that somebody may go back to: it knows less than senders were told, so it must not be taken for the one that told them.
    func forgetGatewayMark() throws { try execute("delete from gateway_mark") }
}
