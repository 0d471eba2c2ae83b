/// What a link is doing, as people and the gateway need to know it.
package struct LinkState: Sendable, Equatable {
    /// Where the link stands. FIAS 2.20.24 §3.5.
    package enum Phase: String, Sendable, Equatable {
        /// No connection; another attempt follows.
        case disconnected
        /// Connecting, or connected and waiting for the hotel to speak.
        case connecting
        /// Describing ourselves, until the hotel says `LA`.
        case describing
        /// Requests may be sent.
        case alive
        /// Between `NS` and `NE`: alive, but nothing may be sent.
        case nightAudit
        /// Between `DS` and `DE`: alive, but nothing may be sent.
        case resyncing
        /// `LE` was exchanged; the connection is about to close.
        case ending
    }

    /// Where the link stands.
    package var phase: Phase
    /// Since when, in milliseconds since 1970.
    package var sinceMs: Int64
    /// Counts how often the link came alive: guests found by an inquiry may only be charged within the same session.
    package var session: Int
    /// What went wrong last; stays until the link is alive again.
    package var lastFault: LinkFault?
    /// The payment methods that mean "charge to room", as the hotel told them (`LC.RP`).
    package var roomPaymentMethods: [String]

    /// A state.
    package init(
        phase: Phase = .disconnected, sinceMs: Int64 = 0, session: Int = 0, lastFault: LinkFault? = nil, roomPaymentMethods: [String] = []
    ) {
        self.phase = phase
        self.sinceMs = sinceMs
        self.session = session
        self.lastFault = lastFault
        self.roomPaymentMethods = roomPaymentMethods
    }
}

/// Why a link is not alive; the words for people are made where they are shown.
package enum LinkFault: String, Sendable, Equatable, Error {
    /// Nobody listens at the address, or the network refused.
    case refused
    /// The address does not answer, or its name is unknown.
    case unreachable
    /// TLS failed: a certificate that is not trusted, or no TLS at the other end.
    case tlsFailed
    /// The hotel did not answer the description by `LA`.
    case noAlive
    /// The hotel closed right after an authenticated description: the key is probably wrong.
    case notAuthentic
    /// The hotel closed the connection.
    case closedByHotel
    /// The hotel ended the link by `LE`.
    case endedByHotel
    /// The hotel gave no sign of life when asked for one.
    case timedOut
}
