import Synchronization

/// How far a comparison with the guests' bills has come. One runs at a time: two would ask the hotel everything twice.
package final class ReconciliationProgress: Sendable {
    /// So many bills read, of so many.
    package struct Count: Hashable, Sendable {
        package let read: Int
        package let all: Int
    }

    private let count = Mutex<Count?>(nil)

    /// What is under way now, or nil.
    package var current: Count? { count.withLock { $0 } }

    /// Begins, unless one is under way.
    func begin() -> Bool {
        count.withLock { count in
            guard count == nil else { return false }
            count = Count(read: 0, all: 0)
            return true
        }
    }

    func note(read: Int, of all: Int) { count.withLock { $0 = Count(read: read, all: all) } }

    func end() { count.withLock { $0 = nil } }
}
