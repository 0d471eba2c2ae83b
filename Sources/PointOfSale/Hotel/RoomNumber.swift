/// A room number as the hotel writes it. It is text: `0910` is not `910`, and `12A` is a room (`FIAS 2.20.24 §2`).
package struct RoomNumber: Hashable, Sendable, Codable, CustomStringConvertible {
    /// 1 to 20 characters, no control characters, no `|`.
    package let text: String

    /// The longest room number taken. The specification says 8, OPERA sends longer ones.
    package static let charactersMax = 20

    /// Takes a room number; blanks around it are dropped. Nil when empty, too long, or holding what no room number holds.
    package init?(_ raw: String) {
        let trimmed = raw.trimmingBlanks
        guard (1...Self.charactersMax).contains(trimmed.count), trimmed.isPrintableField else { return nil }
        text = trimmed
    }

    package var description: String { text }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let room = RoomNumber(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a room number")
        }
        self = room
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension String {
    /// Without blanks at either end.
    var trimmingBlanks: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Whether it can stand in a field of the hotel's protocols: no control characters, no `|`.
    var isPrintableField: Bool {
        unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && !(0x80...0x9F).contains($0.value) && $0 != "|" }
    }
}
