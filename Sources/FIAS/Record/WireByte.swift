/// The four bytes that FIAS gives a meaning to. FIAS 2.20.24 §1.1, §2.
enum WireByte {
    /// STX: a record begins.
    static let start: UInt8 = 0x02
    /// ETX: a record ends.
    static let end: UInt8 = 0x03
    /// `|`: closes the record id and every field; there is no escape.
    static let separator: UInt8 = 0x7C
    static let space: UInt8 = 0x20

    /// Whether a byte may not stand inside a value: control characters, DEL and the separator.
    static func isForbidden(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == separator
    }
}
