/// The words of docs/glossary.md that may not name a type, each with the word to use instead.
enum Glossary {
    static let forbidden: [String: String] = forbidden(in: Repository.text(of: "docs/glossary.md"))

    /// Rows look like ``| `Check` | the guest's bill | `Order`, `Ticket` | … |``: the third column holds the words to avoid.
    static func forbidden(in page: String) -> [String: String] {
        var words: [String: String] = [:]
        for row in page.split(separator: "\n") where row.hasPrefix("| `") {
            let columns = row.split(separator: "|", omittingEmptySubsequences: false)
            guard columns.count > 3, let word = columns[1].matches(of: /`(\w+)`/).first else { continue }
            for avoided in columns[3].matches(of: /`(\w+)`/) { words[String(avoided.1)] = String(word.1) }
        }
        return words
    }
}
