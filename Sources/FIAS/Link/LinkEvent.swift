/// What passes over a link, for the wire log and for pages that show it. Told on the link's own thread: be quick.
package enum LinkEvent: Sendable {
    /// A record was handed to the socket, at milliseconds since 1970.
    case sent(FIASRecord, atMs: Int64)
    /// A record came in, at milliseconds since 1970.
    case received(FIASRecord, atMs: Int64)
    /// The state of a client link changed.
    case stateChanged(LinkState)
    /// Bytes came in that are no record.
    case undecodable(byteCount: Int)
}
