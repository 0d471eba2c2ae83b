package import PointOfSale
import Storage

extension Restaurant {
    /// The keys of the tills that this one is the gateway of, newest first.
    /// - Throws: `Refusal.notPermitted`.
    package func gatewayKeys(by cashier: Cashier) async throws -> [GatewayKey] {
        try cashier.mustBeAllowed(.configure)
        return try await database.read { tx in try tx.gatewayKeys() }
    }

    /// Makes a key for another till. Only the digest of the secret is kept.
    /// - Parameters:
    ///   - secret: what was shown to whoever makes it, this once.
    ///   - workstations: the workstations that it may post for; empty for all.
    /// - Throws: `Refusal` — not permitted, a name or a workstation that cannot be one, a secret that is taken, this till is no gateway
    ///   itself.
    package func makeGatewayKey(
        _ name: String, secret: GatewaySecret, workstations: [String], by cashier: Cashier
    ) async throws -> GatewayKey {
        try cashier.mustBeAllowed(.configure)
        let names = workstations.map(SettingRules.trimmed).filter { !$0.isEmpty }
        guard names.count <= GatewayKey.workstationsMax, names.allSatisfy(\.isWorkstation) else {
            throw Refusal.settingInvalid(.workstation)
        }
        let moment = now()
        let key = GatewayKey(
            id: .make(at: moment), name: try SettingRules.name(name), workstations: names, madeAt: moment, madeBy: cashier.id)
        try await database.write { tx in
            try tx.mustBeGateway()
            guard try !tx.isGatewayKeyTaken(digest: secret.digest) else { throw Refusal.settingTaken(.gatewayKey) }
            try tx.insertGatewayKey(key, digest: secret.digest)
            try tx.journalChange(of: key.id.text, from: nil, to: key.facts, by: cashier.id, at: moment)
        }
        return key
    }

    /// Makes a key open nothing any more, from the next request on.
    /// - Throws: `Refusal` — not permitted, unknown key.
    package func revokeGatewayKey(_ id: GatewayKeyID, by cashier: Cashier) async throws {
        try cashier.mustBeAllowed(.configure)
        let moment = now()
        try await database.write { tx in
            guard let before = try tx.gatewayKey(id) else { throw Refusal.unknownGatewayKey }
            guard try tx.revokeGatewayKey(id, at: moment), let after = try tx.gatewayKey(id) else { return }
            try tx.journalChange(of: id.text, from: before.facts, to: after.facts, by: cashier.id, at: moment)
        }
    }

    /// The key that a secret is for; nil when it is none, or opens nothing any more.
    package func gatewayKey(presenting text: String) async throws -> GatewayKey? {
        guard let secret = GatewaySecret(text) else { return nil }
        let digest = secret.digest
        return try await database.read { tx in try tx.gatewayKey(digest: digest) }
    }
}

extension SQLTransaction {
    /// Lets only a till that talks to the hotel itself be a gateway: two that name each other would hand a posting round for ever.
    func mustBeGateway() throws {
        guard try relayLink() == nil else { throw Refusal.gatewayNotHere }
    }
}

extension GatewayKey {
    fileprivate var facts: SettingFacts {
        SettingFacts(
            subject: "gateway key \(name)",
            values: ["workstations": workstations.joined(separator: " "), "state": isActive ? "made" : "revoked"])
    }
}

extension String {
    /// Whether it can name a workstation on the wire (`FIAS 2.20.24 §7`, WS).
    fileprivate var isWorkstation: Bool {
        (1...FolioPosting.workstationCharactersMax).contains(utf8.count)
            && utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "|") }
    }
}
