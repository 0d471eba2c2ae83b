/// What the whole house goes by on paper.
package struct PaperSettings: Hashable, Sendable {
    /// Where guests reach the till with their own telephones, `https://…`; empty prints no link.
    package let publicAddress: String
    /// How long signatures are kept, days (`S2-07`).
    package let signatureDays: Int

    /// The longest address.
    package static let addressCharactersMax = 200
    /// What the days may be: long enough for the bill to be disputed, not for ever.
    package static let signatureDaysRange = 1...4000
    /// Thirteen months: a stay, and the time in which a card payment can be disputed.
    package static let signatureDaysDefault = 400

    /// Settings.
    package init(publicAddress: String = "", signatureDays: Int = signatureDaysDefault) {
        self.publicAddress = publicAddress
        self.signatureDays = signatureDays
    }
}
