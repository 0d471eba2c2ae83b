import Foundation
import GRDB
import Testing

@testable import Storage

struct DurabilityTests {
    @Test func `the writing connection waits for the disk at every commit`() async throws {
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase.open(at: folder.file("db"), migrations: [NoteSchema.first])
        let (synchronous, journal, foreignKeys) = try await database.connections.writeWithoutTransaction { connection in
            (
                try Int.fetchOne(connection, sql: "pragma synchronous"),
                try String.fetchOne(connection, sql: "pragma journal_mode"),
                try Int.fetchOne(connection, sql: "pragma foreign_keys")
            )
        }
        #expect(synchronous == 2)
        #expect(journal == "wal")
        #expect(foreignKeys == 1)
    }

    @Test func `what was written is there after closing and opening again`() async throws {
        let folder = try TemporaryFolder()
        let first = try SQLiteDatabase.open(at: folder.file("db"), migrations: [NoteSchema.first])
        try await first.write { try $0.insertNote(1) }
        try await first.close()
        #expect(!FileManager.default.fileExists(atPath: folder.file("db-wal")) || logBytes(folder) == 0, "the log is folded into the file")
        let second = try SQLiteDatabase.open(at: folder.file("db"), migrations: [NoteSchema.first])
        #expect(try await second.read { try $0.noteIDs() } == [1])
    }

    @Test func `what was written is there after a crash that leaves only file and log`() async throws {
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase.open(at: folder.file("db"), migrations: [NoteSchema.first])
        for id in 1...20 { try await database.write { try $0.insertNote(id) } }
        // The shared-memory file and the lock die with the process; file and log are what a power cut leaves.
        try FileManager.default.copyItem(atPath: folder.file("db"), toPath: folder.file("copy"))
        try FileManager.default.copyItem(atPath: folder.file("db-wal"), toPath: folder.file("copy-wal"))
        let recovered = try SQLiteDatabase.open(at: folder.file("copy"), migrations: [NoteSchema.first])
        #expect(try await recovered.read { try $0.noteIDs() } == Array(1...20))
        try await recovered.checkIntegrity()
    }

    @Test func `a write torn at the end of the log is dropped whole, the ones before it stay`() async throws {
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase.open(at: folder.file("db"), migrations: [NoteSchema.first])
        try await database.write { try $0.insertNote(1) }
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.file("db-wal"))).count
        try await database.write { try $0.insertNote(2, String(repeating: "x", count: 5_000)) }
        let log = try Data(contentsOf: URL(fileURLWithPath: folder.file("db-wal")))
        for cut in stride(from: before, to: log.count, by: 997) {
            let copy = folder.file("copy\(cut)")
            try FileManager.default.copyItem(atPath: folder.file("db"), toPath: copy)
            try log.prefix(cut).write(to: URL(fileURLWithPath: copy + "-wal"))
            let recovered = try SQLiteDatabase.open(at: copy, migrations: [NoteSchema.first])
            #expect(try await recovered.read { try $0.noteIDs() } == [1], "cut at \(cut)")
        }
    }

    @Test func `a full disk fails the write, keeps what was there, and later writes work again`() async throws {
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase.open(at: folder.file("db"), migrations: [NoteSchema.first])
        try await database.write { try $0.insertNote(1) }
        try await database.limitPages(to: 8)
        let long = String(repeating: "x", count: 5_000)
        var written = [1]
        await #expect(throws: StorageFault.diskFull) {
            for id in 2...100 {
                try await database.write { try $0.insertNote(id, long) }
                written.append(id)
            }
        }
        #expect(written.count < 20)
        #expect(try await database.read { try $0.noteIDs() } == written)
        try await database.limitPages(to: 1_000_000)
        try await database.write { try $0.insertNote(500, long) }
        #expect(try await database.read { try $0.noteIDs() } == written + [500])
        try await database.checkIntegrity()
    }

    @Test func `a write that swallows the full disk cannot commit half of itself`() async throws {
        let database = try SQLiteDatabase.inMemory(migrations: [NoteSchema.first])
        try await database.limitPages(to: 8)
        let long = String(repeating: "x", count: 5_000)
        let outcome = await Result {
            try await database.write { tx in
                for id in 1...100 { try? tx.insertNote(id, long) }
                try tx.insertNote(101)
            }
        }
        let kept = try await database.read { try $0.noteIDs() }
        switch outcome {
        case .success: #expect(kept.contains(101))
        case .failure: #expect(kept.isEmpty)
        }
    }

    @Test func `a backup is a whole database of its own, readable by its owner only`() async throws {
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase.open(at: folder.file("db"), migrations: [NoteSchema.first])
        try await database.write { try $0.insertNote(1) }
        try await database.copy(to: folder.file("backup"))
        try await database.write { try $0.insertNote(2) }
        let permissions = try FileManager.default.attributesOfItem(atPath: folder.file("backup"))[.posixPermissions] as? Int
        #expect(permissions == 0o600)
        let copy = try SQLiteDatabase.open(at: folder.file("backup"), migrations: [NoteSchema.first])
        try await copy.checkIntegrity()
        #expect(try await copy.read { try $0.noteIDs() } == [1])
        #expect(try await database.read { try $0.noteIDs() } == [1, 2])
        await #expect(throws: StorageFault.cannotOpen(path: folder.file("backup"), reason: "File exists")) {
            try await database.copy(to: folder.file("backup"))
        }
    }

    @Test func `the file is readable by its owner only`() async throws {
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase.open(at: folder.file("db"), migrations: [NoteSchema.first])
        try await database.write { try $0.insertNote(1) }
        for name in ["db", "db-wal", "db.lock"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.file(name))
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
    }
}

private func logBytes(_ folder: TemporaryFolder) -> Int? {
    try? Data(contentsOf: URL(fileURLWithPath: folder.file("db-wal"))).count
}

extension SQLiteDatabase {
    fileprivate func limitPages(to pages: Int) async throws {
        try await connections.writeWithoutTransaction { try $0.execute(sql: "pragma max_page_count = \(pages)") }
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
