/// One mistake in a configuration set: where it is, and what to do about it.
package struct ConfigurationProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// A path into the file: `items[3].category`.
    package let place: String
    /// What is wrong and what would be right.
    package let fault: ConfigurationFault

    /// A mistake.
    package init(_ place: String, _ fault: ConfigurationFault) {
        self.place = place
        self.fault = fault
    }

    /// What is wrong, in English.
    package var words: String { fault.description }

    package var description: String { "\(place): \(fault)" }
}

/// All mistakes of a set at once: nothing of it was loaded.
package struct ConfigurationRejected: Error, Sendable, CustomStringConvertible {
    package let problems: [ConfigurationProblem]

    /// The most mistakes listed at once.
    static let listedMax = 40

    /// A rejection.
    package init(_ problems: [ConfigurationProblem]) { self.problems = problems }

    package var description: String {
        let listed = problems.prefix(Self.listedMax).map { "  \($0)" }.joined(separator: "\n")
        let more = problems.count > Self.listedMax ? "\n  … and \(problems.count - Self.listedMax) more" : ""
        return "the configuration was not loaded; \(problems.count) thing(s) to mend:\n" + listed + more
    }
}
