import Synchronization

/// Tells every open page that something changed; the page then fetches what it shows. Carries no data of its own.
final class LiveUpdates: Sendable {
    /// What changed.
    enum Kind: String, Hashable, Sendable, CaseIterable {
        case posting
        case floor
        case link
        /// A comparison with the hotel has come further.
        case reconciliation
        /// Nothing: keeps the connection from looking dead.
        case heartbeat
    }

    /// Pages that may watch at once.
    static let watchersMax = 200
    /// Changes kept for a page that reads slowly; the oldest are dropped, the page fetches everything anyway.
    private static let changesWaitingMax = 16

    private struct State {
        var next = 0
        var watchers: [Int: AsyncStream<Kind>.Continuation] = [:]
    }

    private let state = Mutex(State())

    /// One page watching.
    struct Watch: Sendable {
        let id: Int
        let changes: AsyncStream<Kind>
    }

    /// Begins to watch.
    /// - Throws: `Problem.overloaded` when too many do already; the page then asks every few seconds.
    func watch() throws(Problem) -> Watch {
        let (changes, continuation) = AsyncStream.makeStream(of: Kind.self, bufferingPolicy: .bufferingNewest(Self.changesWaitingMax))
        let id = state.withLock { state -> Int? in
            guard state.watchers.count < Self.watchersMax else { return nil }
            state.next += 1
            state.watchers[state.next] = continuation
            return state.next
        }
        guard let id else { throw .overloaded }
        return Watch(id: id, changes: changes)
    }

    /// Stops watching.
    func leave(_ watch: Watch) { state.withLock { $0.watchers.removeValue(forKey: watch.id) }?.finish() }

    /// Tells everybody.
    func announce(_ kind: Kind) {
        for continuation in state.withLock({ Array($0.watchers.values) }) { continuation.yield(kind) }
    }

    /// Tells one page.
    func announce(_ kind: Kind, to watch: Watch) { state.withLock { $0.watchers[watch.id] }?.yield(kind) }

    /// How many pages watch.
    var watcherCount: Int { state.withLock { $0.watchers.count } }
}
