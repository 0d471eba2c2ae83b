/// A rate in basis points (hundredths of a percent): VAT at 5.5 % is 550.
package struct Rate: Hashable, Comparable, Sendable, Codable {
    /// Hundredths of a percent, 0 to 10,000.
    package let basisPoints: Int

    /// Makes a rate; nil outside 0…100 %.
    package init?(basisPoints: Int) {
        guard (0...10_000).contains(basisPoints) else { return nil }
        self.basisPoints = basisPoints
    }

    /// Nothing.
    package static let zero = Rate(unchecked: 0)

    private init(unchecked: Int) { basisPoints = unchecked }

    /// The tax inside a gross amount: gross × rate ÷ (1 + rate), rounded half away from zero.
    package func included(in gross: Money) -> Money {
        Money(Self.rounded(gross.minorUnits * basisPoints, by: 10_000 + basisPoints), gross.currency)
    }

    /// This share of an amount, rounded half away from zero: a tip of 5 %.
    package func of(_ amount: Money) -> Money {
        Money(Self.rounded(amount.minorUnits * basisPoints, by: 10_000), amount.currency)
    }

    package static func < (left: Rate, right: Rate) -> Bool { left.basisPoints < right.basisPoints }

    private static func rounded(_ numerator: Int, by denominator: Int) -> Int {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        return 2 * abs(remainder) >= denominator ? quotient + numerator.signum() : quotient
    }
}
