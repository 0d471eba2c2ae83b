extension Rule {
    static let documented = Rule(
        name: "every package type, function and constant is documented",
        why: "Another target reads it without reading its body: what it is, in which unit, what it throws, where the fact comes from.",
        remedy: "Write a `///` comment above it that says what the name does not; or drop `package` if only this target uses it.",
        broken: [
            snippet("Sources/FIAS/A.swift", "package struct A {}"),
            snippet("Sources/FIAS/A.swift", "/// A.\npackage struct A {\n\n    package static let bytesMax = 1\n}"),
            snippet("Sources/FIAS/A.swift", "// not a documentation comment\n@discardableResult\npackage func a() -> Int"),
            snippet("Sources/FIAS/A.swift", "extension A {\n    package static func parse() -> A\n}"),
        ],
        kept: [
            snippet("Sources/FIAS/A.swift", "package import NIOCore\n/// A.\n@frozen\npackage struct A {\n    package let b: Int\n}"),
            snippet("Sources/FIAS/A.swift", "extension A {\n    package static func == (a: A, b: A) -> Bool { true }\n}"),
            snippet("Sources/FIAS/A.swift", "extension A {\n    package var description: String { \"\" }\n}"),
            snippet("Sources/FIAS/A.swift", "struct A { let package: Int }\nlet a = package(1)"),
        ],
        findings: { file in
            guard file.isProduct else { return [] }
            return file.code.indices.compactMap { index in
                guard let name = packageDeclaration(file.code[index]), !isDocumented(file, above: index) else { return nil }
                return Finding(line: index + 1, what: "`\(name)` has no documentation comment")
            }
        })

    /// What a protocol of the standard library already documents.
    private static let documentedElsewhere: Set = [
        "description", "debugDescription", "errorDescription", "hash", "encode", "id", "==", "<", "+", "-", "+=", "-=",
        "rawValue",
        "allCases", "next",
        "makeAsyncIterator", "makeIterator", "startIndex", "endIndex", "index", "subscript", "stringLiteral",
    ]

    /// The declared name if the line declares something `package` that needs a documentation comment. The name and the type of a
    /// property may say enough; STYLE.md asks for a comment where they do not.
    private static func packageDeclaration(_ line: String) -> String? {
        guard line.contains("package ") else { return nil }
        let words = line.split { " \t".contains($0) }.map(String.init)
        guard let access = words.firstIndex(where: { $0 == "package" }), words[..<access].allSatisfy(isModifier) else { return nil }
        let rest = words[(access + 1)...].drop(while: isModifier)
        guard let keyword = rest.first, let declared = rest.dropFirst().first else {
            return nil
        }
        if keyword.hasPrefix("init") || keyword.hasPrefix("subscript") { return nil }
        let isStatic = words.contains("static")
        if !isStatic && (keyword == "let" || keyword == "var") { return nil }
        let keywords = ["struct", "class", "enum", "actor", "protocol", "func", "var", "let", "typealias"]
        guard keywords.contains(keyword) else { return nil }
        let isOperator = declared.first.map { "<=>!+-*/".contains($0) } ?? false
        let name = String(declared.prefix { !(isOperator ? "(" : "(<:={,").contains($0) })
        return documentedElsewhere.contains(name) || ProtocolRequirements.names.contains(name) ? nil : name
    }

    private static func isModifier(_ word: String) -> Bool {
        word.hasPrefix("@")
            || [
                "static", "final", "indirect", "mutating", "nonmutating", "nonisolated", "override", "lazy", "weak", "private(set)",
                "fileprivate(set)",
            ].contains(word)
    }

    private static func isDocumented(_ file: SourceFile, above index: Int) -> Bool {
        for line in file.lines[..<index].reversed() {
            let text = line.drop { $0 == " " || $0 == "\t" }
            if text.hasPrefix("///") { return true }
            if !text.hasPrefix("@") { return false }
        }
        return false
    }
}

/// What the product's own protocols ask for: documented there, once, and not again at each conformance.
enum ProtocolRequirements {
    static let names: Set<String> = Repository.swiftFiles.filter(\.isProduct).reduce(into: []) { $0.formUnion(names(in: $1.code)) }

    static func names(in code: [String]) -> Set<String> {
        var names: Set<String> = []
        var isInProtocol = false
        for line in code {
            if line.contains(/^[\w ]*\bprotocol\s+\w+.*\{$/) { isInProtocol = true }
            if line.hasPrefix("}") { isInProtocol = false }
            guard isInProtocol, let match = line.firstMatch(of: /^\s+.*\b(?:func|var)\s+(\w+)/) else { continue }
            names.insert(String(match.1))
        }
        return names
    }
}
