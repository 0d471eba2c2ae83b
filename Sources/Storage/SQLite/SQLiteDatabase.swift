import GRDB
import Synchronization

/// The database on SQLite: one file (write-ahead log, every commit on disk before anyone hears of it) or memory for tests, which is the
/// real engine as well.
package final class SQLiteDatabase: Database {
    /// How many writes, and how many reads, may wait; the next one is refused with `overloaded`.
    package static let waitingMax = 4_096
    /// How long a connection waits for a lock that another one holds (a backup tool; we ourselves never compete).
    static let busyTimeoutMs = 5_000
    /// How many connections read at the same time.
    static let readersMax = 4

    let connections: any DatabaseWriter
    private let commits: CommitThread
    private let reads: ReadAdmission
    private let hasClosed = Mutex(false)

    /// Opens the file, making it if it is missing, and brings its schema up to `migrations`.
    /// Throws a `StorageFault` that says what is wrong: in use, unreadable, not a database, of a newer program, damaged, disk full.
    package static func open(
        at path: String, migrations: [Migration] = Migrations.all, waitingMax: Int = SQLiteDatabase.waitingMax
    ) throws -> SQLiteDatabase {
        let lock = try DatabaseLock(for: path)
        try DatabaseFile.prepare(path)
        do {
            let pool = try DatabasePool(path: path, configuration: configuration())
            try pool.writeWithoutTransaction { try $0.makeCommitsDurable() }
            return try SQLiteDatabase(pool, holding: lock, path: path, migrations: migrations, waitingMax: waitingMax)
        } catch {
            throw StorageFault(error, path: path)
        }
    }

    /// An empty database in memory with the schema of `migrations`, gone with the object.
    package static func inMemory(
        migrations: [Migration] = Migrations.all, waitingMax: Int = SQLiteDatabase.waitingMax
    ) throws -> SQLiteDatabase {
        let queue = try DatabaseQueue(configuration: configuration())
        return try SQLiteDatabase(queue, holding: (), path: ":memory:", migrations: migrations, waitingMax: waitingMax)
    }

    private init(
        _ connections: any DatabaseWriter, holding resources: any Sendable, path: String, migrations: [Migration], waitingMax: Int
    ) throws {
        self.connections = connections
        reads = ReadAdmission(insideMax: waitingMax)
        commits = CommitThread(writer: connections, writesWaitingMax: waitingMax)
        try connections.writeWithoutTransaction { connection in
            guard try connection.isOursOrEmpty() else { throw StorageFault.foreignDatabase(path: path) }
            try Migrator(migrations).apply { body in
                try connection.inOneCommit { try body(SQLiteTransaction(connection: connection)) }
            }
        }
        commits.start(holding: resources)
    }

    deinit {
        commits.close(whenClosed: {})
    }

    /// A caller that is cancelled before its write was queued gets `CancellationError`; once queued, the write runs whole and its caller
    /// hears its true end.
    package func write<T: Sendable>(_ body: @Sendable @escaping (any SQLTransaction) throws -> T) async throws -> T {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { caller in
            let write = WaitingWrite(
                run: { tx in
                    let result = try body(tx)
                    return { caller.resume(returning: result) }
                },
                fail: { caller.resume(throwing: $0) })
            do {
                try commits.submit(write)
            } catch {
                caller.resume(throwing: error)
            }
        }
    }

    package func read<T: Sendable>(_ body: @Sendable @escaping (any SQLTransaction) throws -> T) async throws -> T {
        try reads.enter()
        defer { reads.leave() }
        do {
            return try await connections.read { try body(SQLiteTransaction(connection: $0)) }
        } catch let error as DatabaseError {
            throw StorageFault(error)
        }
    }

    /// How many writes wait for the next commit.
    package var writesWaiting: Int { commits.waitingCount }

    /// Commits what waits, refuses what comes later, folds the log into the file and lets go of it. Closing again does nothing.
    package func close() async throws {
        let isFirst = hasClosed.withLock { closed in
            defer { closed = true }
            return !closed
        }
        guard isFirst else { return }
        await withCheckedContinuation { drained in
            commits.close { drained.resume() }
        }
        await withCheckedContinuation { drained in
            reads.close { drained.resume() }
        }
        do {
            // Closing the last connection would do this, but that one may be a reader, which cannot.
            try await connections.writeWithoutTransaction { try $0.execute(sql: "pragma wal_checkpoint(truncate)") }
            try connections.close()
        } catch {
            throw StorageFault(error)
        }
    }

    private static func configuration() -> GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(Double(busyTimeoutMs) / 1_000)
        configuration.maximumReaderCount = readersMax
        configuration.label = "ardoise"
        return configuration
    }
}

extension GRDB.Database {
    /// GRDB sets NORMAL when it switches to the write-ahead log, after any preparation of ours: commits would then survive a crash of the
    /// program but not a power cut. So FULL is set once the pool is open, on the one connection that writes, and read back.
    fileprivate func makeCommitsDurable() throws {
        try execute(sql: "pragma synchronous = full")
        guard try Int.fetchOne(self, sql: "pragma synchronous") == 2 else {
            throw StorageFault.statement(detail: "synchronous = FULL did not take effect")
        }
    }

    /// Whether the file has been through our migrations, or has nothing in it yet.
    fileprivate func isOursOrEmpty() throws -> Bool {
        try tableExists("schema_migration") || Int.fetchOne(self, sql: "select count(*) from sqlite_master") == 0
    }
}
