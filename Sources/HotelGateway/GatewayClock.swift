package import PointOfSale

/// The three times that the gateway goes by, given in so that a test can hold them.
package struct GatewayClock: Sendable {
    /// The clock on the wall: for what is written down and shown, never for how long something took (rule R8).
    package var now: @Sendable () -> Timestamp
    /// Milliseconds since some moment in the past; never set back and never set forward.
    package var uptimeMs: @Sendable () -> Int64
    /// Waits so many milliseconds. Throws when the task is cancelled.
    package var pause: @Sendable (_ ms: Int64) async throws -> Void

    /// A clock of these readings.
    package init(
        now: @escaping @Sendable () -> Timestamp, uptimeMs: @escaping @Sendable () -> Int64,
        pause: @escaping @Sendable (_ ms: Int64) async throws -> Void
    ) {
        self.now = now
        self.uptimeMs = uptimeMs
        self.pause = pause
    }

    /// The machine's own clocks; `now` is the clock on the wall.
    package static func system(now: @escaping @Sendable () -> Timestamp) -> GatewayClock {
        let start = ContinuousClock.now
        return GatewayClock(
            now: now,
            uptimeMs: {
                let (seconds, attoseconds) = start.duration(to: .now).components
                return seconds * 1000 + attoseconds / 1_000_000_000_000_000
            },
            pause: { ms in try await Task.sleep(for: .milliseconds(ms)) })
    }
}
