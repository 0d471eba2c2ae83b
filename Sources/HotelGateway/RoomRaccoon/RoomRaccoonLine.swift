import PointOfSale
import Synchronization

/// How the line to RoomRaccoon stands, and how long it wants to be left alone.
final class RoomRaccoonLine: Sendable {
    /// How long a failure counts, ms.
    static let downMs: Int64 = 15_000
    /// How long the hotel is left alone after it said "too many requests" and not for how long, ms.
    static let paceMs: Int64 = 2_000
    /// The longest that its word is followed, ms.
    static let paceMsMax: Int64 = 30_000

    private let standing: LineStanding
    private let clock: GatewayClock
    private let askAgainMs = Mutex<Int64>(0)

    init(clock: GatewayClock, onChange: @escaping @Sendable (HotelLinkState) -> Void) {
        self.clock = clock
        standing = LineStanding(downMs: Self.downMs, clock: clock, onChange: onChange)
    }

    var state: HotelLinkState { standing.state }

    /// The hotel answered.
    func noteUp() { standing.noteUp() }

    /// The hotel could not be had.
    func noteDown(_ fault: HotelLinkState.Fault) { standing.noteDown(fault) }

    /// The hotel wants to be left alone for so long, ms.
    func noteBusy(forMs ms: Int64?) {
        let until = clock.uptimeMs() + min(ms ?? Self.paceMs, Self.paceMsMax)
        askAgainMs.withLock { $0 = max($0, until) }
    }

    /// How long the hotel still wants to be left alone, ms.
    var busyMs: Int64 { max(0, askAgainMs.withLock(\.self) - clock.uptimeMs()) }
}
