import Foundation
import Glibc
import Synchronization
import Testing

@testable import Ardoise

/// The `ardoise` binary as a process of its own. Its output comes through a pipe, so that a test waits for what it says, or for its end,
/// and never for a while.
final class Program: Sendable {
    /// How long a start, and an end, may take here, ms: a busy test machine included.
    static let waitMsMax = 60_000

    private let pid: pid_t
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
    var output: String { heard.withLock { String(decoding: $0, as: UTF8.self) } }

    /// Where it is. Throws before it is ready.
    var ready: ReadyFile {
        get throws { try JSONDecoder().decode(ReadyFile.self, from: Data(contentsOf: URL(fileURLWithPath: readyPath))) }
    }

    /// The till's address.
    var till: String { get throws { try #require(try ready.till) } }
    /// Reception's address.
    var reception: TillClient { get throws { TillClient(base: try #require(try ready.reception)) } }
    /// The port of the hotel's interface.
    var fiasPort: Int { get throws { try #require(try ready.fias) } }

    /// A folder of its own.
    static func folder() -> String { FileManager.default.temporaryDirectory.appending(path: "ardoise-till-\(UUID().uuidString)").path }

    /// Starts the binary; it may still be starting when this returns.
    static func start(_ arguments: [String], readyPath: String = folder() + ".json") throws -> Program {
        var ends: [Int32] = [0, 0]
        let made = Glibc.pipe(&ends)
        try #require(made == 0, "there is no pipe left")
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
        try #require(failure == 0, "cannot start \(binary)")
        return Program(pid: pid, pipe: ends[0], readyPath: readyPath)
    }

    /// Starts the binary and listens until it is ready.
    static func startReady(_ arguments: [String]) throws -> Program {
        let readyPath = folder() + ".json"
        let program = try start(arguments + ["--ready-file", readyPath], readyPath: readyPath)
        while !FileManager.default.fileExists(atPath: readyPath) {
            try #require(try program.hearMore(), "it ended instead of starting: \(program.output)")
        }
        return program
    }

    /// The simulated hotel, on a free port unless one is given.
    static func hotel(fiasPort: Int = 0) throws -> Program {
        try startReady(["hotel", "--interface-port", String(fiasPort), "--reception-port", "0"])
    }

    /// A till on a folder, on a free port.
    static func till(_ folder: String) throws -> Program { try startReady(["serve", "--data", folder, "--port", "0"]) }

    /// Loads the brasserie into a folder, its hotel at that port.
    static func configure(_ folder: String, hotelPort: Int) throws {
        let set = try String(contentsOfFile: root + "/Sources/Ardoise/Demo/brasserie.json", encoding: .utf8)
            .replacingOccurrences(of: "\"port\": 5010", with: "\"port\": \(hotelPort)")
        let file = folder + ".json"
        try set.write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let configure = try start(["configure", "--data", folder, file])
        try #require(try configure.end() == 0, "\(configure.output)")
    }

    /// Ends it as a power cut would.
    func kill() {
        Glibc.kill(pid, SIGKILL)
        _ = reap()
    }

    /// Asks it to stop; its exit code.
    func stop() throws -> Int32 {
        Glibc.kill(pid, SIGTERM)
        return try end()
    }

    /// Listens to its end; its exit code, or 128 and the signal.
    func end() throws -> Int32 {
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
        try #require(poll(&awaited, 1, Int32(Self.waitMsMax)) > 0, "it says nothing and does not end: \(output)")
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(pipe, &bytes, bytes.count)
        guard count > 0 else { return false }
        heard.withLock { $0 += bytes.prefix(count) }
        return true
    }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
}
