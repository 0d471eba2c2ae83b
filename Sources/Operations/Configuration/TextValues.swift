import PointOfSale

extension Money {
    /// Takes a price as an installer types it: `29`, `29.00`, `29,5`. Nil when it is no amount, or finer than the currency.
    init?(typed text: String, _ currency: Currency) {
        let parts = text.split(whereSeparator: { $0 == "." || $0 == "," }).map(String.init)
        let separators = text.filter { $0 == "." || $0 == "," }.count
        guard (1...2).contains(parts.count), separators == parts.count - 1,
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }),
            parts[0].count <= 9
        else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.count <= currency.minorDigits else { return nil }
        let padded = fraction + String(repeating: "0", count: currency.minorDigits - fraction.count)
        guard let minorUnits = Int(parts[0] + padded), minorUnits <= Money.minorUnitsMax else { return nil }
        self.init(minorUnits, currency)
    }
}

extension Rate {
    /// Takes percent as text: `10`, `5.5`, `5,50`. Nil when it is none.
    init?(percent text: String) {
        guard let hundredths = Money(typed: text, Currency(code: "PCT", minorDigits: 2)) else { return nil }
        self.init(basisPoints: hundredths.minorUnits)
    }
}

/// `05:30` as minutes after midnight; nil when it is no time of day.
func minuteOfDay(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isASCIIDigit) }), let hour = Int(parts[0]),
        let minute = Int(parts[1]),
        hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
}

extension Character {
    /// 0 to 9 and nothing else: other scripts' digits are digits to Unicode, not to a till.
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
