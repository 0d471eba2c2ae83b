import Foundation

/// The release binary, running as `ardoise demo` on free ports.
final class ArdoiseProcess {
    /// What `--ready-file` says.
    struct Ready: Decodable {
        struct Person: Decodable {
            let name: String
            let role: String
            let pin: String
        }
        let till: URL
        let reception: URL
        let staff: [Person]
    }

    static let startLimitMs: Int64 = 30_000
    static let stopLimitMs: Int64 = 15_000

    let ready: Ready
    /// From the moment of starting to the moment of being ready to serve.
    let startMs: Double
    private let process: Process

    init(_ machine: Machine, name: String) throws {
        let folder = machine.folder.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let readyFile = folder.appending(path: "ready.json")
        let log = folder.appending(path: "log.txt")
        try Data().write(to: log)
        process = Process()
        process.executableURL = machine.ardoise
        process.arguments = [
            "demo", "--port", "0", "--reception-port", "0", "--ready-file", readyFile.path,
        ]
        // The demo keeps its database in a temporary folder; it has to be on the disk under test.
        process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": folder.path]) { _, ours in ours }
        process.standardOutput = try FileHandle(forWritingTo: log)
        process.standardError = process.standardOutput
        let started: (ready: Ready, startMs: Double) = try process.start(untilReadyIn: readyFile, limitMs: Self.startLimitMs)
        startMs = started.startMs
        ready = started.ready
    }

    /// Memory that the process holds now, in megabytes of a million bytes.
    var residentMB: Double { get throws { try ResidentMemory.megabytes(of: process.processIdentifier) } }

    /// Asks it to end and waits.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
