package import SimulatedDisk
package import Storage
import Synchronization

/// The disk fails at one operation of a room charge. The charge must be refused in words or be safe, nothing else may have changed, and
/// once the disk is back the same charge, played again, goes through.
package enum DiskFaultTrial {
    /// How the disk fails.
    package enum Trouble: String, CaseIterable, Sendable {
        /// One operation answers with an error.
        case oneError
        /// From one operation on, every one answers with an error.
        case errors
        /// From one operation on, there is no space.
        case full
    }

    /// What came of a trial.
    package enum Ending: Sendable {
        /// The charge was over before the disk failed.
        case notReached
        /// The disk failed where nobody's commit was at stake (folding the log into the file), and the charge is safe.
        case unharmed
        /// Whoever asked was told so, and nothing of it was kept.
        case told(StorageFault)
        /// Whoever asked was told so; had the program been killed right then, the next start would have found the write, whole. Only a
        /// failed sync does that: the log has the commit, and nobody knows whether the platter has.
        case toldButWritten(StorageFault)
    }

    /// Something that must not happen.
    package struct Broken: Error, CustomStringConvertible {
        package let description: String
    }

    /// A house with so many room charges behind it, to begin trials from; nothing of it waits for a sync.
    package static func house(charges: Int) async throws -> DiskContents {
        let disk = SimulatedDisk()
        let database = try SQLiteDatabase.stepped(at: disk.path(Evening.fileName))
        try await database.stepping { _ in try await ChargeScript.furnish(database) }
        let script = try await ChargeScript(on: database)
        try await database.stepping { _ in
            for number in 0..<charges { try await script.charge(number) }
        }
        disk.powerOff()
        return disk.contents
    }

    /// Plays charge `number` in a house, the disk failing at the `ordinal`-th operation from there.
    /// - Throws: `Broken`.
    package static func run(_ trouble: Trouble, at ordinal: Int, charge number: Int, in house: DiskContents) async throws -> Ending {
        do {
            return try await play(trouble, at: ordinal, charge: number, in: house)
        } catch {
            throw Broken(description: "\(trouble) at operation \(ordinal) of charge \(number): \(error)")
        }
    }

    private static func play(_ trouble: Trouble, at ordinal: Int, charge number: Int, in house: DiskContents) async throws -> Ending {
        let disk = SimulatedDisk(house)
        let database = try SQLiteDatabase.stepped(at: disk.path(Evening.fileName))
        try await database.stepping { _ in try await Evening.checkpointOften(database) }
        let script = try await ChargeScript(on: database)
        let failing = disk.counts.operations + ordinal
        let wasReached = Atomic(false)
        disk.fail { operation in
            guard trouble == .oneError ? operation.ordinal == failing : operation.ordinal >= failing else { return nil }
            wasReached.store(true, ordering: .releasing)
            return trouble == .full ? .full : .io
        }
        var before = try await LogicalContent.of(database)
        var after = before
        var ending = Ending.unharmed
        do {
            try await database.stepping {
                (before, after) = (after, try await LogicalContent.of(database))
            } _: { _ in
                try await script.charge(number)
            }
        } catch let fault as StorageFault {
            ending = .told(fault)
            guard after == before else { throw Broken(description: "\(fault), and yet something of it is there") }
            guard fault.isTheDisks else { throw fault }
            if try await content(of: SimulatedDisk(disk.contents)) != after { ending = .toldButWritten(fault) }
        }
        guard wasReached.load(ordering: .acquiring) else { return .notReached }
        let killed = SimulatedDisk(disk.contents)
        disk.fail(nil)
        try await database.stepping { _ in
            try await script.charge(number)
            try await script.charge(number + 1)
        }
        try await database.checkIntegrity()
        guard try await things(in: database) == things(afterReplaying: [number, number + 1], on: killed) else {
            throw Broken(description: "after a kill the same charges, played again, leave other checks, payments or postings")
        }
        let live = try await LogicalContent.of(database)
        var generator = SystemRandomNumberGenerator()
        try await expect(SimulatedDisk(disk.contents.afterPowerLoss(.nothingKept, using: &generator)), toHold: live)
        return ending
    }

    /// Opens what is left as the next start would, and plays charges again with the keys that they had.
    private static func things(afterReplaying charges: [Int], on disk: SimulatedDisk) async throws -> [Int] {
        let database = try SQLiteDatabase.stepped(at: disk.path(Evening.fileName))
        let script = try await ChargeScript(on: database)
        try await database.stepping { _ in
            for number in charges { try await script.charge(number) }
        }
        try await database.checkIntegrity()
        return try await things(in: database)
    }

    /// How many of each thing there is that must not be there twice.
    private static func things(in database: SQLiteDatabase) async throws -> [Int] {
        try await database.read { tx in
            try ["guest_check", "check_line", "tender", "folio_posting"].map { table in
                try tx.query("select count(*) as count from \(table)")[0].int("count")
            }
        }
    }

    private static func content(of disk: SimulatedDisk) async throws -> LogicalContent {
        let opened = try SQLiteDatabase.stepped(at: disk.path(Evening.fileName))
        try await opened.checkIntegrity()
        return try await LogicalContent.of(opened)
    }

    private static func expect(_ disk: SimulatedDisk, toHold content: LogicalContent) async throws {
        let found = try await Self.content(of: disk)
        guard found == content else { throw Broken(description: "found \(found) instead of \(content)") }
    }
}

extension StorageFault {
    /// Whether it is told as trouble with the disk.
    fileprivate var isTheDisks: Bool {
        switch self {
        case .io, .diskFull, .cannotOpen: true
        default: false
        }
    }
}
