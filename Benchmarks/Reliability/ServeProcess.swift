import Foundation
import Glibc

/// The release binary as `ardoise serve` on a folder that outlives it.
final class ServeProcess {
    /// The PIN of a waiter of the brasserie.
    static let pin = "2580"
    private static let startLimitMs: Int64 = 60_000

    private struct Ready: Decodable { let till: URL }

    let address: URL
    /// From the moment of starting to the moment of being ready to serve.
    let startMs: Double
    private let process: Process

    /// Loads the brasserie into a new folder, with a hotel that nobody is at.
    static func configure(_ machine: Machine, folder: URL) throws {
        let process = Process()
        process.executableURL = machine.ardoise
        process.arguments = ["configure", "--data", folder.path, brasserie.path]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Process.Failed(description: "`ardoise configure` failed") }
    }

    init(_ machine: Machine, folder: URL, name: String) throws {
        let readyFile = machine.folder.appending(path: name + ".json")
        process = Process()
        process.executableURL = machine.ardoise
        process.arguments = ["serve", "--data", folder.path, "--port", "0", "--ready-file", readyFile.path, "--log-level", "error"]
        process.standardOutput = FileHandle.nullDevice
        let started: (ready: Ready, startMs: Double) = try process.start(untilReadyIn: readyFile, limitMs: Self.startLimitMs)
        startMs = started.startMs
        address = started.ready.till
    }

    /// Memory that the process holds now, in megabytes of a million bytes.
    var residentMB: Double { get throws { try ResidentMemory.megabytes(of: process.processIdentifier) } }

    /// Ends it as a power cut would.
    func kill() {
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private static let brasserie = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Ardoise/Demo/brasserie.json")
}

/// What the kernel says a process holds.
enum ResidentMemory {
    static func megabytes(of process: Int32) throws -> Double {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
            let kibibytes = line.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
        else { throw Process.Failed(description: "no VmRSS in /proc") }
        return kibibytes * 1_024 / 1_000_000
    }
}
