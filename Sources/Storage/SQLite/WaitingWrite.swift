/// A write that waits for the next commit. Exactly one of the two ends is told, after that commit.
struct WaitingWrite: Sendable {
    /// Runs the body; what it returns tells the caller its result, once that is durable.
    let run: @Sendable (SQLiteTransaction) throws -> @Sendable () -> Void
    /// Tells the caller that nothing of the write was kept.
    let fail: @Sendable (any Error) -> Void
}
