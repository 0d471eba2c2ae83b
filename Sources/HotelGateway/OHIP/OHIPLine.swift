import PointOfSale
import Synchronization

/// How the line to OPERA Cloud stands, and how long the hotel is to be left alone.
final class OHIPLine: Sendable {
    /// How long a failure counts, ms.
    static let downMs: Int64 = 10_000
    /// How long the hotel is left alone after it said "too many" or broke, ms; doubled each time, and anything down to half of it.
    static let backOffMs: Int64 = 1_000
    /// The longest that it is left alone, ms.
    static let backOffMsMax: Int64 = 30_000

    private struct Troubles {
        var inARow = 0
        var quietUntilMs: Int64 = 0
    }

    private let standing: LineStanding
    private let troubles = Mutex(Troubles())
    private let clock: GatewayClock
    private let jitter: @Sendable (ClosedRange<Int64>) -> Int64

    /// A line that is up.
    /// - Parameter jitter: picks a number of a range: tills that were sent away together must not come back together.
    init(
        clock: GatewayClock, jitter: @escaping @Sendable (ClosedRange<Int64>) -> Int64,
        onChange: @escaping @Sendable (HotelLinkState) -> Void
    ) {
        self.clock = clock
        self.jitter = jitter
        standing = LineStanding(downMs: Self.downMs, clock: clock, onChange: onChange)
    }

    var state: HotelLinkState { standing.state }

    /// How long the hotel still wants to be left alone, ms.
    var quietMs: Int64 { max(0, troubles.withLock { $0.quietUntilMs } - clock.uptimeMs()) }

    /// Tells the line what an exchange showed of it.
    func note(_ ending: HTTPExchange.Ending) {
        switch ending {
        case .answered(let http) where http.status == 429 || http.status >= 500: noteTrouble(forMs: http.retryAfterMs)
        case .answered: noteUp()
        case .notSent(let trouble), .unknown(let trouble, _):
            if let fault = HotelLinkState.Fault(trouble) { noteDown(fault) }
        }
    }

    /// The hotel could not be had, or will not have us.
    func noteDown(_ fault: HotelLinkState.Fault) { standing.noteDown(fault) }

    private func noteUp() {
        troubles.withLock { $0.inARow = 0 }
        standing.noteUp()
    }

    private func noteTrouble(forMs asked: Int64?) {
        let nowMs = clock.uptimeMs()
        troubles.withLock { troubles in
            let ms = min(Self.backOffMs << Int64(min(troubles.inARow, 10)), Self.backOffMsMax)
            troubles.inARow += 1
            let pauseMs = asked.map { min($0, Self.backOffMsMax) } ?? jitter(ms / 2...ms)
            troubles.quietUntilMs = max(troubles.quietUntilMs, nowMs + pauseMs)
        }
    }
}
