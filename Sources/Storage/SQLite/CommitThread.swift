import Dispatch
import Foundation
import Synchronization

/// The one thread that writes: it commits what waits in the queue, and sleeps while nothing does.
final class CommitThread: Sendable {
    private struct State {
        var whenEnded: [@Sendable () -> Void] = []
        var hasEnded = false
    }

    private let queue: CommitQueue
    private let state = Mutex(State())
    private let alarm = DispatchSemaphore(value: 0)

    /// The thread keeps `queue`, and with it the file and `resources`, until the queue has been closed and drained.
    init(draining queue: CommitQueue, holding resources: any Sendable) {
        self.queue = queue
        let thread = Thread { [self] in
            withExtendedLifetime(resources) { run() }
            end()
        }
        thread.name = "ardoise.commit"
        thread.start()
    }

    /// Says that a write waits, or that the queue is closed.
    func wake() { alarm.signal() }

    /// Calls `body` once the thread has ended, at once if it has already. The queue has been closed.
    func whenEnded(_ body: @escaping @Sendable () -> Void) {
        let hasEnded = state.withLock { state in
            if !state.hasEnded { state.whenEnded.append(body) }
            return state.hasEnded
        }
        if hasEnded { body() } else { wake() }
    }

    private func run() {
        while true {
            switch queue.commitWaiting() {
            case .committed: continue
            case .nothingWaits: alarm.wait()
            case .closed: return
            }
        }
    }

    private func end() {
        let listeners = state.withLock { state in
            state.hasEnded = true
            return state.whenEnded
        }
        for listener in listeners { listener() }
    }
}
