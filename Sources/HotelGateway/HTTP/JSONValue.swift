/// A JSON document (RFC 8259) as the gateway writes and reads it. Numbers stay the text that they are: an amount never passes through a
/// binary fraction. Members keep their sequence and their repetitions, so that an answer that contradicts itself is seen to.
enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// One name of an object with its value.
    struct Member: Hashable, Sendable {
        let name: String
        let value: JSONValue
    }

    /// The document in one line: members by name, everything escaped that is not plain text.
    var text: String {
        var written = ""
        write(to: &written)
        return written
    }

    private func write(to out: inout String) {
        switch self {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .number(let digits): out += digits
        case .string(let text): Self.write(text, to: &out)
        case .array(let values):
            out += "["
            for (index, value) in values.enumerated() {
                if index > 0 { out += "," }
                value.write(to: &out)
            }
            out += "]"
        case .object(let members):
            out += "{"
            for (index, member) in members.sorted(by: { $0.name < $1.name }).enumerated() {
                if index > 0 { out += "," }
                Self.write(member.name, to: &out)
                out += ":"
                member.value.write(to: &out)
            }
            out += "}"
        }
    }

    /// Control characters as escapes, and the two line ends that old readers of JSON stumble over.
    private static func write(_ text: String, to out: inout String) {
        var scalars = String.UnicodeScalarView()
        scalars.append("\"")
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": scalars.append(contentsOf: "\\\"".unicodeScalars)
            case "\\": scalars.append(contentsOf: "\\\\".unicodeScalars)
            case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                scalars.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
            default: scalars.append(scalar)
            }
        }
        scalars.append("\"")
        out.unicodeScalars.append(contentsOf: scalars)
    }
}

extension JSONValue {
    /// What stands behind a name, however it is spelt: `ReservationNumber` is `reservation_number`. All of them, in sequence.
    func values(named names: [String]) -> [JSONValue] {
        guard case .object(let members) = self else { return [] }
        return members.filter { names.contains($0.plainName) }.map(\.value)
    }

    /// The text of a string or a number that says something.
    var scalarText: String? {
        switch self {
        case .string(let text): text.trimmed.isEmpty ? nil : text.trimmed
        case .number(let digits): digits
        case .null, .bool, .array, .object: nil
        }
    }

    /// Yes or no, however it is written; nil when it is neither.
    var truth: Bool? {
        switch self {
        case .bool(let value): value
        case .number(let digits): digits == "1" ? true : digits == "0" ? false : nil
        case .string(let text):
            switch text.trimmed.lowercased() {
            case "true", "yes", "1", "y": true
            case "false", "no", "0", "n": false
            default: nil
            }
        case .null, .array, .object: nil
        }
    }
}

extension JSONValue.Member {
    /// The name in small letters, without what people put between words.
    var plainName: String { name.lowercased().filter { $0.isLetter || $0.isNumber } }
}

extension String {
    /// Without blanks at either end.
    var trimmed: String { String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
}
