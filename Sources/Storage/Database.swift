/// Where the restaurant's memory lives. One of the two ports of the program: SQLite today, PostgreSQL later, with the same SQL text.
///
/// Bodies are synchronous, so that nothing can await the hotel inside a transaction. A body that throws leaves no trace; what `write`
/// returns is already durable (on disk, not only handed to the kernel).
package protocol Database: Sendable {
    /// Runs `body` alone in a read-write transaction and returns once its effects are durable.
    /// Throws what `body` throws, after rolling it back, or a `StorageFault`.
    func write<T: Sendable>(_ body: @Sendable @escaping (any SQLTransaction) throws -> T) async throws -> T

    /// Runs `body` on one unchanging view of what has been committed. Throws what `body` throws, or a `StorageFault`.
    func read<T: Sendable>(_ body: @Sendable @escaping (any SQLTransaction) throws -> T) async throws -> T
}
