import Testing

/// What is shipped beside Swift: templates, styles, scripts, data. Written here, safe by construction.
@Suite struct AssetTests {
    static let kinds: Set = [
        "swift", "mustache", "css", "js", "svg", "png", "json", "csv", "sql", "sqlite", "md", "yaml", "py", "txt", "sha256", "patch", "bin",
        "der", "pem",
    ]

    @Test func `only the kinds of file that this house writes`() {
        let folders = ["Sources", "Tests", "Benchmarks", "Torture"]
        let strangers = folders.flatMap { Repository.files(under: $0) }.filter { path in
            let name = path.split(separator: "/").last ?? ""
            return name.contains(".") && !Self.kinds.contains(String(name.split(separator: ".").last ?? ""))
        }
        #expect(strangers.isEmpty, "\(strangers): sources are written here; a new kind of file is added to the list on purpose")
    }

    @Test func `no third-party source is copied in`() {
        let copied = ["Sources", "Tests", "Benchmarks", "scripts"].flatMap { Repository.files(under: $0) }.filter { path in
            let place = path.lowercased()
            let foreignFolder = ["/vendor/", "/thirdparty/", "/third_party/", "/node_modules/"].contains { place.contains($0) }
            return foreignFolder || place.contains(".min.") || Self.carriesForeignNotice(Repository.text(of: path), path: path)
        }
        #expect(copied.isEmpty, "\(copied): use a package with its own licence file instead")
    }

    @Test func `a foreign notice is recognised`() {
        #expect(Self.carriesForeignNotice("// Copyright (c) 2019 Somebody", path: "Sources/Web/A.swift"))
        #expect(Self.carriesForeignNotice("/* SPDX-License-Identifier: MIT */", path: "Sources/Web/Public/a.js"))
        #expect(!Self.carriesForeignNotice("let copyright = property.name", path: "Sources/Web/A.swift"))
    }

    @Test func `templates escape everything and hold no code`() {
        #expect(!Self.templates.isEmpty)
        for path in Self.templates {
            for fault in Self.faults(inTemplate: Repository.text(of: path)) { Issue.record("\(path):\(fault)") }
        }
    }

    @Test(arguments: [
        "<p>{{{name}}}</p>", "<p>{{& name}}</p>", "<a onclick=\"go()\">", "<a href=\"javascript:go()\">", "<script>go()</script>",
        "<p style=\"color: red\">", "<style>p {}</style>",
    ])
    func `a template with unescaped text or inline code is refused`(line: String) {
        #expect(Self.faults(inTemplate: "<h1>{{title}}</h1>\n\(line)").count == 1)
    }

    @Test func `a plain template passes`() {
        let template = """
            <script type="module" src="/public/order.js"></script>
            <script type="application/json" id="page-data">{{{data}}}</script>
            <p class="style">{{#lines}}{{name}}{{/lines}}</p>
            """
        #expect(Self.faults(inTemplate: template) == [])
    }

    private static let templates = Repository.files(under: "Sources").filter { $0.hasSuffix(".mustache") }

    private static func carriesForeignNotice(_ text: String, path: String) -> Bool {
        if path.contains("/TidyTests/") { return false }
        return text.contains(/(?i:copyright\s+(?:\(c\)|©|\d{4}))|SPDX-License-Identifier/)
    }

    /// What a page's module reads: JSON, in which the view has already escaped every `<`. Not code, and the one place without escaping.
    private static let pageData = #"<script type="application/json" id="page-data">{{{data}}}</script>"#

    private static func faults(inTemplate text: String) -> [String] {
        text.replacing(pageData, with: "").split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            let fault: String? =
                if line.contains("{{{") || line.contains(/\{\{\s*&/) {
                    "unescaped text: a guest's name may be markup; use two braces"
                } else if line.contains(/(?i)\son[a-z]+\s*=\s*["'{]/) || line.contains(/(?i)javascript:/) {
                    "inline handler: the content security policy forbids it; listen from the page's module"
                } else if line.contains(/(?i)<script(?![^>]*\ssrc=)[^>]*>/) || line.contains(/(?i)<style\b|\sstyle\s*=/) {
                    "inline script or style: the content security policy forbids it; use a file in Public/"
                } else {
                    nil
                }
            return fault.map { "\(index + 1): \($0)" }
        }
    }
}
