/// One Swift file of the repository, as the rules look at it.
struct SourceFile: Sendable, CustomStringConvertible {
    /// Relative to the repository: `Sources/FIAS/Record.swift`.
    let path: String
    /// As written.
    let lines: [String]
    /// The same lines with comments and strings blanked out.
    let code: [String]
    let allCode: String

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        allCode = SwiftText.codeOnly(text)
        code = allCode.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// `Storage` for `Sources/Storage/Tables/CheckTable.swift`, `bench` for `Benchmarks/Main.swift`, `WebTests` for `Tests/WebTests/…`.
    var target: String {
        let folders = path.split(separator: "/")
        if folders.first == "Benchmarks" { return "bench" }
        if folders.first == "Torture" { return "torture" }
        return folders.count > 2 ? String(folders[1]) : ""
    }

    /// Without folder and extension.
    var name: String {
        let file = path.split(separator: "/").last ?? ""
        return file.hasSuffix(".swift") ? String(file.dropLast(6)) : String(file)
    }

    var isProduct: Bool { path.hasPrefix("Sources/") }
    var isTest: Bool { path.hasPrefix("Tests/") }
    var description: String { path }
}
