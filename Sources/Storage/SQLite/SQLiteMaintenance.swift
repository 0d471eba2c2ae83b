import GRDB

extension SQLiteDatabase {
    /// Writes a consistent, compact copy to `path`, which must not exist yet, while the restaurant goes on reading and writing.
    /// Throws a `StorageFault`; what a failed backup leaves behind is removed.
    package func backup(to path: String) async throws {
        try DatabaseFile.reserve(path)
        do {
            // A reader copies its own unchanging view; the writer is not held up.
            try await connections.unsafeRead { try $0.execute(sql: "vacuum into ?", arguments: [path]) }
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
