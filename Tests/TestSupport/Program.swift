import Foundation
package import Glibc
import Synchronization

/// The `ardoise` binary as a process of its own. Its output comes through a pipe, so that a test waits for what it says, or for its end,
/// and never for a while.
package final class Program: Sendable {
    /// What a program did not do.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// Where it is, as it says itself.
    private struct Addresses: Decodable {
        let till: String?
        let reception: String?
        let fias: Int?
    }

    /// How long a start, and an end, may take here, ms: a busy test machine included.
    package static let waitMsMax = 60_000

    /// The number of its process.
    package let pid: pid_t
    private let pipe: Int32
    private let readyPath: String
    private let heard = Mutex<[UInt8]>([])
    private let hasEnded = Mutex(false)

    private init(pid: pid_t, pipe: Int32, readyPath: String) {
        self.pid = pid
        self.pipe = pipe
        self.readyPath = readyPath
    }

    deinit {
        if !hasEnded.withLock({ $0 }) { kill() }
        close(pipe)
        try? FileManager.default.removeItem(atPath: readyPath)
    }

    /// What it has said so far, on both outputs.
    package var output: String { heard.withLock { String(decoding: $0, as: UTF8.self) } }

    /// The till's address. Throws before it is ready.
    package var till: String { get throws { try known({ $0.till }, "till") } }
    /// Reception's address. Throws before it is ready.
    package var receptionAddress: String { get throws { try known({ $0.reception }, "reception") } }
    /// The port of the hotel's interface. Throws before it is ready.
    package var fiasPort: Int { get throws { try known({ $0.fias }, "interface") } }

    private func known<Value>(_ value: (Addresses) -> Value?, _ name: String) throws -> Value {
        let addresses = try JSONDecoder().decode(Addresses.self, from: Data(contentsOf: URL(fileURLWithPath: readyPath)))
        guard let value = value(addresses) else { throw Failure(description: "it has no \(name)") }
        return value
    }

    /// A folder of its own.
    package static func folder() -> String {
        FileManager.default.temporaryDirectory.appending(path: "ardoise-till-\(UUID().uuidString)").path
    }

    /// Starts the binary; it may still be starting when this returns.
    package static func start(_ arguments: [String], readyPath: String = folder() + ".json") throws -> Program {
        var ends: [Int32] = [0, 0]
        let made = Glibc.pipe(&ends)
        guard made == 0 else { throw Failure(description: "there is no pipe left") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
        let binary = root + "/.build/debug/ardoise"
        var argv: [UnsafeMutablePointer<CChar>?] = ([binary] + arguments).map { strdup($0) } + [nil]
        defer { argv.forEach { free($0) } }
        var pid: pid_t = 0
        let failure = posix_spawn(&pid, binary, &actions, nil, &argv, environ)
        close(ends[1])
        guard failure == 0 else { throw Failure(description: "cannot start \(binary)") }
        return Program(pid: pid, pipe: ends[0], readyPath: readyPath)
    }

    /// Starts the binary and listens until it is ready.
    package static func startReady(_ arguments: [String]) throws -> Program {
        let readyPath = folder() + ".json"
        let program = try start(arguments + ["--ready-file", readyPath], readyPath: readyPath)
        while !FileManager.default.fileExists(atPath: readyPath) {
            guard try program.hearMore() else { throw Failure(description: "it ended instead of starting: \(program.output)") }
        }
        return program
    }

    /// The simulated hotel, on a free port unless one is given.
    package static func hotel(fiasPort: Int = 0) throws -> Program {
        try startReady(["hotel", "--interface-port", String(fiasPort), "--reception-port", "0"])
    }

    /// A till on a folder, on a free port.
    package static func till(_ folder: String) throws -> Program { try startReady(["serve", "--data", folder, "--port", "0"]) }

    /// Loads the brasserie into a folder, its hotel at that port.
    package static func configure(_ folder: String, hotelPort: Int) throws {
        let set = try String(contentsOfFile: root + "/Sources/Ardoise/Demo/brasserie.json", encoding: .utf8)
            .replacingOccurrences(of: "\"port\": 5010", with: "\"port\": \(hotelPort)")
        let file = folder + ".json"
        try set.write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let configure = try start(["configure", "--data", folder, file])
        guard try configure.end() == 0 else { throw Failure(description: configure.output) }
    }

    /// Ends it as a power cut would.
    package func kill() {
        Glibc.kill(pid, SIGKILL)
        _ = reap()
    }

    /// Asks it to stop; its exit code.
    package func stop() throws -> Int32 {
        Glibc.kill(pid, SIGTERM)
        return try end()
    }

    /// Listens to its end; its exit code, or 128 and the signal.
    package func end() throws -> Int32 {
        while try hearMore() {}
        let status = reap()
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
    }

    private func reap() -> Int32 {
        var status: Int32 = 0
        waitpid(pid, &status, 0)
        hasEnded.withLock { $0 = true }
        return status
    }

    /// Takes in what it says next; false when it has said its last.
    private func hearMore() throws -> Bool {
        var awaited = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
        guard poll(&awaited, 1, Int32(Self.waitMsMax)) > 0 else {
            throw Failure(description: "it says nothing and does not end: \(output)")
        }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(pipe, &bytes, bytes.count)
        guard count > 0 else { return false }
        heard.withLock { $0 += bytes.prefix(count) }
        return true
    }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
}
