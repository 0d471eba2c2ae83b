package import FIAS

/// What a record from the till asks for.
package enum InterfaceRequest: String, Sendable, Codable, CaseIterable {
    case inquiry, posting, simplePosting, billView, resync

    /// The kind of a record; nil when the interface does not know the record.
    /// A `PR` is an inquiry when it names no reservation, no total, and something to look for (FIAS 2.20.24, record PR).
    package init?(_ record: FIASRecord) {
        switch record.id {
        case .pr:
            let looksFor = record.filled(.inquiry) ?? record.filled(.track2)
            let names = record.filled(.reservationNumber) ?? record.filled(.totalAmount)
            self = names == nil && looksFor != nil ? .inquiry : .posting
        case .ps: self = .simplePosting
        case .xr: self = .billView
        case .dr: self = .resync
        default: return nil
        }
    }
}
