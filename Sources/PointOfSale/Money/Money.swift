/// An amount of money: an integer count of minor units and its currency. Never a fraction.
///
/// Adding amounts of two currencies, or overflowing, is a bug in the program and traps.
package struct Money: Hashable, Sendable, Codable {
    /// Minor units: cents for the euro. Negative for what is given back.
    package let minorUnits: Int
    /// The currency that `minorUnits` counts.
    package let currency: Currency

    /// No single amount may be larger, either way: ten million euros. Well inside FIAS's 15 digits (`FIAS 2.20.24 App. C`, type M).
    package static let minorUnitsMax = 1_000_000_000

    /// An amount of `minorUnits` in `currency`.
    package init(_ minorUnits: Int, _ currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// Nothing, in that currency.
    package static func zero(_ currency: Currency) -> Money { Money(0, currency) }

    /// Whether the amount is nothing.
    package var isZero: Bool { minorUnits == 0 }
    /// Whether more than nothing.
    package var isPositive: Bool { minorUnits > 0 }
    /// Whether less than nothing.
    package var isNegative: Bool { minorUnits < 0 }

    package static func + (left: Money, right: Money) -> Money {
        Money(left.minorUnits + right.minorUnits, left.common(right))
    }

    package static func - (left: Money, right: Money) -> Money {
        Money(left.minorUnits - right.minorUnits, left.common(right))
    }

    package static prefix func - (amount: Money) -> Money { Money(-amount.minorUnits, amount.currency) }

    package static func += (left: inout Money, right: Money) { left = left + right }

    /// A unit price times a number of articles.
    package static func * (price: Money, quantity: Int) -> Money { Money(price.minorUnits * quantity, price.currency) }

    private func common(_ other: Money) -> Currency {
        precondition(currency == other.currency, "amounts of two currencies were mixed")
        return currency
    }
}

extension Money: Comparable {
    package static func < (left: Money, right: Money) -> Bool {
        precondition(left.currency == right.currency, "amounts of two currencies were compared")
        return left.minorUnits < right.minorUnits
    }
}

extension Sequence<Money> {
    /// The sum, nothing for an empty sequence.
    package func total(_ currency: Currency) -> Money { reduce(.zero(currency), +) }
}
