/// A way of paying, as configured.
package struct PaymentMethod: Hashable, Sendable, Codable, Identifiable {
    package let id: PaymentMethodID
    /// Short code, unique: `CASH`, `CARD`, `IKPMS` (`S1-02`).
    package let code: String
    package let name: LocalizedName
    package let kind: Kind
    /// The hotel's code for it (`FIAS 2.20.24 §6.2`, PM, up to five characters).
    package let hotelCode: String
    /// Whether more may be given than is due.
    package let givesChange: Bool
    package let opensDrawer: Bool
    /// Where it stands among the others, from 0.
    package let position: Int
    package let isActive: Bool

    /// What happens when it is used.
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case cash
        case card
        /// The amount goes to a guest's account in the hotel.
        case room
    }

    /// The longest code of the hotel's (`FIAS 2.20.24 §7`, PM).
    package static let hotelCodeCharactersMax = 5

    /// A payment method.
    package init(
        id: PaymentMethodID, code: String, name: LocalizedName, kind: Kind, hotelCode: String, givesChange: Bool, opensDrawer: Bool,
        position: Int, isActive: Bool = true
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.kind = kind
        self.hotelCode = hotelCode
        self.givesChange = givesChange
        self.opensDrawer = opensDrawer
        self.position = position
        self.isActive = isActive
    }
}
