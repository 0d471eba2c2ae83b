/// Where the house says "about" (STYLE.md: 250 and 60), the test says the number after which nobody would agree any more.
enum Limits {
    static let fileLinesMax = 300
    static let functionLinesMax = 70
    static let lineColumnsMax = 140
}

extension Rule {
    static let lengths: [Rule] = [shortFiles, shortFunctions, shortLines]

    static let shortFiles = Rule(
        name: "a file holds at most \(Limits.fileLinesMax) lines",
        why: "One idea per file; a file should fit in one reading.",
        remedy: "Find the second idea and give it a file of its own name.",
        broken: [snippet("Sources/Web/Router.swift", String(repeating: "let a = 1\n", count: 301))],
        kept: [snippet("Sources/Web/Router.swift", String(repeating: "let a = 1\n", count: 300))],
        findings: { file in
            let count = file.lines.last == "" ? file.lines.count - 1 : file.lines.count
            return count > Limits.fileLinesMax ? [Finding(line: Limits.fileLinesMax + 1, what: "the file has \(count) lines")] : []
        })

    static let shortFunctions = Rule(
        name: "a function holds at most \(Limits.functionLinesMax) lines",
        why: "A function is read as one thought; about 60 lines fit on a screen.",
        remedy: "Take out the step that has a name of its own.",
        broken: [
            snippet("Sources/Web/A.swift", "func a(x: Int = { 1 }()) -> [Int]\nwhere Int: Any {\n" + many("f { $0 }", 70) + "}"),
            snippet("Sources/Web/A.swift", "struct A {\n init?() {\n" + many("// }", 71) + " }\n}"),
        ],
        kept: [
            snippet("Sources/Web/A.swift", "func a() {\n" + many("f { $0 }", 68) + "}"),
            snippet("Sources/Web/A.swift", "protocol P {\n func a()\n init(a: Int)\n}\n" + many("let a = \"{\"", 90)),
            snippet("Sources/Web/A.swift", "let a = B.init(1)\nenum C {\n" + many("case d", 90) + "}"),
        ],
        findings: { file in
            FunctionSpan.all(in: file.code).filter { $0.lineCount > Limits.functionLinesMax }
                .map { Finding(line: $0.firstLine, what: "`\($0.name)` has \($0.lineCount) lines") }
        })

    private static func many(_ line: String, _ count: Int) -> String {
        String(repeating: "  \(line)\n", count: count)
    }

    static let shortLines = Rule(
        name: "a line holds at most \(Limits.lineColumnsMax) characters",
        why: "Two files fit side by side, and differences can be read.",
        remedy: "Break the line, or name a part of it.",
        broken: [snippet("Sources/Web/A.swift", "let a = \"" + String(repeating: "é", count: 140) + "\"")],
        kept: [snippet("Sources/Web/A.swift", "let a = \"" + String(repeating: "é", count: 130) + "\"")],
        findings: { file in
            file.lines.enumerated().filter { $0.element.utf8.count > Limits.lineColumnsMax && $0.element.count > Limits.lineColumnsMax }
                .map { Finding(line: $0.offset + 1, what: "the line has \($0.element.count) characters") }
        })
}
