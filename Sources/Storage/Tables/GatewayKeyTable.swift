package import PointOfSale

extension SQLTransaction {
    /// Writes a new key. `digest` is the SHA-256 of its secret, 64 hexadecimal digits.
    package func insertGatewayKey(_ key: GatewayKey, digest: String) throws {
        try execute(
            """
            insert into gateway_key (id, property_id, name, digest, workstations, made_at, made_by, revoked_at)
            values ($1, (select id from property), $2, $3, $4, $5, $6, $7)
            """,
            key.id, key.name, digest, try Self.listText(key.workstations), key.madeAt, key.madeBy, key.revokedAt)
    }

    /// All keys, newest first, those that were revoked included.
    package func gatewayKeys() throws -> [GatewayKey] { try query("select * from gateway_key order by id desc").map(Self.gatewayKey) }

    /// One key, or nil.
    package func gatewayKey(_ id: GatewayKeyID) throws -> GatewayKey? {
        try first("select * from gateway_key where id = $1", id).map(Self.gatewayKey)
    }

    /// The key whose secret has that digest; nil when there is none, or it was revoked.
    package func gatewayKey(digest: String) throws -> GatewayKey? {
        try first("select * from gateway_key where digest = $1 and revoked_at is null", digest).map(Self.gatewayKey)
    }

    /// Whether any key, revoked or not, has a secret of that digest.
    package func isGatewayKeyTaken(digest: String) throws -> Bool {
        try first("select 1 from gateway_key where digest = $1", digest) != nil
    }

    /// Makes a key open nothing from now on.
    /// - Returns: whether it opened anything before.
    package func revokeGatewayKey(_ id: GatewayKeyID, at moment: Timestamp) throws -> Bool {
        try execute("update gateway_key set revoked_at = $1 where id = $2 and revoked_at is null", moment, id) == 1
    }

    private static func gatewayKey(_ row: SQLRow) throws -> GatewayKey {
        GatewayKey(
            id: try row.id("id"), name: try row.text("name"),
            workstations: try row.read("workstations", as: "a list of texts", Self.list), madeAt: try row.moment("made_at"),
            madeBy: try row.id("made_by"), revokedAt: try row.optionalMoment("revoked_at"))
    }
}
