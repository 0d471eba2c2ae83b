package import PointOfSale

extension SQLTransaction {
    /// What the action gave when it was first asked with this key: the digest of that request, and the id of its result. Nil at first.
    package func keyResult(_ key: ClientKey, action: String) throws -> (inputHash: String, resultID: String)? {
        try first(
            """
            select input_hash, result_id from idempotency
            where property_id = (select id from property) and action = $1 and client_key = $2
            """,
            action, key
        ).map { (try $0.text("input_hash"), try $0.text("result_id")) }
    }

    /// Keeps what the action gave, in the transaction that did it. `inputHash` is a SHA-256, 64 hexadecimal digits.
    /// Throws `StorageFault.constraint(.unique)` when the action has used the key already.
    package func rememberKey(_ key: ClientKey, action: String, inputHash: String, resultID: String, at moment: Timestamp) throws {
        try execute(
            """
            insert into idempotency (property_id, action, client_key, input_hash, result_id, kept_at)
            values ((select id from property), $1, $2, $3, $4, $5)
            """,
            action, key, inputHash, resultID, moment)
    }
}
