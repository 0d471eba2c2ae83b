import PointOfSale

/// The other Ardoise that is this till's gateway (`S1-02`).
package struct RelayLink: Hashable, Sendable {
    /// Where it is: `https://…`.
    package let address: String
    /// The key that it knows us by, sealed; empty while none was given.
    package let sealedKey: String
}

extension SQLTransaction {
    /// The gateway elsewhere that the charge to a room names; nil when this till talks to the hotel itself.
    package func relayLink() throws -> RelayLink? {
        let room = try paymentMethods().first { $0.kind == .room && $0.integration == .opera && $0.isActive && $0.isGatewayElsewhere }
        return try room.map { RelayLink(address: $0.serverAddress, sealedKey: try relayKey() ?? "") }
    }

    /// The key for the gateway, sealed; nil while none was given.
    package func relayKey() throws -> String? { try first("select gateway_key from relay_link")?.text("gateway_key") }

    /// Keeps the key for the gateway, sealed by whoever writes it.
    package func setRelayKey(_ sealed: String) throws {
        try execute(
            """
            insert into relay_link (property_id, gateway_key) values ((select id from property), $1)
            on conflict (property_id) do update set gateway_key = $1
            """,
            sealed)
    }
}
