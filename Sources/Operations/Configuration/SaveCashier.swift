package import PointOfSale
import Storage

/// One of the staff as somebody typed it into the back office.
package struct CashierDraft: Hashable, Sendable {
    package var number: Int
    package var name: String
    package var role: Cashier.Role
    package var language: Language
    package var isActive: Bool
    /// A new PIN; nil leaves the one in force.
    package var pin: String?

    /// A draft.
    package init(number: Int, name: String, role: Cashier.Role, language: Language, isActive: Bool = true, pin: String? = nil) {
        self.number = number
        self.name = name
        self.role = role
        self.language = language
        self.isActive = isActive
        self.pin = pin
    }
}

extension Restaurant {
    /// Takes somebody on, changes what they are, gives them a PIN, or lets them go; their number stays. Whoever is let go loses the PIN.
    /// - Throws: `Refusal` — not permitted, unknown, a field that is wrong, a number or a PIN that is taken, an easy PIN, nobody left who
    ///   could configure.
    package func saveCashier(_ draft: CashierDraft, id: CashierID? = nil, by cashier: Cashier) async throws -> Cashier {
        try cashier.mustBeAllowed(.configure)
        let name = try SettingRules.name(draft.name)
        let digest = try draft.pinDigest(pepper)
        let moment = now()
        return try await database.write { tx in
            let staff = try tx.cashiers()
            let before = staff.first { $0.id == id }
            if id != nil, before == nil { throw Refusal.unknownSetting }
            let number = try SettingRules.number(before?.number ?? draft.number, in: 1...99_999, .number)
            if before == nil, staff.contains(where: { $0.number == number }) { throw Refusal.settingTaken(.number) }
            let saved = Cashier(
                id: before?.id ?? .catalogue("cashier", String(number)), number: number, name: name, role: draft.role,
                language: draft.language, isActive: draft.isActive)
            try tx.upsert(saved, property: tx.property().id)
            if let digest, saved.isActive {
                if let owner = try tx.cashier(pinDigest: digest), owner.id != saved.id { throw Refusal.pinTaken }
                try tx.setPIN(digest, of: saved.id)
                try tx.journal(.pinSet, subject: saved.id.text, by: cashier.id, at: moment)
            }
            try tx.takePINsOfWhoLeft()
            try tx.mustHaveAnAdministrator()
            try tx.journalChange(of: saved.id.text, from: before?.facts, to: saved.facts, by: cashier.id, at: moment)
            return saved
        }
    }
}

extension CashierDraft {
    /// The digest of the PIN that was typed; nil when none was.
    fileprivate func pinDigest(_ pepper: PINPepper) throws -> String? {
        guard let text = pin.map(SettingRules.trimmed), !text.isEmpty else { return nil }
        guard let pin = PIN(text) else { throw Refusal.settingInvalid(.pin) }
        guard !pin.isTrivial else { throw Refusal.pinTooEasy }
        return try pepper.digest(of: pin)
    }
}

extension SQLTransaction {
    /// Refuses a change after which nobody could sign in and configure any more.
    fileprivate func mustHaveAnAdministrator() throws {
        let isThere = try cashiers().contains { try $0.may(.configure) && hasPIN($0.id) }
        guard isThere else { throw Refusal.administratorMissing }
    }
}

extension Cashier {
    fileprivate var facts: SettingFacts {
        SettingFacts(
            subject: "cashier \(number)",
            values: ["name": name, "role": role.rawValue, "language": language.rawValue, "active": String(isActive)])
    }
}
