import SimulatedDisk
import Testing

@testable import Storage

struct SteppedDatabaseTests {
    @Test func `a write waits until its owner commits, and is there after a power loss that keeps nothing else`() async throws {
        let disk = SimulatedDisk()
        let database = try SQLiteDatabase.stepped(at: disk.path("db"), migrations: [NoteSchema.first])
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await database.write { try $0.insertNote(1) } }
            while database.writesWaiting == 0 { await Task.yield() }
            #expect(try await database.read { try $0.noteIDs() } == [])
            #expect(database.commitWaiting())
            try await group.waitForAll()
        }
        #expect(!database.commitWaiting(), "nothing waits any more")
        var generator = SystemRandomNumberGenerator()
        let left = SimulatedDisk(disk.contents.afterPowerLoss(.nothingKept, using: &generator))
        let recovered = try SQLiteDatabase.stepped(at: left.path("db"), migrations: [NoteSchema.first])
        #expect(try await recovered.read { try $0.noteIDs() } == [1])
        try await recovered.checkIntegrity()
    }

    @Test func `the commit thread and its readers work on a simulated disk as on a real one`() async throws {
        let folder = try TemporaryFolder()
        let disk = SimulatedDisk(folder: folder.path)
        let database = try SQLiteDatabase.open(at: folder.file("db"), migrations: [NoteSchema.first])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<8 {
                group.addTask {
                    for round in 0..<25 {
                        try await database.write { try $0.insertNote(client * 100 + round) }
                        _ = try await database.read { try $0.noteIDs() }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await database.read { try $0.noteIDs().count } == 200)
        let counts = disk.counts
        #expect(counts.syncs > 0 && counts.writes > counts.syncs, "\(counts)")
        try await database.close()
        #expect(disk.contents.files.keys.sorted() == ["db"], "the log is folded into the file")
    }

    @Test func `closing commits what waits`() async throws {
        let disk = SimulatedDisk()
        let database = try SQLiteDatabase.stepped(at: disk.path("db"), migrations: [NoteSchema.first])
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await database.write { try $0.insertNote(7) } }
            while database.writesWaiting == 0 { await Task.yield() }
            try await database.close()
            try await group.waitForAll()
        }
        let again = try SQLiteDatabase.stepped(at: disk.path("db"), migrations: [NoteSchema.first])
        #expect(try await again.read { try $0.noteIDs() } == [7])
        await #expect(throws: StorageFault.closed) { try await database.write { try $0.insertNote(8) } }
    }
}
