package import Logging
package import PointOfSale
import Printing
package import Storage

/// The restaurant at work: what every action needs. Each action is an extension of it in a file of its own, and runs in one transaction.
package struct Restaurant: Sendable {
    /// Where it remembers.
    package let database: any Database
    /// The hotels whose guests it charges.
    package let hotels: Hotels
    /// Tells whoever watches that a posting has moved, and the dispatcher that there is work.
    package let signals: PostingSignals
    /// The clock.
    package let now: @Sendable () -> Timestamp
    let logger: Logger
    let pepper: PINPepper
    let recentGuests = RecentGuests()
    /// Tells whoever keeps the line to the hotel that other settings were saved.
    package let hotelLinkChanges = HotelLinkChanges()
    /// The same for the line to RoomRaccoon.
    package let roomRaccoonChanges = HotelLinkChanges()
    /// How far the comparison with the hotel that is under way has come.
    package let reconciliationProgress = ReconciliationProgress()
    /// Tells the dispatcher of prints that there is something to print.
    package let printWakes = PrintWakes()
    /// Who signs for charges to rooms; nil when it is as each hotel's system is set up.
    let signaturePolicyGiven: SignaturePolicy?
    /// Asks a printer what keeps it from printing.
    let printerReadiness: @Sendable (Printer) async -> PrinterFault?

    /// Puts a restaurant together; only the composition root and tests do.
    package init(
        database: any Database, hotels: Hotels, signals: PostingSignals, pepper: PINPepper, logger: Logger,
        signaturePolicy: SignaturePolicy? = nil,
        printerReadiness: @escaping @Sendable (Printer) async -> PrinterFault? = { await PrinterLink($0).readiness() },
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.database = database
        self.hotels = hotels
        self.signals = signals
        self.pepper = pepper
        self.logger = logger
        self.now = now
        signaturePolicyGiven = signaturePolicy
        self.printerReadiness = printerReadiness
    }

    /// The line to OPERA, for what only OPERA has: bills, revenue, a link that is up or down.
    package var hotel: any HotelConnector { hotels.opera }
}

/// The answer of an action that carries the client's key.
package struct Answered<Value: Sendable>: Sendable {
    /// What the action came to.
    package let value: Value
    /// Whether this was a repeat, so that nothing was done this time.
    package let isRepeat: Bool

    /// An answer.
    package init(_ value: Value, isRepeat: Bool) {
        self.value = value
        self.isRepeat = isRepeat
    }
}
