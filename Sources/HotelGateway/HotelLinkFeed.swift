package import PointOfSale
import Synchronization

/// Tells whoever watches how the line to the hotel stands: the state of now first, then every change. A slow watcher gets the newest only.
package final class HotelLinkFeed: Sendable {
    private struct Watchers {
        var current: HotelLinkState
        var nextID = 0
        var continuations: [Int: AsyncStream<HotelLinkState>.Continuation] = [:]
    }

    private let watchers: Mutex<Watchers>

    /// A feed of a line that is down since `moment`.
    package init(at moment: Timestamp) {
        watchers = Mutex(Watchers(current: HotelLinkState(phase: .down, since: moment)))
    }

    /// Notes a change.
    package func announce(_ state: HotelLinkState) {
        let continuations = watchers.withLock { watchers in
            watchers.current = state
            return Array(watchers.continuations.values)
        }
        for continuation in continuations { continuation.yield(state) }
    }

    /// The states from now on, until the reader stops.
    package func states() -> AsyncStream<HotelLinkState> {
        let (stream, continuation) = AsyncStream<HotelLinkState>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let id = watchers.withLock { watchers in
            watchers.nextID += 1
            watchers.continuations[watchers.nextID] = continuation
            continuation.yield(watchers.current)
            return watchers.nextID
        }
        continuation.onTermination = { [weak self] _ in self?.watchers.withLock { $0.continuations[id] = nil } }
        return stream
    }
}
