import PointOfSale

extension JSONValue {
    /// What stands behind a name, however it is spelt; nil when it stands nowhere, or several times and not the same.
    subscript(_ name: String) -> JSONValue? {
        let found = values(named: [JSONValue.Member(name: name, value: .null).plainName])
        guard let first = found.first, found.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    /// The values of a list; a single value that should be a list is one of one.
    var list: [JSONValue] {
        switch self {
        case .array(let values): values
        case .null: []
        default: [self]
        }
    }

    /// An amount `{amount, currencyCode}`: exact, from text or number, in our currency or none named; nil when it is none, or another
    /// currency's.
    func money(_ currency: Currency) -> Money? {
        if let code = self["currencyCode"]?.scalarText, code != currency.code { return nil }
        return self["amount"]?.scalarText.flatMap { Money(decimalText: $0, currency) }
    }

    /// A date, with or without a time behind it (`2020-05-08 19:17:25.0` has been met).
    var date: BusinessDate? { scalarText.flatMap { BusinessDate(iso: String($0.prefix(10))) } }
}

/// The object that explains a refusal (`exceptionDetailType`); any of it may be missing.
struct OHIPProblem: Hashable, Sendable {
    /// `FOF00094`: what decides, behind the status; never the words.
    let code: String?
    /// What the hotel says, for those who may see it.
    let words: String?

    init(_ body: [UInt8]) {
        let json = JSONReader.read(body)
        let detail = json?["o:errorDetails"]?.list.first
        code = json?["o:errorCode"]?.scalarText ?? detail?["o:errorCode"]?.scalarText
        words =
            json?["detail"]?.scalarText ?? json?["title"]?.scalarText ?? detail?["detail"]?.scalarText ?? detail?["title"]?.scalarText
    }

    /// Code and words in one line.
    var text: String? {
        let parts = [code, words].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ": ")
    }
}
