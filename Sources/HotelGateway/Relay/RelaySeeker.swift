package import Logging
import PointOfSale
import ServiceLifecycle
package import Storage

/// Asks the gateway what became of postings that were handed over and whose outcome is not known here. It knows, or finds out from the
/// hotel; what it never got it will never take.
package struct RelaySeeker: Service {
    /// How long after a look that left a doubt the gateway is asked again, ms.
    static let againMs: Int64 = 5_000
    /// So many postings in doubt are looked after at a time, the newest.
    static let doubtsMax = 500

    private let database: any Database
    private let gateway: RelayConnector
    private let signals: PostingSignals
    private let logger: Logger
    private let clock: GatewayClock

    /// A seeker that asks that gateway.
    package init(database: any Database, gateway: RelayConnector, signals: PostingSignals, logger: Logger, clock: GatewayClock) {
        self.database = database
        self.gateway = gateway
        self.signals = signals
        self.logger = logger
        self.clock = clock
    }

    /// Works until the service group stops it.
    package func run() async throws {
        let (nudges, nudge) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let alarm = Alarm(clock: clock, nudge: nudge)
        await untilStopped {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { for await _ in signals.wakes() { nudge.yield() } }
                group.addTask { for await change in signals.updates() where change.state == .inDoubt { nudge.yield() } }
                group.addTask { for await _ in signals.questions() { nudge.yield() } }
                group.addTask { await alarm.run() }
                nudge.yield()
                for await _ in nudges {
                    if await seek() { alarm.ring(inMs: Self.againMs) }
                    if Task.isCancelled { break }
                }
                group.cancelAll()
            }
        }
    }

    /// One look at all doubts, oldest first.
    /// - Returns: whether any is left.
    func seek() async -> Bool {
        do {
            let doubts = try await database.read { tx in
                try tx.postings(in: [.inDoubt], before: nil, limit: Self.doubtsMax).filter { $0.integration == gateway.integration }
            }
            var isAnyLeft = false
            for posting in doubts.reversed() where try await !settle(posting) { isAnyLeft = true }
            return isAnyLeft
        } catch {
            logger.error("the gateway's word could not be written down", metadata: ["fault": "\(error)"])
            return true
        }
    }

    /// - Returns: whether the doubt is over.
    private func settle(_ posting: FolioPosting) async throws -> Bool {
        let unknown = try await database.read { tx in try tx.attempts(of: posting.id).last { $0.isUnknown } }
        guard let attempt = unknown, gateway.linkState.phase != .connecting, let answer = await gateway.settled(attempt) else {
            return false
        }
        let moment = clock.now()
        let moved = try await database.write { tx -> [FolioPosting] in
            guard let current = try tx.posting(posting.id), current.state == .inDoubt,
                try tx.attempts(of: posting.id).contains(where: { $0.id == attempt.id && $0.isUnknown }),
                let verdict = answer.verdict(on: attempt, of: current, at: moment)
            else { return [] }
            try tx.noteLateAnswer(attempt.id, answer: answer.text, at: moment)
            try tx.insertEvidence(.lateAnswer(verdict.fate, to: attempt, at: moment))
            return try tx.learn(verdict, about: current, at: moment)
        }
        signals.announce(moved)
        return !moved.isEmpty
    }
}
