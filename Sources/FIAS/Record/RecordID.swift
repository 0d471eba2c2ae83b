/// The two characters that open a record and say what it is, such as `PR`. FIAS 2.20.24 §2: always upper case.
package struct RecordID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The two characters.
    package let text: String

    /// An id read from outside; nil unless it is exactly two printable ASCII characters other than the separator.
    package init?(_ text: String) {
        guard FieldID.isIdentifier(text.utf8) else { return nil }
        self.text = text
    }

    /// An id written in source code; traps when it is not two printable ASCII characters, which is a slip of the programmer.
    package init(stringLiteral text: String) {
        precondition(FieldID.isIdentifier(text.utf8), "a record id has two printable characters")
        self.text = text
    }

    /// The two characters, as on the wire.
    package var description: String { text }
}

extension RecordID {
    /// Posting request: an inquiry or a posting. FIAS 2.20.24 §6.
    package static let pr: RecordID = "PR"
    /// Posting list: the guests that match an inquiry.
    package static let pl: RecordID = "PL"
    /// Posting answer.
    package static let pa: RecordID = "PA"
    /// Posting simple: a charge to a room without looking the guest up.
    package static let ps: RecordID = "PS"
    /// Link start.
    package static let ls: RecordID = "LS"
    /// Link description.
    package static let ld: RecordID = "LD"
    /// Link record: the fields of one record type.
    package static let lr: RecordID = "LR"
    /// Link configuration: what the hotel answers to the request type of `LD`.
    package static let lc: RecordID = "LC"
    /// Link alive.
    package static let la: RecordID = "LA"
    /// Link end.
    package static let le: RecordID = "LE"
    /// Database resynchronisation request.
    package static let dr: RecordID = "DR"
    /// Database resynchronisation start.
    package static let ds: RecordID = "DS"
    /// Database resynchronisation end.
    package static let de: RecordID = "DE"
    /// Night audit start.
    package static let ns: RecordID = "NS"
    /// Night audit end.
    package static let ne: RecordID = "NE"
    /// Guest in.
    package static let gi: RecordID = "GI"
    /// Guest out.
    package static let go: RecordID = "GO"
    /// Guest change or room move.
    package static let gc: RecordID = "GC"
    /// Bill request.
    package static let xr: RecordID = "XR"
    /// Bill item.
    package static let xi: RecordID = "XI"
    /// Bill balance: ends a bill.
    package static let xb: RecordID = "XB"

    /// The records that keep the link itself; they are never described by an `LR`. FIAS 2.20.24 §3.
    package var isLinkControl: Bool {
        switch self {
        case .ls, .ld, .lr, .lc, .la, .le: true
        default: false
        }
    }
}
