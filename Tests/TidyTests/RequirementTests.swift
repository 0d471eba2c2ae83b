import Testing

/// Every demand of the two seed documents that is built has a test that begins with its number.
@Suite struct RequirementTests {
    /// The demands built so far; a number is added here together with its code.
    static let built: Set = [
        "S1-01", "S1-02", "S1-03", "S1-04", "S1-05", "S1-06", "S1-07", "S1-08", "S1-09",
        "S1-10", "S1-11", "S1-12", "S1-13", "S1-14", "S1-15", "S1-16", "S1-17",
        "S2-01", "S2-02", "S2-03", "S2-04", "S2-05", "S2-06", "S2-07", "S2-08", "S2-09", "S2-10", "S2-11", "S2-12", "S2-13", "S2-14",
        "S2-15", "S2-16",
    ]

    /// All the numbers there are: the first seed document makes 17 demands, the second 16.
    static let known = Set((1...17).map { number("S1", $0) } + (1...16).map { number("S2", $0) })

    static let endToEnd = Repository.swiftFiles.filter { $0.target == "EndToEndTests" }

    @Test func `every demand that is built has an end-to-end test named by its number`() {
        for number in Self.built.subtracting(Self.numbersOfTests(in: Self.endToEnd)).sorted() {
            Issue.record(
                "\(number): write a test in Tests/EndToEndTests whose name begins with it and that drives the program from outside")
        }
    }

    @Test func `no end-to-end test carries a number that is not listed as built`() {
        for number in Self.numbersOfTests(in: Self.endToEnd).subtracting(Self.built).sorted() {
            Issue.record("\(number): add it to `built` in Tests/TidyTests/RequirementTests.swift, so that its tests cannot go away")
        }
    }

    @Test func `every number cited anywhere exists`() {
        for file in Repository.swiftFiles where file.target != "TidyTests" {
            for number in Self.numbersCited(in: file).subtracting(Self.known).sorted() {
                Issue.record("\(file.path) cites \(number), which no seed document demands")
            }
        }
    }

    @Test func `numbers are read from sentence names, display names and comments`() {
        let file = snippet(
            "Tests/EndToEndTests/A.swift",
            "@Test func `S1-06 a charge lands`() {}\n@Test(\"S2-10 a negative ticket\") func b() {}\nfunc `c S1-15`() {} // S9-99")
        #expect(Self.numbersOfTests(in: [file]) == ["S1-06", "S2-10"])
        #expect(Self.numbersCited(in: file) == ["S1-06", "S2-10", "S1-15", "S9-99"])
        #expect(Self.known.contains("S1-17") && !Self.known.contains("S1-18"))
    }

    private static func numbersOfTests(in files: [SourceFile]) -> Set<String> {
        Set(files.flatMap(\.lines).flatMap { $0.matches(of: /(?:func `|@Test\(")(S\d-\d\d)\b/).map { String($0.1) } })
    }

    private static func numbersCited(in file: SourceFile) -> Set<String> {
        Set(file.lines.flatMap { $0.matches(of: /\b(S\d-\d\d)\b/).map { String($0.1) } })
    }

    private static func number(_ seed: String, _ index: Int) -> String {
        seed + (index < 10 ? "-0" : "-") + String(index)
    }
}
