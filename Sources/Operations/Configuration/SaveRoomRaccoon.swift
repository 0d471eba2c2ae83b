package import PointOfSale
package import Storage

/// The RoomRaccoon integration as somebody typed it into the back office.
package struct RoomRaccoonDraft: Hashable, Sendable {
    /// Everything but the key.
    package var link: RoomRaccoonLink
    /// A new key; nil leaves the one in force.
    package var newKey: String?

    /// A draft.
    package init(link: RoomRaccoonLink, newKey: String? = nil) {
        self.link = link
        self.newKey = newKey
    }
}

extension Restaurant {
    /// Adds the RoomRaccoon integration, or changes it; its line is set up anew with what was saved (`S2-02`, `S2-03`).
    /// - Returns: whether its way of paying is still to be made (`S2-04`).
    /// - Throws: `Refusal` — not permitted, a field that is wrong; on and not in test mode, a key or a hotel number that is missing.
    package func saveRoomRaccoon(_ draft: RoomRaccoonDraft, by cashier: Cashier) async throws -> Bool {
        try cashier.mustBeAllowed(.configure)
        var link = draft.link
        try link.check()
        let newKey = try draft.newKey.map(SettingRules.trimmed).flatMap { $0.isEmpty ? nil : $0 }.map { key throws(Refusal) in
            guard key.count <= RoomRaccoonLink.apiKeyCharactersMax, key.isOneWord else { throw .settingInvalid(.apiKey) }
            return key
        }
        let sealed = try newKey.map(pepper.seal)
        let (moment, checked) = (now(), link)
        let isMissing = try await database.write { tx in
            let before = try tx.roomRaccoonLink()
            var link = checked
            link.apiKey = sealed ?? before?.apiKey ?? ""
            if link.isOn, !link.isTest {
                guard !link.apiKey.isEmpty else { throw Refusal.settingInvalid(.apiKey) }
                guard !link.hotelID.isEmpty else { throw Refusal.settingInvalid(.hotelID) }
            }
            // A charge made in training must never reach the real hotel, nor one of guests the simulated.
            if let before, before.isTest != link.isTest, try tx.hasPostingsUnderWay(for: .roomRaccoon) { throw Refusal.postingsUnderWay }
            try tx.setRoomRaccoonLink(link)
            try tx.journalChange(
                of: tx.property().id.text, from: before?.facts(keyIsNew: false), to: link.facts(keyIsNew: sealed != nil), by: cashier.id,
                at: moment)
            return try !tx.paymentMethods().contains { $0.integration == .roomRaccoon && $0.kind == .room }
        }
        roomRaccoonChanges.announce()
        return isMissing
    }
}

extension RoomRaccoonLink {
    /// Tidies what was given and refuses what no line could be made with.
    mutating func check() throws(Refusal) {
        name = try SettingRules.name(name)
        hotelID = SettingRules.trimmed(hotelID)
        guard hotelID.count <= Self.hotelIDCharactersMax, hotelID.isOneWord else { throw .settingInvalid(.hotelID) }
        serviceAddress = SettingRules.trimmed(serviceAddress)
        guard serviceAddress.count <= Self.addressCharactersMax, serviceAddress.isOneWord, serviceAddress.isSafeAddress else {
            throw .settingInvalid(.serviceAddress)
        }
        let groups = revenueGroups.values + [tipGroup].compactMap(\.self)
        guard groups.allSatisfy(Self.groups.contains) else { throw .settingInvalid(.roomRaccoonGroup) }
    }

    func facts(keyIsNew: Bool) -> SettingFacts {
        let groups = revenueGroups.sorted { $0.key < $1.key }.map { "\($0.key.number) → \($0.value)" }
        return SettingFacts(
            subject: "integration \(name)",
            values: [
                "on": String(isOn), "test": String(isTest), "hotelID": hotelID, "key": keyIsNew ? "a new one" : "",
                "signature": String(signature.isAsked), "printSignature": signature.printing.rawValue, "address": serviceAddress,
                "revenueGroups": groups.joined(separator: ", "), "tipGroup": tipGroup.map(String.init) ?? "",
            ])
    }
}

extension String {
    /// Whether it is one run of plain signs; nothing at all is one too.
    fileprivate var isOneWord: Bool { unicodeScalars.allSatisfy { (0x21...0x7E).contains($0.value) } }

    /// Whether what is sent there travels sealed: over TLS, or not beyond this machine.
    fileprivate var isSafeAddress: Bool {
        let address = lowercased()
        return address.hasPrefix("https://") || ["http://127.0.0.1", "http://localhost", "http://[::1]"].contains { address.hasPrefix($0) }
    }
}
