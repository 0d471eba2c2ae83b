import PointOfSale
import Synchronization

/// How a line over HTTP stands. Nothing is held open between requests, so it counts as up until one fails; then it is down for a while, and
/// is taken for up again, so that what waits is tried.
final class LineStanding: Sendable {
    private struct Standing {
        var state: HotelLinkState
        var downUntilMs: Int64 = 0
    }

    private let standing: Mutex<Standing>
    private let downMs: Int64
    private let clock: GatewayClock
    private let onChange: @Sendable (HotelLinkState) -> Void

    /// A line that is up.
    /// - Parameters:
    ///   - downMs: how long a failure counts, ms.
    ///   - onChange: hears of each change, once.
    init(downMs: Int64, clock: GatewayClock, onChange: @escaping @Sendable (HotelLinkState) -> Void) {
        self.downMs = downMs
        self.clock = clock
        self.onChange = onChange
        standing = Mutex(Standing(state: HotelLinkState(phase: .alive, since: clock.now())))
    }

    var state: HotelLinkState {
        let nowMs = clock.uptimeMs()
        return standing.withLock { standing in
            guard standing.state.phase == .down, nowMs >= standing.downUntilMs else { return standing.state }
            return HotelLinkState(phase: .alive, since: standing.state.since.advanced(byMs: downMs))
        }
    }

    /// The hotel answered.
    func noteUp() { note(.alive, nil) }

    /// The hotel could not be had, or will not have us.
    func noteDown(_ fault: HotelLinkState.Fault) { note(.down, fault) }

    private func note(_ phase: HotelLinkState.Phase, _ fault: HotelLinkState.Fault?) {
        let (nowMs, moment) = (clock.uptimeMs(), clock.now())
        let changed = standing.withLock { standing -> HotelLinkState? in
            if phase == .down { standing.downUntilMs = nowMs + downMs }
            guard standing.state.phase != phase || standing.state.fault != fault else { return nil }
            standing.state = HotelLinkState(phase: phase, since: moment, fault: fault)
            return standing.state
        }
        if let changed { onChange(changed) }
    }
}
