/// Money of the hotel as whole minor units (cents), read and written as text.
package enum AmountText {
    /// The longest amount that is read, in digits: FIAS 2.20.24 data type M allows 15 characters.
    static let digitsMax = 15

    /// Reads `500.00`, `-12.5` or `7` into minor units; nil for anything else or for too many decimals.
    package static func minorUnits(_ text: String, minorDigits: Int) -> Int? {
        let negative = text.hasPrefix("-")
        let parts = text.dropFirst(negative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = parts.first, !whole.isEmpty else { return nil }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard parts.count == 1 || !decimals.isEmpty, decimals.count <= minorDigits else { return nil }
        let digits = whole + decimals + String(repeating: "0", count: minorDigits - decimals.count)
        guard digits.count <= digitsMax, digits.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(digits) else { return nil }
        return negative ? -value : value
    }

    /// Reads an amount as FIAS carries it to the hotel: digits with an optional leading minus, no decimal sign.
    package static func wireMinorUnits(_ text: String) -> Int? {
        minorUnits(text, minorDigits: 0)
    }

    /// `500.00` from 50 000 with two minor digits.
    package static func text(_ minor: Int, minorDigits: Int) -> String {
        guard minorDigits > 0 else { return String(minor) }
        let digits = padded(abs(minor), to: minorDigits + 1)
        return (minor < 0 ? "-" : "") + digits.dropLast(minorDigits) + "." + digits.suffix(minorDigits)
    }
}
