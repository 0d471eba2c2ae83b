/// What a tip may be.
package enum Tip {
    /// A tip may be at most this share of the payment where the house has set no other: all of it. More is a typing mistake.
    package static let shareMaxDefault = Rate(basisPoints: 10_000)!

    /// Lets a tip pass, or refuses it.
    /// - Parameter shareMax: the most that the house takes, as a share of the payment.
    /// - Throws: `Refusal.tipNegative`, `.tipTooLarge`.
    package static func mustBeSensible(_ tip: Money, on amount: Money, shareMax: Rate = shareMaxDefault) throws(Refusal) {
        guard !tip.isNegative else { throw .tipNegative }
        let limit = shareMax.of(amount)
        guard tip <= limit else { throw .tipTooLarge(limit) }
    }
}
