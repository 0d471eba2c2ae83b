/// A language of the reception pages.
enum Language: String, CaseIterable, Sendable {
    case french = "fr"
    case english = "en"

    /// The language of a visitor: the chosen one, else the first of `Accept-Language` that there is, else French.
    init(cookie: String?, acceptLanguage: String?) {
        let chosen = cookie.flatMap { Language(rawValue: $0) }
        self = chosen ?? Language.preferred(in: acceptLanguage ?? "") ?? .french
    }

    var other: Language { self == .french ? .english : .french }

    /// The most alternatives of `Accept-Language` that are looked at.
    private static let alternativesMax = 10

    private static func preferred(in header: String) -> Language? {
        let alternatives = header.split(separator: ",").prefix(alternativesMax).map { alternative in
            let parts = alternative.split(separator: ";")
            let weight = parts.dropFirst().compactMap { part -> Double? in
                let text = part.drop { $0 == " " }
                return text.hasPrefix("q=") ? Double(text.dropFirst(2)) : nil
            }
            return (tag: parts.first.map { String($0.drop { $0 == " " }.prefix(2)).lowercased() } ?? "", weight: weight.first ?? 1)
        }
        let known = alternatives.filter { Language(rawValue: $0.tag) != nil && $0.weight > 0 }
        return known.max { $0.weight < $1.weight }.flatMap { best in
            known.first { $0.weight == best.weight }.flatMap { Language(rawValue: $0.tag) }
        }
    }
}
