package import Logging
package import PointOfSale
import ServiceLifecycle
package import Storage

/// Looks for evidence of postings in doubt, and settles those that it proves: booked, or not booked and so sent again.
///
/// It asks the hotel as soon as the link is alive, when somebody wants it, and then less and less often. What it cannot prove it leaves to
/// a person, who sees it on the Hotel page from the first moment (rules R2, R3, R10).
package struct DoubtSeeker: Service {
    /// How many postings in doubt are looked after at a time, the newest.
    static let doubtsMax = 500
    /// How long until the link is looked at again that is down while there are doubts, ms. One that nothing is held open on comes up
    /// by time alone, and nobody is nudged.
    static let lookAtLinkAgainMs: Int64 = 5000

    private let look: DoubtLook
    private let database: any Database
    private let hotel: any HotelConnector
    private let signals: PostingSignals
    private let logger: Logger
    private let clock: GatewayClock
    private let rules: DoubtRules

    /// A seeker that settles by these rules.
    package init(
        database: any Database, hotel: any HotelConnector, signals: PostingSignals, rules: DoubtRules, logger: Logger, clock: GatewayClock
    ) {
        self.database = database
        self.hotel = hotel
        self.signals = signals
        self.logger = logger
        self.clock = clock
        self.rules = rules
        look = DoubtLook(database: database, hotel: hotel, rules: rules, clock: clock)
    }

    /// Works until the service group stops it.
    package func run() async throws {
        let (nudges, nudge) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let alarm = Alarm(clock: clock, nudge: nudge)
        let asked = AskedAgain()
        await untilStopped {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { for await _ in signals.wakes() { nudge.yield() } }
                group.addTask { for await change in signals.updates() where change.state == .inDoubt { nudge.yield() } }
                group.addTask {
                    for await id in signals.questions() {
                        asked.insert(id)
                        nudge.yield()
                    }
                }
                group.addTask { await alarm.run() }
                nudge.yield()
                await seek(on: nudges, alarm, asked)
                group.cancelAll()
            }
        }
    }

    private func seek(on nudges: AsyncStream<Void>, _ alarm: Alarm, _ asked: AskedAgain) async {
        var watch = DoubtWatch(quietMs: rules.quietMs)
        for await _ in nudges {
            var hasDoubts = false
            do {
                let doubts = try await database.read { tx in try tx.postings(in: [.inDoubt], before: nil, limit: Self.doubtsMax) }
                    .filter { ($0.guest != nil || rules.looksForRevenue) && $0.integration == hotel.integration }
                hasDoubts = !doubts.isEmpty
                watch.see(doubts.map(\.id), link: hotel.linkState, askedAgain: asked.take(), atMs: clock.uptimeMs())
                let postings = Dictionary(uniqueKeysWithValues: doubts.map { ($0.id, $0) })
                for id in watch.due(atMs: clock.uptimeMs()) {
                    guard let posting = postings[id], try await seek(posting, &watch) else { break }
                }
            } catch {
                logger.error("evidence could not be weighed", metadata: ["fault": "\(error)"])
                watch.postpone(atMs: clock.uptimeMs())
            }
            if Task.isCancelled { return }
            let waitMs = watch.nextLookMs(atMs: clock.uptimeMs()) ?? (hasDoubts ? Self.lookAtLinkAgainMs : nil)
            if let waitMs { alarm.ring(inMs: waitMs) }
        }
    }

    /// One look at one posting. What was read while the link changed counts as read too early.
    /// - Returns: whether the next may follow at once; not while the hotel leaves the question unanswered.
    private func seek(_ posting: FolioPosting, _ watch: inout DoubtWatch) async throws -> Bool {
        guard let found = try await look.read(posting) else {
            watch.forget(posting.id)
            return true
        }
        watch.seeLink(hotel.linkState, atMs: clock.uptimeMs())
        if found.isAnswered { watch.heard(of: posting.id, begunMs: found.begunAtMs) }
        let moved = try await look.weigh(found, isQuiet: watch.isQuiet(posting.id, sinceMs: found.begunAtMs))
        watch.looked(at: posting.id, atMs: clock.uptimeMs())
        signals.announce(moved)
        if let settled = moved.first, settled.state != .inDoubt {
            logger.info("a doubt is settled", metadata: ["posting": "\(posting.id)", "state": "\(settled.state.rawValue)"])
            watch.forget(posting.id)
        }
        return found.isAnswered
    }
}
