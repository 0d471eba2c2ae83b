import PointOfSale
import Synchronization

/// How the line to RoomRaccoon stands. Nothing is held open between requests, so it counts as up until one fails; then it is down for a
/// while, and is taken for up again, so that what waits is tried.
final class RoomRaccoonLine: Sendable {
    /// How long a failure counts, ms.
    static let downMs: Int64 = 15_000
    /// How long the hotel is left alone after it said "too many requests" and not for how long, ms.
    static let paceMs: Int64 = 2_000
    /// The longest that its word is followed, ms.
    static let paceMsMax: Int64 = 30_000

    private struct Standing {
        var state: HotelLinkState
        var downUntilMs: Int64 = 0
        var askAgainMs: Int64 = 0
    }

    private let standing: Mutex<Standing>
    private let clock: GatewayClock
    private let onChange: @Sendable (HotelLinkState) -> Void

    init(clock: GatewayClock, onChange: @escaping @Sendable (HotelLinkState) -> Void) {
        self.clock = clock
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

    /// The hotel answered.
    func noteUp() { note(.alive, nil) }

    /// The hotel could not be had.
    func noteDown(_ fault: HotelLinkState.Fault) { note(.down, fault) }

    /// The hotel wants to be left alone for so long, ms.
    func noteBusy(forMs ms: Int64?) {
        let until = clock.uptimeMs() + min(ms ?? Self.paceMs, Self.paceMsMax)
        standing.withLock { $0.askAgainMs = max($0.askAgainMs, until) }
    }

    /// How long the hotel still wants to be left alone, ms.
    var busyMs: Int64 { max(0, standing.withLock { $0.askAgainMs } - clock.uptimeMs()) }

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

extension HotelLinkState.Fault {
    /// What stands between here and RoomRaccoon; nil when we stopped ourselves.
    init?(_ trouble: RoomRaccoonExchange.Trouble) {
        switch trouble {
        case .nameUnknown: self = .nameUnknown
        case .unreachable: self = .unreachable
        case .tlsFailed: self = .tlsFailed
        case .timedOut: self = .noAnswer
        case .cut, .tooLong: self = .closedByHotel
        case .stopped: return nil
        }
    }
}
