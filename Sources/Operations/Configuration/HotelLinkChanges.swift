import Synchronization

/// Tells whoever keeps the line to the hotel that it should be set up anew: other settings were saved, or somebody wants it tried now.
package final class HotelLinkChanges: Sendable {
    private struct State {
        var nextID = 0
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
        /// How many changes were announced, and up to which of them the line has followed.
        var announced = 0
        var followed = 0
    }

    private let state = Mutex(State())

    /// Nobody listens yet.
    package init() {}

    /// Says that the line should be set up anew. Gives the number of this change.
    @discardableResult
    package func announce() -> Int {
        let (number, listeners) = state.withLock { state in
            state.announced += 1
            return (state.announced, Array(state.listeners.values))
        }
        for listener in listeners { listener.yield() }
        return number
    }

    /// The newest change: to be read before the settings are, and handed to `follow` when the line is as they say.
    package var newest: Int { state.withLock { $0.announced } }

    /// Notes that the line has been set up anew after that change.
    package func follow(_ change: Int) { state.withLock { $0.followed = max($0.followed, change) } }

    /// Whether the line has been set up anew since that change was announced.
    package func isFollowed(_ change: Int) -> Bool { state.withLock { $0.followed >= change } }

    /// One element for all the changes since the last one was taken, until the reader stops.
    package func stream() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state in
            state.nextID += 1
            state.listeners[state.nextID] = continuation
            return state.nextID
        }
        continuation.onTermination = { [weak self] _ in _ = self?.state.withLock { $0.listeners.removeValue(forKey: id) } }
        return stream
    }
}
