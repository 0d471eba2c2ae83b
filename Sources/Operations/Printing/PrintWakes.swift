import Synchronization

/// Tells the dispatcher of prints that there is something to print. A hint: it looks every second anyway.
package final class PrintWakes: Sendable {
    private struct State {
        var nextID = 0
        var sleepers: [Int: AsyncStream<Void>.Continuation] = [:]
    }

    private let state = Mutex(State())

    /// Nobody listens yet.
    package init() {}

    /// Says that there may be something to print.
    package func wake() {
        let sleepers = state.withLock { Array($0.sleepers.values) }
        for sleeper in sleepers { sleeper.yield() }
    }

    /// One element for all the wakes since the last one was taken, until the reader stops.
    func wakes() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state in
            state.nextID += 1
            state.sleepers[state.nextID] = continuation
            return state.nextID
        }
        continuation.onTermination = { [weak self] _ in _ = self?.state.withLock { $0.sleepers.removeValue(forKey: id) } }
        return stream
    }
}
