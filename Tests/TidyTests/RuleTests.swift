import Testing

/// The rules, each over the whole repository and each over the examples that prove that it can fail.
@Suite struct RuleTests {
    @Test(arguments: Rule.all)
    func `the repository keeps the rule`(rule: Rule) {
        if let report = rule.report(Repository.swiftFiles) { Issue.record("\(report)") }
    }

    @Test(arguments: Rule.all)
    func `the rule finds every bad example and no good one`(rule: Rule) {
        #expect(!rule.broken.isEmpty && !rule.kept.isEmpty, "a rule without examples cannot be trusted")
        for file in rule.broken {
            #expect(!rule.findings(file).isEmpty, "\(rule.name) let this pass:\n\(file.path)\n\(file.lines.joined(separator: "\n"))")
        }
        for file in rule.kept {
            #expect(rule.findings(file) == [], "\(rule.name) refused this:\n\(file.path)\n\(file.lines.joined(separator: "\n"))")
        }
    }

    @Test func `the repository was found`() {
        let targets = Set(Repository.swiftFiles.map(\.target))
        #expect(targets.isSuperset(of: Layers.product), "only found \(targets.sorted())")
    }

    @Test func `what a protocol asks for is read from its body alone`() {
        let file = snippet(
            "Sources/FIAS/A.swift", "package protocol A: Sendable {\n    var b: Int { get }\n    func c() throws\n}\nfunc d() {}")
        #expect(ProtocolRequirements.names(in: file.code) == ["b", "c"])
    }

    @Test func `a report names file, line, fault, reason and remedy`() {
        let rule = Rule.uncheckedSendable
        let report = rule.report([snippet("Sources/Web/A.swift", "\n\nstruct A: @unchecked Sendable {}")])
        #expect(report == "\(rule.name): \(rule.why) \(rule.remedy)\nSources/Web/A.swift:3: `@unchecked Sendable`")
        #expect(rule.report([snippet("Sources/Web/A.swift", "struct A {}")]) == nil)
    }

    @Test(arguments: [
        ("let a = 1 // b", "let a = 1     "),
        ("let a = \"b // c\" // d", "let a =                 "),
        ("a(\"x\\(b(\"y\"))z\")", "a(     b(   )    )"),
        ("#\"a\"b\"# + c", "         + c"),
        ("\"\"\"\na \"quoted\" {\n\"\"\" + b", "   \n            \n    + b"),
        ("/* a /* b */ c */ d", "                  d"),
        ("func `it's {`() {}", "func `______`() {}"),
        ("\"\\\"\" + a", "     + a"),
    ])
    func `comments and strings are blanked, code is kept where it was`(written: String, seen: String) {
        let blanked = SwiftText.codeOnly(written)
        let same = blanked.filter { $0 != " " } == seen.filter { $0 != " " }
        #expect(same && blanked.utf8.count == written.utf8.count, "saw: \(blanked)")
    }
}
