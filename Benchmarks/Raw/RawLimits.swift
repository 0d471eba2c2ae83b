import Foundation
import GRDBSQLite
import Glibc

/// What this disk and SQLite do at best with nothing of ours in the way.
enum RawLimits {
    static let runMs: Int64 = 2_000
    static let blockBytes = 4_096

    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// Writes of one block, each flushed to the disk.
    static func flushes(in folder: URL) throws -> (perSecond: Double, latencies: Latencies) {
        let path = folder.appending(path: "flush.bin").path
        let file = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
        guard file >= 0 else { throw Failed(description: "cannot write \(path)") }
        defer { close(file) }
        let block = [UInt8](repeating: 7, count: blockBytes)
        return try timed {
            guard pwrite(file, block, block.count, 0) == block.count, fsync(file) == 0 else {
                throw Failed(description: "cannot flush \(path)")
            }
        }
    }

    /// Commits of one row each through SQLite's own interface, with a write-ahead log and full synchronisation, as the product has it.
    static func commits(in folder: URL) throws -> (perSecond: Double, latencies: Latencies) {
        let path = folder.appending(path: "raw.sqlite").path
        var connection: OpaquePointer?
        guard sqlite3_open(path, &connection) == SQLITE_OK else { throw Failed(description: "SQLite cannot open \(path)") }
        defer { sqlite3_close(connection) }
        try execute(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row (id INTEGER PRIMARY KEY, body TEXT)", connection)
        var insert: OpaquePointer?
        guard sqlite3_prepare_v2(connection, "INSERT INTO row (body) VALUES ('a line of a check')", -1, &insert, nil) == SQLITE_OK else {
            throw Failed(description: "SQLite cannot prepare")
        }
        defer { sqlite3_finalize(insert) }
        return try timed {
            guard sqlite3_step(insert) == SQLITE_DONE, sqlite3_reset(insert) == SQLITE_OK else {
                throw Failed(description: String(cString: sqlite3_errmsg(connection)))
            }
        }
    }

    private static func execute(_ sql: String, _ connection: OpaquePointer?) throws {
        guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
            throw Failed(description: String(cString: sqlite3_errmsg(connection)))
        }
    }

    private static func timed(_ body: () throws -> Void) throws -> (perSecond: Double, latencies: Latencies) {
        let clock = ContinuousClock()
        let start = clock.now
        var latencies = Latencies()
        var last = start
        while last - start < .milliseconds(runMs) {
            try body()
            let now = clock.now
            latencies.record(now - last)
            last = now
        }
        return (Double(latencies.count) / ((last - start) / .seconds(1)), latencies)
    }
}

extension Section {
    static let raw = Section(title: "Raw limits of this machine") { machine, _ in
        let flushes = try RawLimits.flushes(in: machine.folder)
        let commits = try RawLimits.commits(in: machine.folder)
        let bare = try await BarePost.measure(machine)
        return [
            Figure(FigureName.flushes, flushes.perSecond, "/s"),
            Figure("flush of 4 KiB, p50", flushes.latencies.p50Ms, "ms"),
            Figure(FigureName.commits, commits.perSecond, "/s"),
            Figure("SQLite commit of one row, FULL, p50", commits.latencies.p50Ms, "ms"),
            Figure(FigureName.barePost, bare.perSecond, "/s"),
            Figure("durable POST of one row, 64 clients, p95", bare.latencies.p95Ms, "ms"),
        ]
    }
}

/// Names of the raw limits that other sections stand beside.
enum FigureName {
    static let flushes = "flushes of 4 KiB (fsync)"
    static let commits = "SQLite commits of one row, in C, FULL"
    static let barePost = "durable POST of one row, 64 clients"
}
