import Foundation

/// The command line.
struct Options {
    /// The release binary under test.
    let ardoise: URL
    /// Where the databases are made: the disk under test.
    let folder: URL
    /// A word of the title of the sections to run; empty for all.
    let only: String
    /// How many, for the sections that are run with small numbers unless asked: intents, postings of an outage.
    let count: Int?

    struct Wrong: Error, CustomStringConvertible {
        let description: String
    }

    init(_ arguments: some Sequence<String>) throws {
        var values: [String: String] = [:]
        var iterator = arguments.makeIterator()
        while let name = iterator.next() {
            guard ["--ardoise", "--folder", "--only", "--count"].contains(name), let value = iterator.next() else {
                throw Wrong(
                    description:
                        "usage: bench [--ardoise PATH] [--folder PATH] [--only WORD] [--count N]; `\(name)` is not known or has no value")
            }
            values[name] = value
        }
        ardoise = URL(filePath: values["--ardoise"] ?? ".build-release/release/ardoise")
        folder = URL(filePath: values["--folder"] ?? FileManager.default.currentDirectoryPath)
        only = values["--only"] ?? ""
        count = values["--count"].flatMap(Int.init)
    }

    func picks(_ section: Section) -> Bool {
        only.isEmpty || section.title.localizedCaseInsensitiveContains(only)
    }
}

/// A folder of this run only, on the disk under test; a memory file system would flatter every durable figure.
struct WorkingFolder {
    let url: URL

    init(in parent: URL) throws {
        url = parent.appending(path: ".bench-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    /// Leaving files behind is untidy, not wrong: a failure here does not spoil the figures.
    func remove() {
        try? FileManager.default.removeItem(at: url)
    }
}
