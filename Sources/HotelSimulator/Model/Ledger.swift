/// Everything that happened to the hotel's books, in sequence. Nothing is ever changed or taken out.
package struct Ledger: Sendable, Equatable {
    package private(set) var entries: [LedgerEntry] = []

    package init() {}

    mutating func append(_ event: LedgerEvent, atMs: Int64, businessDate: CivilDate) {
        entries.append(LedgerEntry(sequence: entries.count + 1, atMs: atMs, businessDate: businessDate, event: event))
    }

    /// The entries after the first `count`.
    package func entries(after count: Int) -> ArraySlice<LedgerEntry> {
        entries.dropFirst(count)
    }

    /// What tills charged, in sequence.
    package var bookings: [Booking] {
        entries.compactMap { entry in
            guard case .booked(let booking) = entry.event else { return nil }
            return booking
        }
    }

    /// What tills charged for one check number.
    package func bookings(ofCheck checkNumber: String) -> [Booking] {
        bookings.filter { $0.charge.details.checkNumber == checkNumber }
    }
}

/// One entry of the ledger.
package struct LedgerEntry: Sendable, Equatable, Identifiable {
    /// 1, 2, 3 …
    package let sequence: Int
    /// Milliseconds since 1970.
    package let atMs: Int64
    package let businessDate: CivilDate
    package let event: LedgerEvent

    package var id: Int { sequence }
}

/// What can happen.
package enum LedgerEvent: Sendable, Equatable {
    /// A till's charge was booked.
    case booked(Booking)
    /// The desk or the night audit wrote a line.
    case lineWritten(owner: FolioOwner, line: FolioLine)
    /// Reception moved a line from one bill to another.
    case lineTransferred(transactionNumber: Int, from: FolioOwner, to: FolioOwner)
    /// Reception sends the charges of a stay to another bill from now on; nil: to its own again.
    case routed(reservation: String, to: FolioOwner?)
    case checkedIn(reservation: String, room: String)
    case checkedOut(reservation: String, room: String)
    case moved(reservation: String, from: String, to: String)
    case noPostChanged(reservation: String, noPost: Bool)
    case creditLimitChanged(reservation: String, limitMinor: Int?)
    case nightAuditStarted
    /// The hotel's day is now this one.
    case nightAuditFinished(businessDate: CivilDate)
}

/// A charge that the hotel booked.
package struct Booking: Sendable, Equatable {
    package let charge: Charge
    /// The bill it went to; nil when the settings say that such charges are not booked.
    package let owner: FolioOwner?
    package let lines: [FolioLine]

    /// The numbers that the answer tells the till.
    package var transactionNumbers: [Int] { lines.map(\.transactionNumber) }
}
