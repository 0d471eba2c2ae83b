import Crypto
import Foundation
import Testing

/// A migration that has run on somebody's till is history: it is followed by another one, never edited.
@Suite struct MigrationTests {
    static let folder = "Sources/Storage/Migrations"
    static let list = "Tests/TidyTests/migrations.sha256"

    @Test func `no migration was edited, removed or left out of the list`() {
        let migrations = Repository.files(under: Self.folder).filter { $0.hasSuffix(".sql") }
        let sums = Dictionary(uniqueKeysWithValues: migrations.map { ($0, Self.sum(Repository.contents(of: $0) ?? Data())) })
        let listed = Self.parse(Repository.text(of: Self.list))
        for problem in Self.problems(listed: listed, found: sums) { Issue.record("\(problem)") }
    }

    @Test func `an edited, a removed and an unlisted migration are each told apart`() {
        let listed = ["v001.sql": "aa", "v002.sql": "bb", "v003.sql": "cc"]
        let found = ["v001.sql": "aa", "v002.sql": "b2", "v004.sql": "dd"]
        let problems = Self.problems(listed: listed, found: found)
        #expect(problems.count == 3)
        #expect(problems[0].hasPrefix("v002.sql was edited"))
        #expect(problems[1].hasPrefix("v003.sql was removed"))
        #expect(problems[2].hasPrefix("v004.sql is not in"))
    }

    @Test func `the list is read as sha256sum writes it`() {
        #expect(Self.parse("ab12  Sources/a.sql\ncd34  Sources/b.sql\n") == ["Sources/a.sql": "ab12", "Sources/b.sql": "cd34"])
        #expect(Self.sum(Data("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    private static func parse(_ text: String) -> [String: String] {
        let rows = text.split(separator: "\n").map { $0.split(separator: " ") }.filter { $0.count == 2 }
        return Dictionary(uniqueKeysWithValues: rows.map { (String($0[1]), String($0[0])) })
    }

    private static func sum(_ data: Data) -> String {
        SHA256.hash(data: data).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    private static func problems(listed: [String: String], found: [String: String]) -> [String] {
        Set(listed.keys).union(found.keys).sorted().compactMap { path in
            switch (listed[path], found[path]) {
            case (let listed?, let found?) where listed != found:
                "\(path) was edited; databases in the field have already run it. Restore it and write the change as the next migration."
            case (_?, nil):
                "\(path) was removed; databases in the field have already run it. Restore it."
            case (nil, _?):
                "\(path) is not in \(list). Once it is final, add it: scripts/freeze-migrations"
            default: nil
            }
        }
    }
}
