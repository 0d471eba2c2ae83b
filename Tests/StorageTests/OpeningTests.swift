import Foundation
import GRDB
import Testing

@testable import Storage

struct OpeningTests {
    let folder: TemporaryFolder
    var path: String { folder.file("db") }

    init() throws { folder = try TemporaryFolder() }

    @Test func `a second server on the same file is refused, until the first lets go`() async throws {
        let first = try SQLiteDatabase.open(at: path, migrations: [NoteSchema.first])
        #expect(throws: StorageFault.alreadyOpen(path: path)) { try SQLiteDatabase.open(at: path, migrations: [NoteSchema.first]) }
        try await first.close()
        let second = try SQLiteDatabase.open(at: path, migrations: [NoteSchema.first])
        try await second.write { try $0.insertNote(1) }
    }

    @Test func `a file that is no database is refused and left as it was`() throws {
        let text = Data("Monsieur, this is a letter and not a database at all.".utf8)
        try text.write(to: URL(fileURLWithPath: path))
        #expect(throws: StorageFault.notADatabase(path: path)) { try SQLiteDatabase.open(at: path, migrations: [NoteSchema.first]) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
    }

    @Test func `another program's database is refused`() throws {
        try DatabaseQueue(path: path).write { try $0.execute(sql: "create table bookmark (id integer)") }
        #expect(throws: StorageFault.foreignDatabase(path: path)) { try SQLiteDatabase.open(at: path, migrations: [NoteSchema.first]) }
    }

    @Test func `a database that a newer program has upgraded is refused`() async throws {
        try await SQLiteDatabase.open(at: path, migrations: [NoteSchema.first, NoteSchema.second]).close()
        #expect(throws: StorageFault.newerThanThisProgram(found: 2, known: 1)) {
            try SQLiteDatabase.open(at: path, migrations: [NoteSchema.first])
        }
    }

    @Test func `an edited migration is refused`() async throws {
        try await SQLiteDatabase.open(at: path, migrations: [NoteSchema.first]).close()
        let edited = Migration(number: 1, name: "v001_note", sql: NoteSchema.first.sql + " -- a small change")
        #expect(throws: StorageFault.migrationEdited(name: "v001_note")) { try SQLiteDatabase.open(at: path, migrations: [edited]) }
    }

    @Test func `an older database is upgraded with what it holds, and opening it again changes nothing`() async throws {
        let old = try SQLiteDatabase.open(at: path, migrations: [NoteSchema.first])
        try await old.write { try $0.insertNote(1) }
        try await old.close()
        for _ in 1...2 {
            let new = try SQLiteDatabase.open(at: path, migrations: [NoteSchema.first, NoteSchema.second])
            let rows = try await new.read { try $0.query("select id, colour from note") }
            #expect(rows.count == 1)
            #expect(try rows[0].optionalText("colour") == nil)
            #expect(try await new.read { try $0.query("select number from schema_migration").count } == 2)
            try await new.close()
        }
    }

    @Test func `a migration that fails leaves nothing of itself`() async throws {
        let broken = Migration(number: 2, name: "v002_broken", sql: "create table half (id bigint); create table half (id bigint)")
        #expect(throws: StorageFault.self) { try SQLiteDatabase.open(at: path, migrations: [NoteSchema.first, broken]) }
        let database = try SQLiteDatabase.open(at: path, migrations: [NoteSchema.first])
        #expect(try await database.read { try $0.query("select name from sqlite_master where name = 'half'").isEmpty })
    }

    @Test func `a missing folder, a folder in the file's place and an unwritable folder are told apart`() throws {
        let nowhere = folder.file("nowhere/db")
        #expect(throws: StorageFault.cannotOpen(path: nowhere, reason: "No such file or directory")) {
            try SQLiteDatabase.open(at: nowhere, migrations: [NoteSchema.first])
        }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect(throws: StorageFault.cannotOpen(path: path, reason: "Is a directory")) {
            try SQLiteDatabase.open(at: path, migrations: [NoteSchema.first])
        }
        // Nobody may make files there, not even root.
        #expect {
            try SQLiteDatabase.open(at: "/sys/ardoise.db", migrations: [NoteSchema.first])
        } throws: { error in
            guard case .cannotOpen(_, let reason) = error as? StorageFault else { return false }
            return ["Permission denied", "Read-only file system"].contains(reason)
        }
    }

    @Test func `damage is found and named, never read as data`() async throws {
        let database = try SQLiteDatabase.open(at: path, migrations: [NoteSchema.first])
        for id in 1...200 { try await database.write { try $0.insertNote(id, String(repeating: "x", count: 200)) } }
        try await database.checkIntegrity()
        try await database.close()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let pageBytes = 4_096
        try #require(bytes.count > 10 * pageBytes)
        for page in 4..<(bytes.count / pageBytes) {
            bytes.replaceSubrange((page * pageBytes)..<(page * pageBytes + 64), with: Data(repeating: 0xA5, count: 64))
        }
        try bytes.write(to: URL(fileURLWithPath: path))
        let damaged = try SQLiteDatabase.open(at: path, migrations: [NoteSchema.first])
        await #expect {
            try await damaged.checkIntegrity()
        } throws: { error in
            if case .corrupt = error as? StorageFault { true } else { false }
        }
        await #expect {
            _ = try await damaged.read { try $0.query("select id, text from note") }
        } throws: { error in
            if case .corrupt = error as? StorageFault { true } else { false }
        }
    }
}
