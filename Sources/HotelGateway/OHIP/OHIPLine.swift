import PointOfSale
import Synchronization

/// How the line to OPERA Cloud stands. Nothing is held open between requests, so it counts as up until one fails; then it is down for a
/// while, and is taken for up again, so that what waits is tried.
final class OHIPLine: Sendable {
    /// How long a failure counts, ms.
    static let downMs: Int64 = 10_000
    /// How long the hotel is left alone after it said "too many" or broke, ms; doubled each time, and anything down to half of it.
    static let backOffMs: Int64 = 1_000
    /// The longest that it is left alone, ms.
    static let backOffMsMax: Int64 = 30_000

    private struct Standing {
        var state: HotelLinkState
        var downUntilMs: Int64 = 0
        var quietUntilMs: Int64 = 0
        var troubles = 0
    }

    private let standing: Mutex<Standing>
    private let clock: GatewayClock
    private let jitter: @Sendable (ClosedRange<Int64>) -> Int64
    private let onChange: @Sendable (HotelLinkState) -> Void

    /// A line that is up.
    /// - Parameter jitter: picks a number of a range: tills that were sent away together must not come back together.
    init(
        clock: GatewayClock, jitter: @escaping @Sendable (ClosedRange<Int64>) -> Int64,
        onChange: @escaping @Sendable (HotelLinkState) -> Void
    ) {
        self.clock = clock
        self.jitter = jitter
        self.onChange = onChange
        standing = Mutex(Standing(state: HotelLinkState(phase: .alive, since: clock.now())))
    }

    var state: HotelLinkState {
        let nowMs = clock.uptimeMs()
        return standing.withLock { standing in
            guard standing.state.phase == .down, nowMs >= standing.downUntilMs else { return standing.state }
            return HotelLinkState(phase: .alive, since: standing.state.since.advanced(byMs: Self.downMs))
        }
    }

    /// How long the hotel still wants to be left alone, ms.
    var quietMs: Int64 { max(0, standing.withLock { $0.quietUntilMs } - clock.uptimeMs()) }

    /// Tells the line what an exchange showed of it.
    func note(_ ending: RoomRaccoonExchange.Ending) {
        switch ending {
        case .answered(let http) where http.status == 429 || http.status >= 500: noteTrouble(forMs: http.retryAfterMs)
        case .answered: noteUp()
        case .notSent(let trouble), .unknown(let trouble, _):
            if let fault = HotelLinkState.Fault(trouble) { noteDown(fault) }
        }
    }

    /// The hotel could not be had, or will not have us.
    func noteDown(_ fault: HotelLinkState.Fault) { note(.down, fault) }

    private func noteUp() {
        standing.withLock { $0.troubles = 0 }
        note(.alive, nil)
    }

    private func noteTrouble(forMs asked: Int64?) {
        let nowMs = clock.uptimeMs()
        standing.withLock { standing in
            let ms = min(Self.backOffMs << Int64(min(standing.troubles, 10)), Self.backOffMsMax)
            standing.troubles += 1
            let pauseMs = asked.map { min($0, Self.backOffMsMax) } ?? jitter(ms / 2...ms)
            standing.quietUntilMs = max(standing.quietUntilMs, nowMs + pauseMs)
        }
    }

    private func note(_ phase: HotelLinkState.Phase, _ fault: HotelLinkState.Fault?) {
        let (nowMs, moment) = (clock.uptimeMs(), clock.now())
        let changed = standing.withLock { standing -> HotelLinkState? in
            if phase == .down { standing.downUntilMs = nowMs + Self.downMs }
            guard standing.state.phase != phase || standing.state.fault != fault else { return nil }
            standing.state = HotelLinkState(phase: phase, since: moment, fault: fault)
            return standing.state
        }
        if let changed { onChange(changed) }
    }
}
