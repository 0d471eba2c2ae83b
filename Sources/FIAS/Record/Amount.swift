/// Money on the wire. FIAS 2.20.24 §2: to the hotel always minor units without a decimal sign; from the hotel `CL` and `BA` may hold one.
package enum Amount {
    /// The minor units of a text with or without a decimal point: with two digits, `500.00` and `50000` are the same amount.
    /// Nil when the text is blank, is no number, is finer than the minor unit or too large for 64 bits.
    package static func minorUnits(_ text: String, minorDigits: Int) -> Int? {
        precondition((0...6).contains(minorDigits), "minor digits run from 0 to 6")
        let trimmed = text.filter { $0 != " " }
        let isNegative = trimmed.hasPrefix("-")
        let parts = trimmed.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2, parts.allSatisfy(isDigits) else { return nil }
        guard parts.count == 2 else { return whole.isEmpty ? nil : Int((isNegative ? "-" : "") + whole) }
        guard !(whole.isEmpty && parts[1].isEmpty), parts[1].dropFirst(minorDigits).allSatisfy({ $0 == "0" }) else { return nil }
        let fraction = parts[1].prefix(minorDigits)
        let padding = String(repeating: "0", count: minorDigits - fraction.count)
        let digits = whole + fraction + padding
        return Int((isNegative ? "-" : "") + (digits.isEmpty ? "0" : digits))
    }

    private static func isDigits(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
