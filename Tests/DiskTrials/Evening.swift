package import SimulatedDisk
package import Storage
import Synchronization

/// An evening of room charges on a simulated disk, from an empty disk to a closed database, with all that a power loss could meet: the
/// disk after every operation, and what the house had been told was safe by then.
package struct Evening: Sendable {
    /// A moment at which the power may go: between two operations of the disk.
    package struct Moment: Sendable {
        package let operation: DiskOperation
        package let contents: DiskContents
        /// How many commits had been acknowledged, and so must be found again.
        package let acknowledged: Int
    }

    /// How much a checkpoint waits for, pages: little, so that an evening has many.
    private static let pagesPerCheckpoint = 60

    package let moments: [Moment]
    /// What the database held after each commit; the first is the empty schema.
    package let contents: [LogicalContent]

    /// The database on the disk.
    package static let fileName = "ardoise.sqlite"

    /// Its log.
    package static let logName = fileName + "-wal"
    /// SQLite's pages.
    package static let pageBytes = 4_096

    static func checkpointOften(_ database: SQLiteDatabase) async throws {
        try await database.write { tx in try tx.executeScript("pragma wal_autocheckpoint = \(pagesPerCheckpoint)") }
    }

    /// Plays an evening.
    /// - Parameters:
    ///   - charges: how many room charges.
    ///   - clients: how many tills at once; what they write at the same moment shares a commit.
    package static func play(charges: Int, clients: Int = 1) async throws -> Evening {
        let disk = SimulatedDisk()
        let path = disk.path(Self.fileName)
        let record = Mutex((moments: [Moment](), acknowledged: 0))
        disk.observe { operation in
            let contents = disk.contents
            record.withLock { $0.moments.append(Moment(operation: operation, contents: contents, acknowledged: $0.acknowledged)) }
        }
        let database = try SQLiteDatabase.stepped(at: path)
        var contents = [try await LogicalContent.of(database)]
        func noteCommit() async throws {
            contents.append(try await LogicalContent.of(database))
            let count = contents.count - 1
            record.withLock { $0.acknowledged = count }
        }
        try await database.stepping(afterCommit: noteCommit) { _ in
            try await Self.checkpointOften(database)
            try await ChargeScript.furnish(database)
        }
        let script = try await ChargeScript(on: database)
        try await database.stepping(clients: clients, afterCommit: noteCommit) { client in
            for number in stride(from: client, to: charges, by: clients) { try await script.charge(number) }
        }
        try await database.close()
        disk.observe(nil)
        return Evening(moments: record.withLock { $0.moments }, contents: contents)
    }
}

extension SQLiteDatabase {
    /// Runs `clients` of them at once on a stepped database, and commits whenever all that are left wait for it. Throws what the first
    /// of them throws.
    package func stepping(
        clients: Int = 1, afterCommit: () async throws -> Void = {}, _ client: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let working = Working(clients)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<clients {
                group.addTask {
                    defer { working.leave() }
                    try await client(number)
                }
            }
            while working.count > 0 {
                if writesWaiting >= max(1, working.count) {
                    commitWaiting()
                    try await afterCommit()
                } else {
                    await Task.yield()
                }
            }
            try await group.waitForAll()
        }
    }
}

/// How many clients have not come to their end.
private final class Working: Sendable {
    private let left: Atomic<Int>

    init(_ count: Int) { left = Atomic(count) }

    var count: Int { left.load(ordering: .acquiring) }

    func leave() { left.subtract(1, ordering: .acquiringAndReleasing) }
}
