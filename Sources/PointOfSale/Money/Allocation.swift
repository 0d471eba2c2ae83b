/// Splitting an amount so that the parts add back up to the last minor unit.
package enum Allocation {
    /// Splits `total` in proportion to `weights` by largest remainder.
    ///
    /// Each part is the exact share rounded down or up by less than one minor unit; ties go to the earlier part, so the same
    /// input gives the same parts. Weights may be negative (discounts) as long as they do not add up to nothing.
    ///
    /// - Precondition: `weights` is not empty, and its sum is not zero unless `total` is.
    /// - Returns: one part per weight; their sum is `total`.
    package static func largestRemainder(_ total: Int, weights: [Int]) -> [Int] {
        precondition(!weights.isEmpty, "nothing to split over")
        let sum = weights.reduce(0, +)
        guard sum != 0 else {
            precondition(total == 0, "an amount cannot be split over weights that cancel out")
            return weights.map { _ in 0 }
        }
        var parts: [Int] = []
        var remainders: [(index: Int, remainder: Int128)] = []
        for (index, weight) in weights.enumerated() {
            let (quotient, remainder) = flooredDivision(Int128(total) * Int128(weight), by: Int128(sum))
            parts.append(Int(quotient))
            remainders.append((index, remainder))
        }
        let left = total - parts.reduce(0, +)
        remainders.sort { ($0.remainder, $1.index) > ($1.remainder, $0.index) }
        for place in remainders.prefix(left) { parts[place.index] += 1 }
        return parts
    }

    /// What a part of a whole carries of each of its groups, after what other parts carry: over all parts every group adds back up.
    ///
    /// - Precondition: `amount` is not more than `whole` less `taken`.
    package static func portion<Group: Hashable & Comparable>(
        of amount: Money, in whole: [Group: Money], after taken: [[Group: Money]]
    ) -> [Group: Money] {
        let groups = whole.keys.sorted()
        let left = groups.map { group in taken.reduce(whole[group]!.minorUnits) { $0 - ($1[group]?.minorUnits ?? 0) } }
        precondition(abs(amount.minorUnits) <= abs(left.reduce(0, +)), "a payment cannot carry more than is left of the check")
        let parts = largestRemainder(amount.minorUnits, weights: left)
        return Dictionary(uniqueKeysWithValues: zip(groups, parts.map { Money($0, amount.currency) }))
    }

    /// Division rounded towards minus infinity; the remainder is between nothing and |divisor|.
    private static func flooredDivision(_ numerator: Int128, by denominator: Int128) -> (quotient: Int128, remainder: Int128) {
        let (top, bottom) = denominator < 0 ? (-numerator, -denominator) : (numerator, denominator)
        let (quotient, remainder) = top.quotientAndRemainder(dividingBy: bottom)
        return remainder < 0 ? (quotient - 1, remainder + bottom) : (quotient, remainder)
    }
}
