/// Checks that a page's elements open and close in order, and that its attributes are quoted: what a browser forgives, a test does not.
enum Markup {
    private static let void: Set<String> = ["meta", "link", "input", "hr", "br", "img"]

    /// What is wrong with a page, or nil.
    static func fault(in html: String) -> String? {
        var open: [String] = []
        var ids: Set<Substring> = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            rest = rest[start...]
            if rest.hasPrefix("<!doctype html>") {
                rest = rest.dropFirst("<!doctype html>".count)
                continue
            }
            guard let end = endOfTag(rest) else { return "a tag does not end: \(rest.prefix(60))" }
            let tag = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                let name = String(tag.dropFirst())
                guard open.last == name else { return "</\(name)> closes <\(open.last ?? "nothing")>" }
                open.removeLast()
                continue
            }
            let name = String(tag.prefix { $0.isLetter || $0.isNumber })
            guard !name.isEmpty else { return "a < that is no tag: \(tag.prefix(60))" }
            if let id = tag.firstMatch(of: /\ id="([^"]*)"/)?.output.1, !ids.insert(id).inserted { return "two elements are called \(id)" }
            if void.contains(name) || tag.hasSuffix("/") { continue }
            open.append(name)
            if name == "script", let close = rest.firstRange(of: "</script>") { rest = rest[close.lowerBound...] }
        }
        return open.isEmpty ? nil : "<\(open.joined(separator: "><"))> never closes"
    }

    /// The `>` that ends a tag: quotes may hold others.
    private static func endOfTag(_ text: Substring) -> Substring.Index? {
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == ">", !isQuoted { return index }
        }
        return nil
    }
}
