/// How the line to the hotel stands, for the chip on every page and for what a room charge may do.
package struct HotelLinkState: Hashable, Sendable, Codable {
    package let phase: Phase
    package let since: Timestamp
    package let fault: Fault?

    /// Where the link is.
    package enum Phase: String, Hashable, Sendable, Codable {
        /// Postings go through.
        case alive
        /// Being set up.
        case connecting
        /// Nobody there.
        case down
        /// The hotel closes its day; postings wait (`FIAS 2.20.24 §4.2`).
        case nightAudit
        /// The hotel sends its list of guests; postings wait (`FIAS 2.20.24 §4.1`).
        case resyncing
    }

    /// Why the link is not alive.
    package enum Fault: String, Hashable, Sendable, Codable, CaseIterable {
        case unreachable
        case nameUnknown
        case noAnswer
        case closedByHotel
        case notAuthentic
        case tlsFailed
        /// There is no PMS gateway yet (`S1-03`).
        case notSetUp
        /// The integration is switched off (`S1-04`).
        case switchedOff
        /// Somebody answers at the gateway's address, and it is no Ardoise that is a gateway (`S1-02`).
        case notArdoise
        /// The gateway counts in another currency.
        case otherCurrency
        /// The gateway answers, and its own line to the hotel is away.
        case gatewayDown
    }

    /// A state of the link.
    package init(phase: Phase, since: Timestamp, fault: Fault? = nil) {
        self.phase = phase
        self.since = since
        self.fault = fault
    }

    /// Whether there is a line at all: one that was set up and is switched on.
    package var isInUse: Bool { fault != .notSetUp && fault != .switchedOff }

    /// Whether a posting can be sent now.
    package var isAlive: Bool { phase == .alive }
}
