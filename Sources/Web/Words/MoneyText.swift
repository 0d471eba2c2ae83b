import PointOfSale

/// Money as people of a language write it: `1 204,80 €`, `€1,204.80`. The scripts follow the same rules (`common.js`).
struct MoneyText: Sendable {
    private let language: Language

    init(_ language: Language) { self.language = language }

    /// With its symbol.
    func text(_ amount: Money) -> String {
        let symbol = Self.symbol(of: amount.currency)
        let number = Self.number(abs(amount.minorUnits), amount.currency, group: group, point: point)
        let sign = amount.isNegative ? Self.minus : ""
        return language == .fr ? "\(sign)\(number)\(Self.noBreakSpace)\(symbol)" : "\(sign)\(symbol)\(number)"
    }

    /// Without its symbol, for columns.
    func bare(_ amount: Money) -> String {
        (amount.isNegative ? Self.minus : "") + Self.number(abs(amount.minorUnits), amount.currency, group: group, point: point)
    }

    /// As it stands in a field, ready to be changed: no groups.
    func field(_ amount: Money) -> String { Self.number(abs(amount.minorUnits), amount.currency, group: "", point: point) }

    /// A rate: `5,5 %`.
    func text(_ rate: Rate) -> String {
        let (whole, rest) = rate.basisPoints.quotientAndRemainder(dividingBy: 100)
        var digits = rest == 0 ? "" : (rest < 10 ? "0\(rest)" : String(rest))
        if digits.hasSuffix("0") { digits.removeLast() }
        return "\(whole)" + (digits.isEmpty ? "" : point + digits) + Words[language]["percent"]
    }

    /// Reads an amount as it was typed, in either manner: `1 204,80`, `1204.8`, `12`. Nil when it is none, or has too many digits.
    static func parse(_ typed: String, _ currency: Currency) -> Money? {
        let plain = typed.filter { !$0.isWhitespace && $0 != "€" }
        let parts = plain.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard (1...2).contains(parts.count), (1...wholeDigitsMax).contains(parts[0].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } })
        else { return nil }
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        guard fraction.utf8.count <= currency.minorDigits else { return nil }
        let padded = parts[0] + fraction + String(repeating: "0", count: currency.minorDigits - fraction.utf8.count)
        return Int(padded).map { Money($0, currency) }
    }

    /// What stands before or after the amount.
    static func symbol(of currency: Currency) -> String {
        switch currency.code {
        case "EUR": "€"
        case "GBP": "£"
        case "USD": "$"
        default: currency.code
        }
    }

    private static let wholeDigitsMax = 7
    private static let minus = "\u{2212}"
    private static let noBreakSpace = "\u{00A0}"
    private var group: String { language == .fr ? "\u{202F}" : "," }
    private var point: String { language == .fr ? "," : "." }

    private static func number(_ units: Int, _ currency: Currency, group: String, point: String) -> String {
        var digits = String(units)
        let missing = currency.minorDigits + 1 - digits.utf8.count
        if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
        let whole = Array(digits.dropLast(currency.minorDigits))
        var text = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text += group }
            text.append(digit)
        }
        return currency.minorDigits == 0 ? text : text + point + digits.suffix(currency.minorDigits)
    }
}
