import Dispatch
import Storage
import Synchronization

/// A schema of one table, to try the engine without the restaurant.
enum NoteSchema {
    static let first = Migration(
        number: 1, name: "v001_note",
        sql: """
            create table note (
                id bigint not null primary key,
                text text not null check (length(text) <= 5000),
                parent_id bigint references note (id) deferrable initially deferred
            );
            create table empty_table (id bigint not null primary key);
            """)
    static let second = Migration(number: 2, name: "v002_colour", sql: "alter table note add column colour text")
}

extension SQLTransaction {
    func insertNote(_ id: Int, _ text: String = "a note", parent: Int? = nil) throws {
        try execute("insert into note (id, text, parent_id) values ($1, $2, $3)", id, text, parent)
    }

    func noteIDs() throws -> [Int] {
        try query("select id from note order by id").map { try $0.int("id") }
    }
}

extension SQLiteDatabase {
    /// Keeps the commit thread busy while `body` runs, until it calls `release`.
    func withCommitsHeld<T: Sendable>(
        _ body: @Sendable (SQLiteDatabase, _ release: @Sendable () -> Void) async throws -> T
    ) async throws -> T {
        let gate = DispatchSemaphore(value: 0)
        let isHeld = Atomic(false)
        async let held: Void = write { _ in
            isHeld.store(true, ordering: .releasing)
            gate.wait()
        }
        while !isHeld.load(ordering: .acquiring) { await Task.yield() }
        defer { gate.signal() }
        let result = try await body(self) { gate.signal() }
        try await held
        return result
    }

    /// Keeps the commit thread busy until `count` writes made by `writes` wait behind it, so that they share the next commit.
    func holdingCommits<T: Sendable>(
        until count: Int, _ writes: @Sendable @escaping (SQLiteDatabase) async throws -> T
    ) async throws -> T {
        try await withCommitsHeld { database, release in
            async let result = writes(database)
            while database.writesWaiting < count { await Task.yield() }
            release()
            return try await result
        }
    }
}
