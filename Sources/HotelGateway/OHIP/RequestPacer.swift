import Synchronization

/// Keeps requests to a gateway apart: never more than 50 in any one second (`ohip.md` §6), however they bunch up on their way.
///
/// A few may leave together after a pause, the rest in even steps. In any second at most `burst` + 1000 / `gapMs` = 40 leave; the ten that
/// are left over make room for a network that holds some back for up to a third of a second. Other programs of the hotel share the limit.
final class RequestPacer: Sendable {
    /// How many may leave at once.
    static let burst: Int64 = 10
    /// How far apart the rest leave, ms.
    static let gapMs: Int64 = 34
    /// The longest that a request waits for its turn, ms.
    static let waitMsMax: Int64 = 5_000

    private let clock: GatewayClock
    /// When everything that was let go of so far is paid for, in even steps; nil before the first.
    private let paidMs = Mutex<Int64?>(nil)

    init(clock: GatewayClock) { self.clock = clock }

    /// Waits for a request's turn. False when too many wait, or when we were stopped: then it must not be sent.
    func turn() async -> Bool {
        guard let ms = reserve() else { return false }
        guard ms > 0 else { return !Task.isCancelled }
        return (try? await clock.pause(ms)) != nil
    }

    /// How long a request must still wait, ms; nil when too many wait.
    func reserve() -> Int64? {
        let nowMs = clock.uptimeMs()
        return paidMs.withLock { paid in
            let begins = max(paid ?? .min, nowMs - (Self.burst - 1) * Self.gapMs)
            let waitMs = max(0, begins - nowMs)
            guard waitMs <= Self.waitMsMax else { return nil }
            paid = begins + Self.gapMs
            return waitMs
        }
    }
}
