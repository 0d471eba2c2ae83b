/// So much off one line of a check, or off the check as a whole (`S2-11`). It is never edited: what is taken back is a `DiscountRemoval`.
package struct Discount: Hashable, Sendable, Codable, Identifiable {
    /// Made by the order screen, so that a batch sent twice gives nothing twice.
    package let id: ClientKey
    /// Nil for the check as a whole.
    package let lineID: ClientKey?
    package let value: DiscountValue
    /// Nil when somebody typed it.
    package let presetID: DiscountPresetID?
    /// What it is called on the screen and on paper, as it was when it was given.
    package let name: LocalizedName
    /// Why; may be empty where a preset says it all.
    package let reason: String
    /// The discount that this one carries on: of the whole check, spread over its lines (`S2-12`); of the sale, given back with its
    /// articles (`S1-11`).
    package let carriesOn: ClientKey?
    package let givenAt: Timestamp
    /// Who gave it; on what is given back, who gave the first one.
    package let givenBy: CashierID

    /// The longest reason, in characters.
    package static let reasonCharactersMax = CheckLine.noteCharactersMax
    /// What one is called that somebody typed.
    package static let customName = LocalizedName(fr: "Remise", en: "Discount")

    /// A discount.
    package init(
        id: ClientKey, lineID: ClientKey?, value: DiscountValue, presetID: DiscountPresetID? = nil, name: LocalizedName,
        reason: String = "",
        carriesOn: ClientKey? = nil, givenAt: Timestamp, givenBy: CashierID
    ) {
        self.id = id
        self.lineID = lineID
        self.value = value
        self.presetID = presetID
        self.name = name
        self.reason = reason
        self.carriesOn = carriesOn
        self.givenAt = givenAt
        self.givenBy = givenBy
    }
}

/// A discount taken back, before payment (`S2-15`).
package struct DiscountRemoval: Hashable, Sendable, Codable, Identifiable {
    /// Made by the order screen.
    package let id: ClientKey
    package let discountID: ClientKey
    package let removedAt: Timestamp
    package let removedBy: CashierID

    /// A removal of one discount.
    package init(id: ClientKey, discountID: ClientKey, removedAt: Timestamp, removedBy: CashierID) {
        self.id = id
        self.discountID = discountID
        self.removedAt = removedAt
        self.removedBy = removedBy
    }
}

/// How much a discount takes off.
package enum DiscountValue: Hashable, Sendable, Codable {
    /// A share of the price: it follows the price when articles are taken back.
    case share(Rate)
    /// An amount, more than nothing: never more than the price that is left.
    case amount(Money)

    /// What it takes off a price: of the other sign, and never more than the price.
    package func off(_ price: Money) -> Money {
        let size = price.isNegative ? -price : price
        let off =
            switch self {
            case .share(let rate): rate.of(size)
            case .amount(let amount): min(amount, size)
            }
        return price.isNegative ? off : -off
    }

    /// Lets it be given off a price, or refuses it.
    /// - Throws: `Refusal.discountShareOutOfRange`, `.discountNotPositive`, `.discountAbovePrice`.
    package func mustFit(_ price: Money) throws(Refusal) {
        switch self {
        case .share(let rate): guard rate > .zero else { throw .discountShareOutOfRange }
        case .amount(let amount):
            guard amount.isPositive else { throw .discountNotPositive }
            guard amount <= price else { throw .discountAbovePrice(price) }
        }
    }
}

/// One line's part of one discount: what payments carry, and reports add up.
package struct DiscountPart: Hashable, Comparable, Sendable {
    package let discountID: ClientKey
    package let lineID: ClientKey
    package let itemizer: Itemizer

    /// A part.
    package init(discountID: ClientKey, lineID: ClientKey, itemizer: Itemizer) {
        self.discountID = discountID
        self.lineID = lineID
        self.itemizer = itemizer
    }

    package static func < (left: DiscountPart, right: DiscountPart) -> Bool {
        (left.discountID.text, left.lineID.text) < (right.discountID.text, right.lineID.text)
    }
}
