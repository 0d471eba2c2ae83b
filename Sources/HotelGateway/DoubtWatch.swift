import PointOfSale
import Synchronization

/// Which postings in doubt are looked at when, and whether the line has been quiet for long enough. A value, and on the monotonic clock
/// only: a clock on the wall that jumps must not make a hotel look idle (rules R3, R8).
struct DoubtWatch {
    /// How long after a look without a result the next one comes, ms; doubled each time.
    static let lookAgainMs: Int64 = 5000
    /// The longest such wait, ms.
    static let lookAgainMsMax: Int64 = 5 * 60 * 1000

    private struct Doubt {
        /// When a look began that the hotel answered for the first time since: it has then taken in all that went to it before.
        var heardMs: Int64?
        var nextLookMs: Int64
        var waitMs = DoubtWatch.lookAgainMs
    }

    private struct Alive: Equatable {
        let since: Timestamp
        let firstSeenMs: Int64
    }

    private let quietMs: Int64
    private var doubts: [PostingID: Doubt] = [:]
    private var alive: Alive?

    init(quietMs: Int64) { self.quietMs = quietMs }

    /// Notes which postings are in doubt now and how the link stands. All are due at once when it comes alive.
    mutating func see(_ ids: [PostingID], link: HotelLinkState, askedAgain: Set<PostingID>, atMs nowMs: Int64) {
        let known = doubts
        doubts = Dictionary(uniqueKeysWithValues: ids.map { ($0, known[$0] ?? Doubt(nextLookMs: nowMs)) })
        seeLink(link, atMs: nowMs)
        for id in askedAgain { doubts[id]?.nextLookMs = nowMs }
    }

    /// Notes how the link stands.
    mutating func seeLink(_ link: HotelLinkState, atMs nowMs: Int64) {
        guard link.isAlive else {
            alive = nil
            return
        }
        guard alive?.since != link.since else { return }
        alive = Alive(since: link.since, firstSeenMs: nowMs)
        for id in doubts.keys {
            doubts[id]?.heardMs = nil
            doubts[id]?.nextLookMs = nowMs
            doubts[id]?.waitMs = Self.lookAgainMs
        }
    }

    /// The postings to be looked at now, the one that has waited longest first.
    func due(atMs nowMs: Int64) -> [PostingID] {
        guard alive != nil else { return [] }
        return doubts.filter { $0.value.nextLookMs <= nowMs }.sorted {
            ($0.value.nextLookMs, $0.key.text) < ($1.value.nextLookMs, $1.key.text)
        }
        .map(\.key)
    }

    /// The hotel answered a look that began at `begunMs`.
    mutating func heard(of id: PostingID, begunMs: Int64) {
        guard alive != nil, doubts[id]?.heardMs == nil else { return }
        doubts[id]?.heardMs = begunMs
    }

    /// Whether a look that began at `begunMs` found the link alive, and a hotel that had heard of the attempt, for the whole quiet period.
    func isQuiet(_ id: PostingID, sinceMs begunMs: Int64) -> Bool {
        guard let alive, let heardMs = doubts[id]?.heardMs else { return false }
        return begunMs - max(alive.firstSeenMs, heardMs) >= quietMs
    }

    /// A look brought no result: the next comes later, but not later than the end of the quiet period.
    mutating func looked(at id: PostingID, atMs nowMs: Int64) {
        guard let doubt = doubts[id] else { return }
        let quietAtMs = max(alive?.firstSeenMs ?? nowMs, doubt.heardMs ?? nowMs) + quietMs
        let next = nowMs + doubt.waitMs
        doubts[id]?.nextLookMs = quietAtMs > nowMs ? min(next, quietAtMs) : next
        doubts[id]?.waitMs = min(doubt.waitMs * 2, Self.lookAgainMsMax)
    }

    /// Nothing could be read or written: everything waits a moment.
    mutating func postpone(atMs nowMs: Int64) {
        for (id, doubt) in doubts { doubts[id]?.nextLookMs = max(doubt.nextLookMs, nowMs + Self.lookAgainMs) }
    }

    /// The posting is settled.
    mutating func forget(_ id: PostingID) { doubts[id] = nil }

    /// How long until something is due, ms; nil when nothing is, as while the link is down: its coming alive is a nudge.
    func nextLookMs(atMs nowMs: Int64) -> Int64? {
        guard alive != nil, let next = doubts.values.map(\.nextLookMs).min() else { return nil }
        return max(next - nowMs, 1)
    }
}

/// What people asked to be looked at again, until the seeker takes it.
final class AskedAgain: Sendable {
    private let ids = Mutex<Set<PostingID>>([])

    func insert(_ id: PostingID) { ids.withLock { _ = $0.insert(id) } }

    func take() -> Set<PostingID> {
        ids.withLock { ids in
            defer { ids = [] }
            return ids
        }
    }
}
