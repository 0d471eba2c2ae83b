import Foundation
import Testing

/// The conformance catalogue is whole: each of its numbers begins the name of a test here.
@Suite struct CatalogueTests {
    private static let numbers = [("F", 10), ("L", 12), ("P", 24), ("D", 3)].flatMap { letter, count in (1...count).map { "\(letter)\($0)" }
    }

    @Test(arguments: numbers)
    func `the catalogue has a test of this number`(number: String) throws {
        #expect(try Self.names().contains { $0.hasPrefix(number + " ") })
    }

    private static func names() throws -> [String] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix("Tests.swift") }
        return try files.flatMap { file in
            try String(contentsOf: folder.appending(path: file), encoding: .utf8).matches(of: /func `([^`]+)`/).map { String($0.1) }
        }
    }
}
