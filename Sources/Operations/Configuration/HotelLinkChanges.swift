import Synchronization

/// Tells whoever keeps the line to the hotel that it should be set up anew: other settings were saved, or somebody wants it tried now.
package final class HotelLinkChanges: Sendable {
    private let listeners = Mutex<(nextID: Int, all: [Int: AsyncStream<Void>.Continuation])>((0, [:]))

    /// Nobody listens yet.
    package init() {}

    /// Says that the line should be set up anew.
    package func announce() {
        let listening = listeners.withLock { Array($0.all.values) }
        for listener in listening { listener.yield() }
    }

    /// One element for all the changes since the last one was taken, until the reader stops.
    package func stream() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let id = listeners.withLock { listeners in
            listeners.nextID += 1
            listeners.all[listeners.nextID] = continuation
            return listeners.nextID
        }
        continuation.onTermination = { [weak self] _ in _ = self?.listeners.withLock { $0.all.removeValue(forKey: id) } }
        return stream
    }
}
