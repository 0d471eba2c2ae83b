import Foundation

/// The checked-out files, found from where this file was compiled.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let swiftFiles: [SourceFile] = ["Sources", "Tests", "Benchmarks", "Torture"]
        .flatMap { files(under: $0) }
        .filter { $0.hasSuffix(".swift") }
        .map { SourceFile(path: $0, text: text(of: $0)) }

    /// Paths relative to the root, sorted, hidden files and folders left out.
    static func files(under folder: String) -> [String] {
        let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
        let paths = (found?.allObjects as? [String]) ?? []
        return
            paths
            .filter { path in !path.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__pycache__" } }
            .map { folder + "/" + $0 }
            .filter { !isFolder($0) }
            .sorted()
    }

    static func text(of path: String) -> String {
        String(decoding: contents(of: path) ?? Data(), as: UTF8.self)
    }

    static func contents(of path: String) -> Data? {
        FileManager.default.contents(atPath: root.appending(path: path).path)
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder)
        return exists && isFolder.boolValue
    }
}
