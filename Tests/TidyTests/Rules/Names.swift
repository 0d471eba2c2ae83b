extension Rule {
    static let fileNamedAfterContent = Rule(
        name: "a file is named after what it declares",
        why: "Whoever looks for a thing finds it by the name of the file.",
        remedy: "Name it after its main type, after the first word of its family of types, or after the one action that it adds.",
        broken: [
            snippet("Sources/Web/Pages/Things.swift", "struct FloorPage {}"),
            snippet("Sources/FIAS/BillRecords.swift", "struct BillItem {}\nstruct GuestIn {}"),
        ],
        kept: [
            snippet("Sources/Web/Pages/FloorPage.swift", "private struct Row {}\nstruct FloorPage {}\nstruct Other {}"),
            snippet("Sources/FIAS/BillRecords.swift", "struct BillItem {}\nstruct BillBalance {}"),
            snippet("Sources/Ardoise/TillBodies.swift", "struct PINBody {}\nstruct CheckBody {}"),
            snippet("Sources/Operations/Floor/ShowFloor.swift", "struct FloorView {}\nextension Restaurant {\n    func floor() {}\n}"),
            snippet("Sources/Storage/Tables/CheckTable.swift", "extension SQLTransaction {\n    package func check() {}\n}"),
            snippet("Sources/FIAS/Record+Coding.swift", "struct Coding {}\nextension Record {}"),
            snippet("Sources/Ardoise/Main.swift", "@main\nstruct Ardoise {}"),
        ],
        findings: { file in
            guard file.isProduct, file.name != "Main" else { return [] }
            let wanted = String(file.name.prefix { $0 != "+" })
            if wanted != file.name, file.code.contains(where: { $0.hasPrefix("extension \(wanted)") }) { return [] }
            let action = wanted.prefix(1).lowercased() + wanted.dropFirst()
            let types = file.visibleTopLevelTypes
            let family = wanted.prefix(1) + wanted.dropFirst().prefix { !$0.isUppercase }
            let names = file.functionNames.union(types)
            if names.contains(wanted) || names.contains(action) { return [] }
            let kind = kindOfMany(wanted)
            if types.allSatisfy({ $0.hasPrefix(family) || $0.hasSuffix(kind) }) || file.addsAction { return [] }
            return [Finding(line: 1, what: "nothing in `\(file.name).swift` is called `\(wanted)` or `\(action)`")]
        })

    /// `Body` for `TillBodies`, `Record` for `BillRecords`: what a file of several things of one kind is full of.
    private static func kindOfMany(_ name: String) -> String {
        guard let start = name.lastIndex(where: \.isUppercase) else { return name }
        let many = name[start...]
        if many.hasSuffix("ies") { return many.dropLast(3) + "y" }
        return String(many.hasSuffix("s") ? many.dropLast() : many)
    }

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
            guard line.utf8.contains(UInt8(ascii: "{")) || line.contains("typealias") else { return nil }
            return line.firstMatch(of: /\b(?:struct|class|enum|actor|protocol|typealias)\s+(\w+)/).map { (index + 1, String($0.1)) }
        }
    }

    /// Types that the file shows to others: not nested, not private.
    fileprivate var visibleTopLevelTypes: [String] {
        code.filter { line in !line.isEmpty && !" }/".utf8.contains(line.utf8.first ?? 0) }.compactMap { line in
            line.prefixMatch(of: /(?:package |final |indirect |nonisolated |@\w+ )*(?:struct|class|enum|actor|protocol|typealias)\s+(\w+)/)
                .map { String($0.1) }
        }
    }

    /// An action of the restaurant: its file is called what the staff would call it.
    fileprivate var addsAction: Bool {
        code.contains("extension Restaurant {")
    }

    fileprivate var functionNames: Set<String> {
        Set(code.filter { $0.contains("func ") }.compactMap { line in line.firstMatch(of: /\bfunc\s+(\w+)/).map { String($0.1) } })
    }
}
