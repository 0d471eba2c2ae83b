/// How money, dates and times are written in a language.
struct Formats: Sendable {
    let language: Language
    let currency: String
    let minorDigits: Int

    private static let months: [Language: [String]] = [
        .french: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
        .english: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ]

    init(language: Language, identity: Hotel.Identity) {
        self.language = language
        currency = identity.currencyCode == "EUR" ? "€" : identity.currencyCode
        minorDigits = identity.currencyMinorDigits
    }

    /// `1 234,50 €` or `€1,234.50`, with a real minus.
    func money(_ minor: Int) -> String {
        let parts = AmountText.text(abs(minor), minorDigits: minorDigits).split(separator: ".")
        let whole = grouped(String(parts[0]))
        let decimals = parts.count > 1 ? String(parts[1]) : ""
        let sign = minor < 0 ? "−" : ""
        return switch language {
        case .french: "\(sign)\(whole)\(decimals.isEmpty ? "" : ",\(decimals)")\u{A0}\(currency)"
        case .english: "\(sign)\(currency)\(whole)\(decimals.isEmpty ? "" : ".\(decimals)")"
        }
    }

    /// `22 nov.` or `22 Nov`.
    func day(_ date: CivilDate) -> String {
        let (_, month, day) = date.components
        return "\(day)\u{A0}\(Self.months[language]?[month - 1] ?? "")"
    }

    /// `20:15` from `201500`; the text itself when it is no time.
    func time(_ hhmmss: String) -> String {
        guard hhmmss.count == 6, hhmmss.allSatisfy(\.isNumber) else { return hhmmss }
        return "\(hhmmss.prefix(2)):\(hhmmss.dropFirst(2).prefix(2))"
    }

    private func grouped(_ digits: String) -> String {
        let separator = language == .french ? "\u{202F}" : ","
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += separator }
            text.append(digit)
        }
        return text
    }
}
