import Testing

/// What the pages say about the files is true.
@Suite struct DocumentTests {
    static let pages =
        ["README.md", "ARCHITECTURE.md", "STYLE.md", "CHANGELOG.md"] + Repository.files(under: "docs").filter { $0.hasSuffix(".md") }

    @Test func `every file that a page names exists`() {
        for page in Self.pages {
            for path in Self.paths(namedIn: Repository.text(of: page)) where !Self.exists(path, beside: page) {
                Issue.record("\(page) names `\(path)`, which is not there. Correct the page, or give the file back its name.")
            }
        }
    }

    @Test func `links and backticked paths are read, words and addresses are not`() {
        let page = """
            See `Web/Pages/RoomPage`, `Sources/FIAS/Record.swift`, `Storage/SQLite/`, [states](posting-states.md#top).
            Not [swift](https://swift.org), `GET /health`, `synchronous = FULL`, `PR/PS`, `/checks/{id}` nor `AS`.
            """
        #expect(
            Self.paths(namedIn: page) == [
                "Web/Pages/RoomPage", "Sources/FIAS/Record.swift", "Storage/SQLite/", "posting-states.md",
            ])
        #expect(Self.exists("Tests/TidyTests", beside: "README.md"))
        #expect(!Self.exists("Web/NoSuchFile", beside: "README.md"))
    }

    /// Paths begin with a folder of the repository or of `Sources`; links are whatever is no address on the network.
    private static func paths(namedIn page: String) -> [String] {
        let folders = Layers.product.union(["Sources", "Tests", "Benchmarks", "Torture", "docs", "scripts"])
        let named = page.matches(of: /`([A-Za-z]+\/[^`\s{}…*]*)`/).map { String($0.1) }
            .filter { path in folders.contains { path.hasPrefix($0 + "/") } }
        let linked = page.matches(of: /\]\(([^)\s#]+)(?:#[^)]*)?\)/).map { String($0.1) }.filter { !$0.contains("://") }
        return named + linked
    }

    private static func exists(_ path: String, beside page: String) -> Bool {
        let folder = page.split(separator: "/").dropLast().joined(separator: "/")
        let places = [path, "Sources/" + path, "Sources/" + path + ".swift", folder + "/" + path]
        return places.contains { Repository.exists($0) }
    }
}
