import PointOfSale
import Storage

/// How wrong PINs slow a till down: from the fifth in a row 30 s, doubled each time up to 15 min, never for ever.
enum SignInPace {
    /// So many wrong PINs cost nothing.
    static let freeFailures = 4
    /// The first wait, ms.
    static let firstWaitMs: Int64 = 30_000
    /// The longest wait, ms.
    static let waitMsMax: Int64 = 15 * 60_000
    /// After so long without a wrong PIN, the count begins anew, ms.
    static let forgottenAfterMs: Int64 = 60 * 60_000
    /// The longest device name kept; a longer one is cut.
    static let deviceCharactersMax = 64

    /// The wait after so many wrong PINs in a row.
    static func waitMs(after failures: Int) -> Int64 {
        let waits = failures - freeFailures
        guard waits > 0 else { return 0 }
        return min(firstWaitMs << min(waits - 1, 10), waitMsMax)
    }

    /// A try at a moment: counted as failed before it is weighed. Nothing is counted while the device waits.
    static func count(_ before: SignInFailures?, at moment: Timestamp) -> Try {
        // A clock that was set back must not stretch a wait.
        let blockedUntil = before.map { min($0.blockedUntil, moment.advanced(byMs: waitMs(after: $0.count))) } ?? moment
        guard blockedUntil <= moment else { return .mustWait(ms: blockedUntil.ms(since: moment), until: blockedUntil) }
        let isForgotten = before.map { moment.ms(since: $0.lastAt) >= forgottenAfterMs } ?? true
        let failures = (isForgotten ? 0 : before?.count ?? 0) + 1
        return .mayTry(
            SignInFailures(count: failures, lastAt: moment, blockedUntil: moment.advanced(byMs: waitMs(after: failures))))
    }

    /// What becomes of a try.
    enum Try: Hashable, Sendable {
        /// It is weighed; these failures stand unless it was right.
        case mayTry(SignInFailures)
        /// It is not weighed.
        case mustWait(ms: Int64, until: Timestamp)
    }
}
