import Foundation
import PointOfSale
import Storage

/// What the storage costs beside the disk: one statement, and one visit to the writer's thread.
enum StorageCosts {
    static let statements = 20_000
    static let visits = 5_000

    /// One prepared statement through the storage, rows read, in memory, µs.
    static func statementMicroseconds() async throws -> Double {
        let database = try SQLiteDatabase.inMemory()
        let start = ContinuousClock.now
        try await database.write { tx in
            for _ in 0..<statements { _ = try tx.query("select id, name, currency from property where id = $1", "nobody") }
        }
        let took = microseconds(since: start) / Double(statements)
        try await database.close()
        return took
    }

    /// One empty transaction through the writer's thread and back, in memory, µs.
    static func visitMicroseconds() async throws -> Double {
        let database = try SQLiteDatabase.inMemory()
        let start = ContinuousClock.now
        for _ in 0..<visits { try await database.write { _ in } }
        let took = microseconds(since: start) / Double(visits)
        try await database.close()
        return took
    }

    private static func microseconds(since start: ContinuousClock.Instant) -> Double {
        let took = (ContinuousClock.now - start).components
        return Double(took.seconds) * 1e6 + Double(took.attoseconds) / 1e12
    }
}

extension Section {
    static let storage = Section(
        title: "Where the time goes (a payment is about 15 statements in one visit; a room charge about 45 in three)"
    ) { _, _ in
        [
            Figure("one prepared statement that finds no row", try await StorageCosts.statementMicroseconds(), "µs"),
            Figure("one empty transaction, to the writer and back", try await StorageCosts.visitMicroseconds(), "µs"),
        ]
    }
}
