import PointOfSale
import Synchronization
import TestSupport

/// The one time line of a history: a clock that never goes back, a clock on the wall that may jump, and what waits for a moment.
final class VirtualTime: Sendable {
    private struct State {
        var uptimeMs: Int64 = 0
        var wallAheadMs: Int64
        var waiting = EventHeap<@Sendable () -> Void>()
        var draws: SeededGenerator
    }

    private let state: Mutex<State>

    init(wallMs: Int64, draws: SeededGenerator) {
        state = Mutex(State(wallAheadMs: wallMs, draws: draws))
    }

    /// Milliseconds since the history began; never goes back.
    var uptimeMs: Int64 { state.withLock { $0.uptimeMs } }
    /// What the clock on the wall shows, milliseconds since 1970.
    var wallMs: Int64 { state.withLock { $0.uptimeMs + $0.wallAheadMs } }
    var now: Timestamp { Timestamp(milliseconds: wallMs) }

    /// When the next thing that waits is due.
    var nextMs: Int64? { state.withLock { $0.waiting.nextMs } }

    func advance(toMs moment: Int64) { state.withLock { $0.uptimeMs = max($0.uptimeMs, moment) } }

    /// Somebody sets the clock on the wall.
    func jumpWall(byMs ms: Int64) { state.withLock { $0.wallAheadMs += ms } }

    func at(_ moment: Int64, _ body: @escaping @Sendable () -> Void) -> Int {
        state.withLock { $0.waiting.add(body, atMs: max(moment, $0.uptimeMs), draw: $0.draws.next()) }
    }

    @discardableResult
    func cancel(_ id: Int) -> Bool { state.withLock { $0.waiting.remove(id) } != nil }

    /// Wakes one that is due; false when nobody is.
    func wakeOne() -> Bool {
        guard let body = state.withLock({ $0.waiting.popDue(byMs: $0.uptimeMs) }) else { return false }
        body()
        return true
    }

    /// Waits so long in virtual time. Throws `CancellationError` at once when the task is cancelled.
    func pause(ms: Int64) async throws {
        let pause = Pause()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                pause.begin(waiter, isCancelled: Task.isCancelled) {
                    self.at(self.uptimeMs + max(ms, 0)) { pause.end(.success(())) }
                }
            }
        } onCancel: {
            if let timer = pause.end(.failure(CancellationError())) { cancel(timer) }
        }
    }
}

/// One wait: whichever comes first, its time or its cancellation, ends it.
private final class Pause: Sendable {
    private struct State {
        var waiter: CheckedContinuation<Void, any Error>?
        var timer: Int?
    }

    private let state = Mutex(State())

    func begin(_ waiter: CheckedContinuation<Void, any Error>, isCancelled: Bool, startTimer: () -> Int) {
        guard !isCancelled else { return waiter.resume(throwing: CancellationError()) }
        state.withLock { $0 = State(waiter: waiter, timer: startTimer()) }
    }

    /// Ends the wait, once; returns its timer.
    @discardableResult
    func end(_ result: Result<Void, any Error>) -> Int? {
        let ended = state.withLock { state in
            defer { state.waiter = nil }
            return state
        }
        ended.waiter?.resume(with: result)
        return ended.timer
    }
}
