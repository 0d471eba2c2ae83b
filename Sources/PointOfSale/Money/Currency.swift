/// A currency as the till counts it: an ISO 4217 code and how many digits follow the point.
package struct Currency: Hashable, Sendable, Codable {
    /// ISO 4217, three capital letters.
    package let code: String
    /// Digits after the point: 2 for the euro, 0 for the yen, 3 for the Tunisian dinar.
    package let minorDigits: Int

    /// Makes a currency; the digits are bounded to what the hotel protocols can carry.
    package init(code: String, minorDigits: Int) {
        precondition((0...3).contains(minorDigits), "a currency has 0 to 3 minor digits")
        self.code = code
        self.minorDigits = minorDigits
    }

    /// The euro.
    package static let eur = Currency(code: "EUR", minorDigits: 2)

    /// The currencies a property may be set to, by ISO code.
    package static let known: [String: Currency] = Dictionary(
        uniqueKeysWithValues: [
            ("EUR", 2), ("CHF", 2), ("GBP", 2), ("USD", 2), ("CAD", 2), ("SEK", 2), ("NOK", 2), ("DKK", 2), ("PLN", 2), ("CZK", 2),
            ("MAD", 2),
            ("JPY", 0), ("TND", 3),
        ].map { ($0.0, Currency(code: $0.0, minorDigits: $0.1)) })
}
