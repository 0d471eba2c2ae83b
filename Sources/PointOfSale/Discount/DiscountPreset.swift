/// A discount that the house has set up, to be given with one tap (`S2-11`).
package struct DiscountPreset: Hashable, Sendable, Codable, Identifiable {
    package let id: DiscountPresetID
    package let name: LocalizedName
    package let value: DiscountValue
    package let scope: Scope
    /// Whether only those may give it who may give any discount.
    package let needsManager: Bool
    /// Where it stands among the others, from 0.
    package let position: Int
    package let isActive: Bool

    /// What a preset may be given on.
    package enum Scope: String, Hashable, Sendable, Codable, CaseIterable {
        case lines
        case check
        case both
    }

    /// The most places in the list.
    package static let positionMax = 999

    /// A preset.
    package init(
        id: DiscountPresetID, name: LocalizedName, value: DiscountValue, scope: Scope = .both, needsManager: Bool = false, position: Int,
        isActive: Bool = true
    ) {
        self.id = id
        self.name = name
        self.value = value
        self.scope = scope
        self.needsManager = needsManager
        self.position = position
        self.isActive = isActive
    }

    /// Whether it may be given on a line, or else on the check as a whole.
    package func applies(toLine: Bool) -> Bool { scope == .both || (scope == .lines) == toLine }

    /// Lets a cashier give it, or refuses it.
    /// - Throws: `Refusal.notPermitted`, `.discountOff`, `.discountNotForThis`.
    package func mustBeGiven(by cashier: Cashier, onLine: Bool) throws(Refusal) {
        try cashier.mustBeAllowed(needsManager ? .giveCustomDiscounts : .giveDiscounts)
        guard isActive else { throw .discountOff }
        guard applies(toLine: onLine) else { throw .discountNotForThis }
    }
}

/// The identity of a preset discount.
package typealias DiscountPresetID = Identifier<DiscountPreset>

/// A discount as it is asked for: one that the house has set up, or one that somebody types.
package struct DiscountWish: Hashable, Sendable {
    package let terms: Terms
    /// Why; a discount that somebody types needs one.
    package let reason: String

    /// Which discount.
    package enum Terms: Hashable, Sendable {
        case preset(DiscountPresetID)
        case custom(DiscountValue)
    }

    /// A wish.
    package init(_ terms: Terms, reason: String = "") {
        self.terms = terms
        self.reason = reason
    }
}
