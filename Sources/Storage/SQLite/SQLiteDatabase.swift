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
    private let commits: CommitQueue
    /// Nil: the owner commits by itself (`commitWaiting`).
    private let thread: CommitThread?
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

    /// Opens the file on one connection and without a thread: writes wait until `commitWaiting` is called, reads run at once on the
    /// caller's thread. For an owner that decides what happens when, and that alone knows of the file: no lock is taken on it.
    package static func stepped(
        at path: String, migrations: [Migration] = Migrations.all, waitingMax: Int = SQLiteDatabase.waitingMax
    ) throws -> SQLiteDatabase {
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration())
            try queue.writeWithoutTransaction { try $0.logAhead() }
            return try SQLiteDatabase(queue, holding: nil, path: path, migrations: migrations, waitingMax: waitingMax)
        } catch {
            throw StorageFault(error, path: path)
        }
    }

    /// - Parameter resources: what the commit thread keeps until its end; nil: there is none.
    private init(
        _ connections: any DatabaseWriter, holding resources: (any Sendable)?, path: String, migrations: [Migration], waitingMax: Int
    ) throws {
        self.connections = connections
        reads = ReadAdmission(insideMax: waitingMax)
        let commits = CommitQueue(writer: connections, writesWaitingMax: waitingMax)
        self.commits = commits
        try connections.writeWithoutTransaction { connection in
            guard try connection.isOursOrEmpty() else { throw StorageFault.foreignDatabase(path: path) }
            try Migrator(migrations).apply { body in
                try connection.inOneCommit { try body(SQLiteTransaction(connection: connection)) }
            }
        }
        thread = resources.map { CommitThread(draining: commits, holding: $0) }
    }

    deinit {
        commits.close()
        thread?.wake()
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
                if try commits.submit(write) { thread?.wake() }
            } catch {
                caller.resume(throwing: error)
            }
        }
    }

    package func read<T: Sendable>(_ body: @Sendable @escaping (any SQLTransaction) throws -> T) async throws -> T {
        try reads.enter()
        defer { reads.leave() }
        do {
            guard thread != nil else { return try readNow(body) }
            guard connections is DatabaseQueue else { return try await connections.read { try body(SQLiteTransaction(connection: $0)) } }
            // GRDB guards a read on the only connection by a pragma that makes SQLite forget every statement it has prepared.
            return try await connections.writeWithoutTransaction { connection in
                try connection.inOneRead { try body(SQLiteTransaction(connection: connection)) }
            }
        } catch let error as DatabaseError {
            throw StorageFault(error)
        }
    }

    /// Reads on the caller's thread. For a database opened as `stepped`. Throws a `StorageFault`.
    package func readNow<T>(_ body: (any SQLTransaction) throws -> T) throws -> T {
        try connections.writeWithoutTransaction { connection in
            // The only connection, on the only thread: nothing can change while the body reads, so GRDB's own isolation is not needed.
            try connection.inOneCommit { try body(SQLiteTransaction(connection: connection)) }
        }
    }

    /// Commits the writes that wait, on the caller's thread. For a database opened as `stepped`. One caller at a time.
    /// - Returns: whether any waited.
    @discardableResult
    package func commitWaiting() -> Bool {
        precondition(thread == nil, "a database with a thread commits by itself")
        return commits.commitWaiting() == .committed
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
        commits.close()
        if let thread {
            await withCheckedContinuation { drained in
                thread.whenEnded { drained.resume() }
            }
        } else {
            while commitWaiting() {}
        }
        await withCheckedContinuation { drained in
            reads.close { drained.resume() }
        }
        do {
            try foldLog()
            try connections.close()
        } catch {
            throw StorageFault(error)
        }
    }

    /// Closing the last connection would do this, but that one may be a reader, which cannot.
    private func foldLog() throws {
        try connections.writeWithoutTransaction { try $0.execute(sql: "pragma wal_checkpoint(truncate)") }
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

    /// One connection needs no memory shared with others: the log's index stays its own, and nobody else gets in.
    fileprivate func logAhead() throws {
        try execute(sql: "pragma locking_mode = exclusive")
        guard try String.fetchOne(self, sql: "pragma journal_mode = wal") == "wal" else {
            throw StorageFault.statement(detail: "the write-ahead log did not take effect")
        }
        try makeCommitsDurable()
    }

    /// Whether the file has been through our migrations, or has nothing in it yet.
    fileprivate func isOursOrEmpty() throws -> Bool {
        try tableExists("schema_migration") || Int.fetchOne(self, sql: "select count(*) from sqlite_master") == 0
    }
}
