import Synchronization

/// Counts the reads that wait or run: refuses one too many, and lets a closing database wait for the last one to leave.
final class ReadAdmission: Sendable {
    private struct State {
        var inside = 0
        var isClosed = false
        var whenEmpty: [@Sendable () -> Void] = []

        mutating func takeListeners() -> [@Sendable () -> Void] {
            defer { whenEmpty = [] }
            return whenEmpty
        }
    }

    private let insideMax: Int
    private let state = Mutex(State())

    init(insideMax: Int) { self.insideMax = insideMax }

    /// Throws `overloaded` or `closed`. Whoever gets in calls `leave` once.
    func enter() throws(StorageFault) {
        try state.withLock { state throws(StorageFault) in
            guard !state.isClosed else { throw .closed }
            guard state.inside < insideMax else { throw .overloaded(waiting: state.inside) }
            state.inside += 1
        }
    }

    func leave() {
        let listeners = state.withLock { state in
            state.inside -= 1
            return state.inside == 0 ? state.takeListeners() : []
        }
        for listener in listeners { listener() }
    }

    /// Lets nobody in any more, and calls `whenEmpty` once the last one has left.
    func close(whenEmpty: @escaping @Sendable () -> Void) {
        let listeners = state.withLock { state in
            state.isClosed = true
            state.whenEmpty.append(whenEmpty)
            return state.inside == 0 ? state.takeListeners() : []
        }
        for listener in listeners { listener() }
    }
}
