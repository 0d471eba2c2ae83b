package import Logging
package import PointOfSale
package import Storage

/// What a start does before anything else: whatever was half-sent when the program died becomes in doubt, never queued again (rule R1).
package enum PostingRecovery {
    /// Puts every posting that is still "sending" in doubt and closes its live attempt.
    /// - Parameter integration: only those of that line, where another one may be at work; nil for all, before any is.
    /// - Returns: how many there were.
    /// - Throws: a `StorageFault`.
    @discardableResult
    package static func run(
        on database: any Database, of integration: Integration? = nil, at moment: Timestamp, logger: Logger
    ) async throws -> Int {
        let doubt = PostingOutcome.Doubt.interrupted.rawValue
        let found = try await database.write { tx in
            let isOurs = { (posting: FolioPosting) in integration.map { posting.integration == $0 } ?? true }
            for attempt in try tx.liveAttempts() where try tx.posting(attempt.postingID).map(isOurs) ?? true {
                try tx.closeAttempt(attempt.id, answer: nil, outcome: doubt, fate: nil, at: moment)
            }
            let halfSent = try tx.postings(in: [.sending], before: nil, limit: .max).filter(isOurs)
            for posting in halfSent {
                try tx.conclude(posting, as: PostingConclusion(.inDoubt, code: doubt), at: moment)
                try tx.journal(.postingInDoubt, subject: posting.id.text, note: doubt, by: nil, at: moment)
            }
            return halfSent.count
        }
        if found > 0 { logger.warning("postings were found half-sent and are now in doubt", metadata: ["count": "\(found)"]) }
        return found
    }
}
