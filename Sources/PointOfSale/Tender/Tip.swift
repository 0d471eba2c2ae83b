/// What a tip may be.
package enum Tip {
    /// A tip may be at most this share of the payment: 100 %. More is a typing mistake.
    package static let shareMax = 1

    /// Lets a tip pass, or refuses it.
    /// - Throws: `Refusal.tipNegative`, `.tipTooLarge`.
    package static func mustBeSensible(_ tip: Money, on amount: Money) throws(Refusal) {
        guard !tip.isNegative else { throw .tipNegative }
        guard tip <= amount * shareMax else { throw .tipTooLarge(amount * shareMax) }
    }
}
