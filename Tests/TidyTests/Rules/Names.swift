extension Rule {
    static let fileNamedAfterContent = Rule(
        name: "a file is named after what it declares",
        why: "Whoever looks for a thing finds it by the name of the file.",
        remedy: "Name it after its main type or, if it adds one action to a type, after the action; `Type+Aspect.swift` for the rest.",
        broken: [
            snippet("Sources/Web/Pages/Things.swift", "struct FloorPage {}"),
            snippet("Sources/Operations/Floor/OpenCheck.swift", "extension Restaurant {\n    package func closeCheck() {}\n}"),
        ],
        kept: [
            snippet("Sources/Web/Pages/FloorPage.swift", "struct FloorPage {}"),
            snippet("Sources/Operations/Floor/OpenCheck.swift", "extension Restaurant {\n    package func openCheck() {}\n}"),
            snippet("Sources/Storage/Tables/CheckTable.swift", "extension SQLTransaction {\n    package func check() {}\n}"),
            snippet("Sources/Storage/SQLTransaction+Checks.swift", "extension SQLTransaction {}"),
            snippet("Sources/Ardoise/Main.swift", "@main\nstruct Ardoise {}"),
            snippet("Sources/FIAS/Framing.swift", "package enum Framing {}"),
        ],
        findings: { file in
            guard file.isProduct, file.name != "Main" else { return [] }
            let names = file.declaredNames
            let wanted = file.name.split(separator: "+").first.map(String.init) ?? file.name
            let action = wanted.prefix(1).lowercased() + wanted.dropFirst()
            let isTable = wanted.hasSuffix("Table") && names.contains("SQLTransaction")
            if isTable || names.contains(wanted) || names.contains(action) { return [] }
            return [Finding(line: 1, what: "nothing in `\(file.name).swift` is called `\(wanted)` or `\(action)`")]
        })

    static let cleanFileNames = Rule(
        name: "a name says what a thing does",
        why: "A Manager or a Helper is a place where anything may be put.",
        remedy: "Name it after the one thing that it does; split it if there are several.",
        broken: ["CheckManager", "StringHelpers", "Utils", "PostingHelper", "DateUtil", "Misc"].map {
            snippet("Sources/Web/\($0).swift", "")
        },
        kept: ["Sessions", "PostingDispatcher", "Manageress"].map { snippet("Sources/Web/\($0).swift", "") },
        findings: { file in
            let vague = ["Manager", "Managers", "Helper", "Helpers", "Util", "Utils", "Utilities", "Misc", "Common"]
            guard let word = vague.first(where: { file.name == $0 || file.name.hasSuffix($0) }) else { return [] }
            return [Finding(line: 1, what: "`\(file.name).swift` is a \(word)")]
        })

    static let glossaryWords = Rule(
        name: "the trade's word, once",
        why: "docs/glossary.md gives each thing one name; a second name for it is a second thing to every reader.",
        remedy: "Use the word in the first column of docs/glossary.md.",
        broken: ["Order", "Ticket", "User"].map { snippet("Sources/PointOfSale/\($0).swift", "package struct \($0): Sendable {}") },
        kept: ["OrderScreen", "Check", "Cashier"].map { snippet("Sources/PointOfSale/\($0).swift", "package struct \($0): Sendable {}") },
        findings: { file in
            guard ["PointOfSale", "Storage", "Operations", "Web"].contains(file.target) else { return [] }
            return file.declaredTypes.compactMap { type in
                Glossary.forbidden[type.name].map { Finding(line: type.line, what: "`\(type.name)` is called `\($0)` here") }
            }
        })
}

extension SourceFile {
    /// Types that the file declares, nested ones included.
    var declaredTypes: [(line: Int, name: String)] {
        code.enumerated().compactMap { index, line in
            line.firstMatch(of: /\b(?:struct|class|enum|actor|protocol|typealias)\s+(\w+)/).map { (index + 1, String($0.1)) }
        }
    }

    /// Types declared or extended, and functions.
    fileprivate var declaredNames: Set<String> {
        Set(
            code.flatMap { line in
                line.matches(of: /\b(?:struct|class|enum|actor|protocol|typealias|extension|func)\s+(?:[A-Z]\w*\.)*(\w+)/)
                    .map { String($0.1) }
            })
    }
}
