package import PointOfSale
import Synchronization

/// A clock that stands still until a test moves it.
package final class TestClock: Sendable {
    private let moment: Mutex<Timestamp>

    /// A clock at that moment.
    package init(_ start: Timestamp = Sample.evening) { moment = Mutex(start) }

    /// What it shows.
    package var now: Timestamp { moment.withLock { $0 } }

    /// Moves it on.
    package func advance(ms: Int64) { moment.withLock { $0 = $0.advanced(byMs: ms) } }
}
