import GRDB
import Synchronization

/// The writes that wait. All that wait at the same moment share one commit, and so one wait for the disk: that is where the speed comes
/// from. Each runs in a savepoint of its own, so that one that fails is undone alone. Nobody hears of a result, good or bad, before the
/// commit: a refusal, too, may rest on what a neighbour has just written.
final class CommitQueue: Sendable {
    /// More writes than this in one commit would make the first of them wait too long.
    static let writesPerCommitMax = 256

    /// What a visit to the queue came to.
    enum Visit {
        case committed, nothingWaits, closed
    }

    private struct State {
        var waiting: [WaitingWrite] = []
        var isClosing = false
    }

    private let writer: any DatabaseWriter
    private let writesWaitingMax: Int
    private let state = Mutex(State())

    /// `writer` is written to by this queue only.
    init(writer: any DatabaseWriter, writesWaitingMax: Int) {
        self.writer = writer
        self.writesWaitingMax = writesWaitingMax
    }

    /// Queues the write; it will be told its end whatever happens. Throws `overloaded` or `closed`, and then it is not queued.
    /// - Returns: whether it is the first that waits.
    func submit(_ write: WaitingWrite) throws(StorageFault) -> Bool {
        try state.withLock { state throws(StorageFault) in
            guard !state.isClosing else { throw .closed }
            guard state.waiting.count < writesWaitingMax else { throw .overloaded(waiting: state.waiting.count) }
            state.waiting.append(write)
            return state.waiting.count == 1
        }
    }

    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// Refuses further writes; those that wait are still committed.
    func close() { state.withLock { $0.isClosing = true } }

    /// Commits those that wait, as far as one commit holds them. One caller at a time.
    func commitWaiting() -> Visit {
        let (batch, isClosing) = state.withLock { state in
            let batch = Array(state.waiting.prefix(Self.writesPerCommitMax))
            state.waiting.removeFirst(batch.count)
            return (batch, state.isClosing)
        }
        guard !batch.isEmpty else { return isClosing ? .closed : .nothingWaits }
        commit(batch)
        return .committed
    }

    private func commit(_ batch: [WaitingWrite]) {
        do {
            let endings = try writer.writeWithoutTransaction { connection in
                try connection.inOneCommit { try batch.map { try self.runInSavepoint($0, connection) } }
            }
            for tell in endings { tell() }
        } catch {
            let fault = StorageFault(error)
            for write in batch { write.fail(fault) }
        }
    }

    /// Runs one write and returns what to tell its caller after the commit. Throws only when the whole commit is lost.
    private func runInSavepoint(_ write: WaitingWrite, _ connection: GRDB.Database) throws -> @Sendable () -> Void {
        try connection.run("savepoint one_write")
        do {
            let ending = try write.run(SQLiteTransaction(connection: connection))
            try connection.run("release one_write")
            return ending
        } catch {
            // SQLite may have ended the transaction by itself (disk full, I/O error): the neighbours' writes went with it.
            guard connection.isInsideTransaction else { throw error }
            try connection.run("rollback to one_write")
            try connection.run("release one_write")
            return { write.fail(error) }
        }
    }
}

extension GRDB.Database {
    /// Begins a transaction, runs `body`, commits durably; rolls back if anything fails. Throws what failed.
    func inOneCommit<T>(_ body: () throws -> T) throws -> T {
        try run("begin immediate")
        do {
            let result = try body()
            try run("commit")
            return result
        } catch {
            if isInsideTransaction { try run("rollback") }
            throw error
        }
    }

    /// Runs `body` in a transaction of its own that may not change anything. Throws what failed, and when it did.
    func inOneRead<T>(_ body: () throws -> T) throws -> T {
        let changesBefore = totalChangesCount
        try run("begin")
        do {
            let result = try body()
            guard totalChangesCount == changesBefore else { throw StorageFault.statement(detail: "a read changed the database") }
            try run("commit")
            return result
        } catch {
            if isInsideTransaction { try run("rollback") }
            throw error
        }
    }

    fileprivate func run(_ sql: String) throws {
        try cachedStatement(sql: sql).execute()
    }
}
