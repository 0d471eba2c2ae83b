import Synchronization

/// Nudges a loop at the earliest of the moments that it asked for. A moment that is no longer wanted nudges once for nothing.
final class Alarm: Sendable {
    private let clock: GatewayClock
    private let nudge: AsyncStream<Void>.Continuation
    private let waits: AsyncStream<Int64>
    private let add: AsyncStream<Int64>.Continuation
    /// When the earliest of the waits under way ends, on the monotonic clock.
    private let earliest = Mutex<Int64?>(nil)

    init(clock: GatewayClock, nudge: AsyncStream<Void>.Continuation) {
        self.clock = clock
        self.nudge = nudge
        (waits, add) = AsyncStream.makeStream()
    }

    /// Asks for a nudge in so many milliseconds, unless one comes sooner.
    func ring(inMs ms: Int64) {
        let due = clock.uptimeMs() + ms
        let isEarlier = earliest.withLock { earliest in
            guard earliest.map({ due < $0 }) ?? true else { return false }
            earliest = due
            return true
        }
        if isEarlier { add.yield(due) }
    }

    /// Waits and nudges until the task is cancelled.
    func run() async {
        await withDiscardingTaskGroup { group in
            for await due in waits {
                group.addTask { await self.wait(until: due) }
            }
        }
    }

    private func wait(until due: Int64) async {
        guard (try? await clock.pause(max(due - clock.uptimeMs(), 0))) != nil else { return }
        earliest.withLock { earliest in
            if earliest == due { earliest = nil }
        }
        nudge.yield()
    }
}
