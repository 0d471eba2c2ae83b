import GRDB

extension SQLiteDatabase {
    /// Writes a consistent, compact copy to `path`, which must not exist yet, while the restaurant goes on reading and writing.
    ///
    /// In the copy, postings that wait or are under way are in doubt: whoever goes back to it cannot know which of them reached the hotel
    /// since, and a queue that is sent again is a guest who pays twice. Throws a `StorageFault`; a failed backup leaves nothing behind.
    package func backup(to path: String) async throws {
        try await copy(to: path) { try $0.doubtPostingsUnderWay() }
    }

    /// Writes a copy, then makes `change` in it.
    func copy(to path: String, changing change: @Sendable (any SQLTransaction) throws -> Void = { _ in }) async throws {
        try DatabaseFile.reserve(path)
        do {
            // A reader copies its own unchanging view; the writer is not held up.
            try await connections.unsafeRead { try $0.execute(sql: "vacuum into ?", arguments: [path]) }
            let copy = try DatabaseQueue(path: path)
            try await copy.writeWithoutTransaction { connection in
                try connection.inOneCommit { try change(SQLiteTransaction(connection: connection)) }
            }
            try copy.close()
            // VACUUM INTO does not wait for the disk by itself.
            try DatabaseFile.flush(path)
        } catch {
            DatabaseFile.remove(path)
            throw StorageFault(error, path: path)
        }
    }

    /// Reads the whole file and checks its structure, its constraints and what its rows point at. Slow on a big file. Throws `corrupt`.
    package func checkIntegrity() async throws {
        do {
            let complaints = try await connections.read { connection in
                let structure = try String.fetchAll(connection, sql: "pragma integrity_check").filter { $0 != "ok" }
                let dangling = try Row.fetchAll(connection, sql: "pragma foreign_key_check").map { row in
                    "a row of \(row["table"] ?? "?") points at nothing in \(row["parent"] ?? "?")"
                }
                return structure + dangling
            }
            if let first = complaints.first { throw StorageFault.corrupt(detail: first) }
        } catch {
            throw StorageFault(error)
        }
    }
}
