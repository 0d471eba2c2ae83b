import GRDB
import Storage
import Synchronization
import Testing

@testable import Storage

struct GroupCommitTests {
    struct Spoilt: Error, Equatable {}

    @Test func `one write that fails among 64 is undone alone`() async throws {
        let database = try SQLiteDatabase.inMemory(migrations: [NoteSchema.first])
        let failures = try await database.holdingCommits(until: 64) { database in
            await withTaskGroup(of: Bool.self) { group in
                for id in 1...64 {
                    group.addTask {
                        do {
                            try await database.write { tx in
                                try tx.insertNote(id)
                                if id == 33 { throw Spoilt() }
                            }
                            return false
                        } catch {
                            return error is Spoilt && id == 33
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
        }
        #expect(failures == 1)
        #expect(try await database.read { try $0.noteIDs() } == Array(1...64).filter { $0 != 33 })
    }

    @Test func `writes that wait together become visible together`() async throws {
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase.open(at: folder.file("db"), migrations: [NoteSchema.first])
        let outside = try DatabaseQueue(path: folder.file("db"))
        let seen = try await database.holdingCommits(until: 2) { database in
            async let one = database.write { tx in
                try tx.insertNote(1)
                return try outside.read { try Int.fetchOne($0, sql: "select count(*) from note") }
            }
            async let two = database.write { tx in
                try tx.insertNote(2)
                return try outside.read { try Int.fetchOne($0, sql: "select count(*) from note") }
            }
            return try await [one, two]
        }
        #expect(seen == [0, 0], "while the second of them ran, the first was not committed yet")
        #expect(try await outside.read { try Int.fetchOne($0, sql: "select count(*) from note") } == 2)
    }

    @Test func `a commit that fails fails every write in it, and the next one succeeds`() async throws {
        let database = try SQLiteDatabase.inMemory(migrations: [NoteSchema.first])
        let faults = try await database.holdingCommits(until: 3) { database in
            await withTaskGroup(of: StorageFault?.self) { group in
                for id in 1...3 {
                    group.addTask {
                        do {
                            // Note 2 points at a note that never comes: the deferred rule breaks the commit itself.
                            try await database.write { try $0.insertNote(id, parent: id == 2 ? 999 : nil) }
                            return nil
                        } catch {
                            return error as? StorageFault
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
        }
        for fault in faults {
            guard case .constraint(.foreignKey, _) = fault else {
                Issue.record("\(String(describing: fault))")
                continue
            }
        }
        #expect(faults.count == 3)
        #expect(try await database.read { try $0.noteIDs() }.isEmpty)
        try await database.write { try $0.insertNote(4) }
        #expect(try await database.read { try $0.noteIDs() } == [4])
    }

    @Test func `more waiting writes than the limit are refused at once`() async throws {
        let database = try SQLiteDatabase.inMemory(migrations: [NoteSchema.first], waitingMax: 2)
        try await database.withCommitsHeld { database, release in
            async let one: Void = database.write { try $0.insertNote(1) }
            async let two: Void = database.write { try $0.insertNote(2) }
            while database.writesWaiting < 2 { await Task.yield() }
            await #expect(throws: StorageFault.overloaded(waiting: 2)) {
                try await database.write { try $0.insertNote(3) }
            }
            release()
            _ = try await (one, two)
        }
        #expect(try await database.read { try $0.noteIDs() } == [1, 2])
    }

    @Test func `a caller cancelled while its write waits still hears its true end`() async throws {
        let database = try SQLiteDatabase.inMemory(migrations: [NoteSchema.first])
        let outcomes = try await database.withCommitsHeld { database, release in
            await withTaskGroup(of: Bool.self) { group in
                group.addTask {
                    do {
                        try await database.write { try $0.insertNote(1) }
                        return true
                    } catch {
                        return false
                    }
                }
                while database.writesWaiting < 1 { await Task.yield() }
                group.cancelAll()
                group.addTask {
                    do {
                        try await database.write { try $0.insertNote(2) }
                        return true
                    } catch {
                        return !(error is CancellationError)
                    }
                }
                release()
                return await group.reduce(into: []) { $0.append($1) }
            }
        }
        #expect(outcomes.sorted { !$0 && $1 } == [false, true])
        #expect(try await database.read { try $0.noteIDs() } == [1])
    }

    @Test(arguments: [1 as UInt64, 2, 3, 4, 5])
    func `whatever mixture of writes fails, exactly the others are kept`(seed: UInt64) async throws {
        let database = try SQLiteDatabase.inMemory(migrations: [NoteSchema.first])
        var random = SeededRandom(seed: seed)
        let spoilt = Set((1...200).filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
        let told = try await database.holdingCommits(until: 50) { database in
            await withTaskGroup(of: (Int, Bool).self) { group in
                for id in 1...200 {
                    group.addTask {
                        do {
                            try await database.write { tx in
                                try tx.insertNote(id)
                                try tx.insertNote(id + 1_000, parent: id)
                                if spoilt.contains(id) { try tx.insertNote(id) }
                            }
                            return (id, true)
                        } catch {
                            return (id, false)
                        }
                    }
                }
                return await group.reduce(into: Set<Int>()) { if $1.1 { $0.insert($1.0) } }
            }
        }
        #expect(told == Set(1...200).subtracting(spoilt))
        #expect(try await database.read { Set(try $0.noteIDs()) } == Set(told.flatMap { [$0, $0 + 1_000] }))
    }

    @Test func `a closed database refuses and says so`() async throws {
        let database = try SQLiteDatabase.inMemory(migrations: [NoteSchema.first])
        try await database.write { try $0.insertNote(1) }
        try await database.close()
        await #expect(throws: StorageFault.closed) { try await database.write { try $0.insertNote(2) } }
        await #expect(throws: StorageFault.closed) { try await database.read { try $0.noteIDs() } }
        try await database.close()
    }
}

/// SplitMix64: the same seed gives the same run.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
