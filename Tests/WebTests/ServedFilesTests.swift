import Foundation
import Testing

@testable import Web

@Suite struct ServedFilesTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Web")

    @Test func `every style, script and picture in the folder is served under its name`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: "Public").path)
        #expect(files.count > 15)
        for file in files.sorted() { #expect(Assets.files[file] != nil, "\(file)") }
    }

    @Test func `every script that a page names, or another script takes from, is served`() throws {
        var named: Set<String> = []
        for folder in ["Templates", "Public"] {
            let path = Self.folder.appending(path: folder)
            for file in try FileManager.default.contentsOfDirectory(atPath: path.path) {
                let text = try String(contentsOf: path.appending(path: file), encoding: .utf8)
                for match in text.matches(of: /\{\{\$script\}\}([a-z-]+\.js)/) { named.insert(String(match.output.1)) }
                for match in text.matches(of: /(?:from|import) "\.\/([a-z-]+\.js)"/) { named.insert(String(match.output.1)) }
            }
        }
        #expect(named.count > 10)
        for script in named.sorted() { #expect(Assets.files[script] != nil, "\(script)") }
    }
}
