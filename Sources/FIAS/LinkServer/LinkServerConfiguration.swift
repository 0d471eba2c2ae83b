/// How the hotel's end of a link is set up. The defaults behave like IFC8; the other fields make it behave like other hotel systems.
package struct LinkServerConfiguration: Sendable {
    /// The address to listen on.
    package var host = "127.0.0.1"
    /// The port to listen on; 0 takes any free one, see `FIASLinkServer.boundPort`.
    package var port = 0
    /// TLS, nil for plaintext.
    package var tls: LinkServerTLS?
    /// The character set of the site.
    package var codePage = CodePage.windows1252
    /// Whether a newer connection ends the older one, as with IFC8; protel keeps the older. FIAS 2.20.24 §1.1.
    package var newestConnectionWins = true
    /// Whether a newcomer that is not wanted is left without a word instead of being hung up on.
    package var leavesNewcomersUnanswered = false
    /// Whether `LS` opens every connection. FIAS 2.20.24 §3.2.
    package var sendsStartOnAccept = true
    /// Whether `LS` and `LA` are sent at once on accept and data count from then on, as in public test servers.
    package var sendsStartAndAliveAtOnce = false
    /// Whether `LA` without a description before it is answered by `LS` instead of `LA`.
    package var requiresDescription = true
    /// Whether the description must hold at least one `LR`, as protel wants it.
    package var requiresRecordDescriptions = false
    /// Whether `LA` of a link that is alive is answered by `LA`, as protel does; IFC8 answers nothing. FIAS 2.20.24 §1.5.
    package var answersAliveWithAlive = false
    /// How long the `LA` that ends a description is held back; protel takes about 5 s.
    package var aliveDelayMs = 0
    /// The key shared with the vendor, `FidCrypt0S|…` or its base64 alone; nil for a link without authentication.
    package var authenticationKey: String?
    /// Whether a description without `CG` is taken although there is a key: the sources contradict each other. FIAS 2.20.24 §3.4.
    package var acceptsMissingCryptogram = false
    /// The payment methods that mean "charge to room" (`LC.RP`).
    package var roomPaymentMethods: [String] = []
    /// The hotel's id (`LC.PH`).
    package var hotelID = "1"
    /// The hotel system's version (`LC.A1`).
    package var hotelVersion: String?
    /// How long the vendor's `LE` is waited for before closing. FIAS 2.20.24 §1.3: 2 s.
    package var linkEndWaitMs = 2_000
    /// The longest record taken, in bytes.
    package var recordBytesMax = FrameScanner.recordBytesMaxDefault
    /// How many records may wait for the handler before the connection is dropped.
    package var recordsWaitingMax = 4_096
    /// How many bytes may wait for a vendor that does not read before the connection is dropped.
    package var bytesWaitingMax = 8 * 1_048_576

    /// A configuration with every default.
    package init() {}
}
