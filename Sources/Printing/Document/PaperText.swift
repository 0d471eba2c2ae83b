import PointOfSale

/// Money and times as they stand on paper: with signs that every printer has, where the screen has finer ones.
struct PaperText {
    let language: Language
    let calendar: BusinessCalendar

    /// `1 204,80 €`, `EUR 1,204.80` where a page lacks the sign: the encoder sees to that.
    func money(_ amount: Money) -> String {
        let sign = amount.isNegative ? "-" : ""
        let symbol = Self.symbol(of: amount.currency)
        let number = digits(abs(amount.minorUnits), amount.currency)
        return language == .fr ? "\(sign)\(number) \(symbol)" : "\(sign)\(symbol)\(number)"
    }

    /// Without its symbol, for columns.
    func bare(_ amount: Money) -> String { (amount.isNegative ? "-" : "") + digits(abs(amount.minorUnits), amount.currency) }

    /// `5,5 %`.
    func rate(_ rate: Rate) -> String {
        let (whole, rest) = rate.basisPoints.quotientAndRemainder(dividingBy: 100)
        let padded = rest < 10 ? "0\(rest)" : String(rest)
        let fraction = rest == 0 ? "" : point + (padded.hasSuffix("0") ? String(padded.dropLast()) : padded)
        return "\(whole)\(fraction)" + (language == .fr ? " %" : "%")
    }

    /// `20:14`.
    func clock(_ moment: Timestamp) -> String {
        let time = calendar.localTime(at: moment)
        return "\(Self.pair(time.hour)):\(Self.pair(time.minute))"
    }

    /// `22/11/2026 20:14`; in English `22 Nov 2026 20:14`, which nobody reads the wrong way round.
    func full(_ moment: Timestamp) -> String {
        let time = calendar.localTime(at: moment)
        let date =
            language == .fr
            ? "\(Self.pair(time.day))/\(Self.pair(time.month))/\(time.year)" : "\(time.day) \(Self.months[time.month - 1]) \(time.year)"
        return "\(date) \(clock(moment))"
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private var point: String { language == .fr ? "," : "." }

    private static func symbol(of currency: Currency) -> String {
        switch currency.code {
        case "EUR": "€"
        case "GBP": "£"
        case "USD": "$"
        default: currency.code
        }
    }

    private func digits(_ units: Int, _ currency: Currency) -> String {
        var text = String(units)
        let missing = currency.minorDigits + 1 - text.utf8.count
        if missing > 0 { text = String(repeating: "0", count: missing) + text }
        let whole = Array(text.dropLast(currency.minorDigits))
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped += language == .fr ? " " : "," }
            grouped.append(digit)
        }
        return currency.minorDigits == 0 ? grouped : grouped + point + text.suffix(currency.minorDigits)
    }

    static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
