/// Writes JSON by hand: a check of ten lines in a few microseconds, keys in the order of writing.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    init() { bytes.reserveCapacity(512) }

    /// One object at the top.
    static func object(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(write)
        return writer.bytes
    }

    /// An object as an array's next element, or at the top.
    mutating func object(_ write: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        write(&self)
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    mutating func field(_ name: StaticString, _ value: String) {
        begin(name)
        quote(value)
    }

    mutating func field(_ name: StaticString, _ value: Int) {
        begin(name)
        bytes.append(contentsOf: String(value).utf8)
    }

    mutating func field(_ name: StaticString, _ value: Bool) {
        begin(name)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// Leaves the field out when there is nothing to say.
    mutating func field(_ name: StaticString, _ value: String?) { if let value { field(name, value) } }

    /// Leaves the field out when there is nothing to say.
    mutating func field(_ name: StaticString, _ value: Int?) { if let value { field(name, value) } }

    /// Leaves the field out when there is nothing to say.
    mutating func field(_ name: StaticString, _ value: Bool?) { if let value { field(name, value) } }

    mutating func object(_ name: StaticString, _ write: (inout JSONWriter) -> Void) {
        begin(name)
        needsComma = false
        object(write)
    }

    mutating func array<Element>(_ name: StaticString, _ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void) {
        begin(name)
        bytes.append(UInt8(ascii: "["))
        needsComma = false
        for element in elements { object { writer in write(&writer, element) } }
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    mutating func texts(_ name: StaticString, _ texts: some Sequence<String>) {
        begin(name)
        bytes.append(UInt8(ascii: "["))
        needsComma = false
        for text in texts {
            separate()
            quote(text)
            needsComma = true
        }
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    /// A value under a name that is not known at compile time.
    mutating func entry(_ name: String, _ value: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        quote(value)
        needsComma = true
    }

    private mutating func begin(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(Self.hexDigits[Int(byte >> 4)])
                bytes.append(Self.hexDigits[Int(byte & 0xF)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)
}
