package import PointOfSale
import Synchronization

/// That a posting has moved: enough to find it, nothing of what is in it.
package struct PostingChange: Hashable, Sendable {
    package let postingID: PostingID
    /// Nil for revenue, which is that of many checks.
    package let checkID: CheckID?
    package let state: PostingState
    /// When it moved.
    package let at: Timestamp

    /// The posting as it is now, after the move was committed.
    package init(_ posting: FolioPosting) {
        postingID = posting.id
        checkID = posting.checkID
        state = posting.state
        at = posting.updatedAt
    }
}

/// Tells whoever watches that postings have moved, and the dispatcher that there is work. Announce after the commit, never before.
///
/// A hint, not a log: a watcher that falls behind loses the oldest news and reads the rows, which are the truth.
package final class PostingSignals: Sendable {
    /// How many changes are kept for a watcher that is busy; the newest ones stay.
    package static let changesKeptMax = 256

    private struct Watcher {
        let postingID: PostingID?
        let continuation: AsyncStream<PostingChange>.Continuation
    }

    private struct State {
        var nextID = 0
        var watchers: [Int: Watcher] = [:]
        var sleepers: [Int: AsyncStream<Void>.Continuation] = [:]
        var seekers: [Int: AsyncStream<PostingID>.Continuation] = [:]

        mutating func makeID() -> Int {
            nextID += 1
            return nextID
        }
    }

    private let state = Mutex(State())

    /// Nobody watches yet.
    package init() {}

    /// Tells every watcher of this posting, and of all postings.
    package func announce(_ change: PostingChange) {
        let listeners = state.withLock { state in
            state.watchers.inTurn.filter { $0.postingID == nil || $0.postingID == change.postingID }.map(\.continuation)
        }
        for listener in listeners { listener.yield(change) }
    }

    /// Tells of postings that moved in one transaction.
    package func announce(_ postings: [FolioPosting]) {
        for posting in postings { announce(PostingChange(posting)) }
        if postings.contains(where: { $0.state == .queued }) { wake() }
    }

    /// The changes of all postings from now on, until the reader stops.
    package func updates() -> AsyncStream<PostingChange> { watch(nil) }

    /// The changes of one posting from now on, until the reader stops.
    package func changes(of id: PostingID) -> AsyncStream<PostingChange> { watch(id) }

    /// Says that there may be a posting to send.
    package func wake() {
        let sleepers = state.withLock { $0.sleepers.inTurn }
        for sleeper in sleepers { sleeper.yield() }
    }

    /// One element for all the `wake`s since the last one was taken.
    package func wakes() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state in
            let id = state.makeID()
            state.sleepers[id] = continuation
            return id
        }
        continuation.onTermination = { [weak self] _ in self?.state.withLock { $0.sleepers[id] = nil } }
        return stream
    }

    /// Asks for another look at a posting in doubt, now.
    package func askAgain(_ id: PostingID) {
        let seekers = state.withLock { $0.seekers.inTurn }
        for seeker in seekers { seeker.yield(id) }
    }

    /// The postings that somebody wants looked at again, from now on.
    package func questions() -> AsyncStream<PostingID> {
        let (stream, continuation) = AsyncStream<PostingID>.makeStream(bufferingPolicy: .bufferingNewest(Self.changesKeptMax))
        let id = state.withLock { state in
            let id = state.makeID()
            state.seekers[id] = continuation
            return id
        }
        continuation.onTermination = { [weak self] _ in self?.state.withLock { $0.seekers[id] = nil } }
        return stream
    }

    /// How many streams are being read.
    package var listenerCount: Int {
        state.withLock { $0.watchers.count + $0.sleepers.count + $0.seekers.count }
    }

    private func watch(_ postingID: PostingID?) -> AsyncStream<PostingChange> {
        let (stream, continuation) = AsyncStream<PostingChange>.makeStream(bufferingPolicy: .bufferingNewest(Self.changesKeptMax))
        let id = state.withLock { state in
            let id = state.makeID()
            state.watchers[id] = Watcher(postingID: postingID, continuation: continuation)
            return id
        }
        continuation.onTermination = { [weak self] _ in self?.state.withLock { $0.watchers[id] = nil } }
        return stream
    }
}

extension Dictionary where Key == Int {
    /// The first to come first, so that the same history is heard in the same sequence.
    fileprivate var inTurn: [Value] { sorted { $0.key < $1.key }.map { $0.value } }
}
