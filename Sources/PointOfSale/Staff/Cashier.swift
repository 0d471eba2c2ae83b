/// An employee who acts at the till.
package struct Cashier: Hashable, Sendable, Codable, Identifiable {
    package let id: CashierID
    /// The staff number.
    package let number: Int
    /// The name on the screen and on receipts.
    package let name: String
    package let role: Role
    package let language: Language
    package let isActive: Bool

    /// What a cashier is; each role may do what the one before may, and more.
    package enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        case waiter
        case manager
        case administrator
    }

    /// A cashier.
    package init(id: CashierID, number: Int, name: String, role: Role, language: Language, isActive: Bool = true) {
        self.id = id
        self.number = number
        self.name = name
        self.role = role
        self.language = language
        self.isActive = isActive
    }

    /// Whether this cashier may do that.
    package func may(_ permission: Permission) -> Bool { isActive && role.permissions.contains(permission) }

    /// Lets the action pass, or refuses it.
    /// - Throws: `Refusal.notPermitted`.
    package func mustBeAllowed(_ permission: Permission) throws(Refusal) {
        guard may(permission) else { throw .notPermitted(permission) }
    }
}
