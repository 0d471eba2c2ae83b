import PointOfSale

/// Which of our languages a browser would rather read (RFC 9110 §12.5.4).
enum AcceptLanguage {
    /// The best of ours; nil when the header is missing or names none of them.
    static func preferred(_ header: String?) -> Language? {
        guard let header, header.utf8.count <= lengthMax else { return nil }
        var best: (language: Language, quality: Double)?
        for range in header.split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let tag = parts.first?.lowercased(), let language = Language(rawValue: String(tag.prefix { $0 != "-" })) else { continue }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if quality > best?.quality ?? 0 { best = (language, quality) }
        }
        return best?.language
    }

    private static let lengthMax = 500
}
