/// Reads JSON (RFC 8259) strictly: UTF-8 only, no duplicate names, bounded depth, nothing after the value.
struct JSONParser {
    /// How deep arrays and objects may be nested.
    static let depthMax = 16

    private let bytes: [UInt8]
    private var at = 0
    private var depth = 0

    /// Reads the one value that `bytes` holds.
    static func parse(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        var parser = JSONParser(bytes: bytes)
        parser.skipSpace()
        let value = try parser.value()
        parser.skipSpace()
        guard parser.at == bytes.count else { throw parser.fault("something follows the value") }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func value() throws(JSONFault) -> JSONValue {
        guard let first = peek else { throw fault("the text ends too early") }
        switch first {
        case UInt8(ascii: "{"): return try nested { parser throws(JSONFault) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(JSONFault) in try parser.array() }
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try literal("true", .boolean(true))
        case UInt8(ascii: "f"): return try literal("false", .boolean(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw fault("no value begins here")
        }
    }

    private mutating func nested(_ read: (inout JSONParser) throws(JSONFault) -> JSONValue) throws(JSONFault) -> JSONValue {
        guard depth < Self.depthMax else { throw fault("nested too deeply") }
        depth += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func object() throws(JSONFault) -> JSONValue {
        var fields: [String: JSONValue] = [:]
        at += 1
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(fields) }
        while true {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw fault("a name in quotes belongs here") }
            let name = try text()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw fault("a colon belongs here") }
            skipSpace()
            guard fields.updateValue(try value(), forKey: name) == nil else { throw fault("a name appears twice") }
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(fields) }
            guard take(UInt8(ascii: ",")) else { throw fault("a comma or a closing brace belongs here") }
        }
    }

    private mutating func array() throws(JSONFault) -> JSONValue {
        var values: [JSONValue] = []
        at += 1
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(values) }
        while true {
            skipSpace()
            values.append(try value())
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(values) }
            guard take(UInt8(ascii: ",")) else { throw fault("a comma or a closing bracket belongs here") }
        }
    }

    private mutating func number() throws(JSONFault) -> JSONValue {
        let start = at
        _ = take(UInt8(ascii: "-"))
        guard let first = peek, first.isDigit else { throw fault("a digit belongs here") }
        at += 1
        if first != UInt8(ascii: "0") { skipDigits() } else if peek?.isDigit == true { throw fault("a number does not begin with 0") }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            guard peek?.isDigit == true else { throw fault("a digit belongs here") }
            skipDigits()
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
            guard peek?.isDigit == true else { throw fault("a digit belongs here") }
            skipDigits()
        }
        guard isWhole, let whole = Int(String(decoding: bytes[start..<at], as: UTF8.self)) else { return .fraction }
        return .integer(whole)
    }

    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        let end = at + word.utf8CodeUnitCount
        guard end <= bytes.count, bytes[at..<end].elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        else {
            throw fault("no value begins here")
        }
        at = end
        return value
    }

    private mutating func text() throws(JSONFault) -> String {
        at += 1
        var content: [UInt8] = []
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                guard let text = String(validating: content, as: UTF8.self) else { throw fault("the text is not UTF-8") }
                return text
            case UInt8(ascii: "\\"):
                at += 1
                content.append(contentsOf: try escaped())
            case 0..<0x20: throw fault("a control character must be escaped")
            default:
                content.append(byte)
                at += 1
            }
        }
        throw fault("a text does not end")
    }

    private mutating func escaped() throws(JSONFault) -> [UInt8] {
        guard let byte = peek else { throw fault("a text does not end") }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return try escapedScalar()
        default: throw fault("no such escape")
        }
    }

    private mutating func escapedScalar() throws(JSONFault) -> [UInt8] {
        let unit = try hexUnit()
        var code = UInt32(unit)
        if (0xD800..<0xDC00).contains(unit) {
            guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw fault("half a surrogate pair") }
            let low = try hexUnit()
            guard (0xDC00..<0xE000).contains(low) else { throw fault("half a surrogate pair") }
            code = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw fault("half a surrogate pair") }
        return Array(String(scalar).utf8)
    }

    private mutating func hexUnit() throws(JSONFault) -> UInt16 {
        guard at + 4 <= bytes.count, bytes[at..<at + 4].allSatisfy(\.isHexDigit),
            let unit = UInt16(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
        else { throw fault("four hexadecimal digits belong here") }
        at += 4
        return unit
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        at += 1
        return true
    }

    private mutating func skipDigits() { while let byte = peek, byte.isDigit { at += 1 } }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private func fault(_ reason: String) -> JSONFault { JSONFault(reason: reason, offset: at) }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isHexDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(self)
    }
}
