import Testing

/// A rule of the house about one Swift file, with the proof that it can fail: files that break it and files that keep it.
struct Rule: Sendable, CustomTestStringConvertible {
    let name: String
    let why: String
    /// What whoever broke it should do.
    let remedy: String
    let broken: [SourceFile]
    let kept: [SourceFile]
    let findings: @Sendable (SourceFile) -> [Finding]

    var testDescription: String { name }

    /// A place where the rule is broken; lines count from 1.
    struct Finding: Equatable {
        let line: Int
        let what: String
    }

    /// What the developer reads: the rule, why it is one, what to do, then every place. Nil if the rule is kept.
    func report(_ files: [SourceFile]) -> String? {
        let places = files.flatMap { file in findings(file).map { "\(file.path):\($0.line): \($0.what)" } }
        return places.isEmpty ? nil : "\(name): \(why) \(remedy)\n" + places.joined(separator: "\n")
    }

    static let all: [Rule] =
        imports + lengths + bannedConstructs + [documented, fileNamedAfterContent, glossaryWords, cleanFileNames]
}

/// A snippet that stands for a file.
func snippet(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: path, text: text)
}
