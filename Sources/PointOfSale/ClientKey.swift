/// A key made by the client before it asks: repeating a request with its key changes nothing and gives the first answer.
///
/// Also the identity of a check line, which the order screen makes before the server has heard of it.
package struct ClientKey: Hashable, Sendable, Codable, CustomStringConvertible {
    /// 8 to 64 letters, digits, `-` or `_`.
    package let text: String

    /// The shortest key taken.
    package static let lengthMin = 8
    /// The longest key taken.
    package static let lengthMax = 64

    /// Takes a key from outside; nil when it is not of the form above.
    package init?(_ text: String) {
        guard (Self.lengthMin...Self.lengthMax).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed) else { return nil }
        self.text = text
    }

    package var description: String { text }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let key = ClientKey(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a key has 8 to 64 letters, digits, - or _")
        }
        self = key
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
