import Foundation

/// A key of any name: to find the ones that nobody reads.
struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

/// One object of a file, read key by key; a key that the format does not have is an error, so that a slip of the pen is not lost.
struct StrictObject<Key: CodingKey & CaseIterable> {
    private let container: KeyedDecodingContainer<Key>

    init(_ decoder: any Decoder) throws {
        let known = Set(Key.allCases.map(\.stringValue))
        let present = try decoder.container(keyedBy: AnyKey.self).allKeys
        if let stranger = present.map(\.stringValue).sorted().first(where: { !known.contains($0) }) {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath + [AnyKey(stringValue: stranger)],
                    debugDescription: "unknown key; the keys here are \(known.sorted().joined(separator: ", "))"))
        }
        container = try decoder.container(keyedBy: Key.self)
    }

    func required<Value: Decodable>(_ key: Key) throws -> Value {
        try container.decode(Value.self, forKey: key)
    }

    func value<Value: Decodable>(_ key: Key, or fallback: Value) throws -> Value {
        try container.decodeIfPresent(Value.self, forKey: key) ?? fallback
    }

    func optional<Value: Decodable>(_ key: Key) throws -> Value? {
        try container.decodeIfPresent(Value.self, forKey: key)
    }
}

/// `reservations[3].room` from the path of a decoding error.
func placeText(_ path: [any CodingKey]) -> String {
    path.reduce(into: "") { text, key in
        if let index = key.intValue {
            text += "[\(index)]"
        } else {
            text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
        }
    }
}
