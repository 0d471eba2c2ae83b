package import FIAS
package import PointOfSale

extension HotelLinkState {
    /// The state of a FIAS link in the words that every hotel system shares.
    package init(_ state: LinkState) {
        let phase: Phase =
            switch state.phase {
            case .alive: .alive
            case .connecting, .describing: .connecting
            case .disconnected, .ending: .down
            case .nightAudit: .nightAudit
            case .resyncing: .resyncing
            }
        self.init(phase: phase, since: Timestamp(milliseconds: state.sinceMs), fault: state.lastFault.map(Fault.init))
    }
}

extension HotelLinkState.Fault {
    init(_ fault: LinkFault) {
        switch fault {
        case .refused, .unreachable: self = .unreachable
        case .tlsFailed: self = .tlsFailed
        case .noAlive, .timedOut: self = .noAnswer
        case .notAuthentic: self = .notAuthentic
        case .closedByHotel, .endedByHotel: self = .closedByHotel
        }
    }
}
