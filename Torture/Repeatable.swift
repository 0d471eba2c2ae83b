import Foundation

/// A seed is one history in every process only if dictionaries are iterated alike in all of them.
enum Repeatable {
    private static let variable = "SWIFT_DETERMINISTIC_HASHING"

    /// Starts this program anew with hashing that does not differ from run to run, unless it is so already.
    static func ensure() {
        guard ProcessInfo.processInfo.environment[variable] == nil else { return }
        setenv(variable, "1", 1)
        var arguments = CommandLine.arguments.map { strdup($0) }
        arguments.append(nil)
        execv("/proc/self/exe", &arguments)
    }
}
