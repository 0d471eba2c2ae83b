import Dispatch
import Synchronization

/// Runs the product's tasks one at a time, on one thread, in a sequence that the history decides. Child tasks inherit it.
final class Conductor: TaskExecutor {
    private struct State {
        var ready: [UnownedJob] = []
        var hasBegun = false
        var hasEnded = false
    }

    private let state = Mutex(State())
    private let begun = DispatchSemaphore(value: 0)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let isFirst = state.withLock { state in
            defer { state.hasBegun = true }
            state.ready.append(job)
            return !state.hasBegun
        }
        if isFirst { begun.signal() }
    }

    /// Waits, on the thread of the history, until the first task is there.
    func waitForFirst() { begun.wait() }

    /// How many tasks could go on now.
    var readyCount: Int { state.withLock { $0.ready.count } }

    /// Lets one of them go on until it waits.
    func runOne(at index: Int) {
        let job = state.withLock { $0.ready.remove(at: index) }
        job.runSynchronously(on: asUnownedTaskExecutor())
    }

    /// The outermost task has nothing more to do here.
    func end() { state.withLock { $0.hasEnded = true } }
    var isOver: Bool { state.withLock { $0.hasEnded && $0.ready.isEmpty } }
}
