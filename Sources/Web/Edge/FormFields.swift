import PointOfSale

/// The fields of a form, taken one by one; what nobody took at the end was not asked for.
struct FormFields {
    private var left: [String: String] = [:]
    /// Every field as it came.
    private(set) var all: [String: String] = [:]

    /// The most fields in a form.
    static let countMax = 240

    /// Reads `application/x-www-form-urlencoded`.
    /// - Throws: `Problem.malformedForm` when it is not UTF-8, an escape is broken, or a name comes twice.
    init(_ bytes: [UInt8]) throws(Problem) {
        guard !bytes.isEmpty else { return }
        for pair in bytes.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false) {
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            guard let name = Self.decoded(pair[..<equals]), let value = Self.decoded(pair[equals...].dropFirst()),
                left.count < Self.countMax,
                left.updateValue(value, forKey: name) == nil
            else { throw .malformedForm }
        }
        all = left
    }

    /// A text, empty when it was left empty.
    mutating func text(_ name: String, lengthMax: Int = 200) throws(Problem) -> String {
        guard let value = left.removeValue(forKey: name) else { throw .fieldIsMissing(name) }
        guard value.unicodeScalars.count <= lengthMax else { throw .fieldIsOutOfRange(name) }
        return value
    }

    /// A text, or nothing when it is missing or empty.
    mutating func optionalText(_ name: String, lengthMax: Int = 200) throws(Problem) -> String? {
        guard left[name] != nil else { return nil }
        let value = try text(name, lengthMax: lengthMax)
        return value.isEmpty ? nil : value
    }

    /// A text that `parse` understands.
    mutating func parsed<Value>(_ name: String, _ parse: (String) -> Value?) throws(Problem) -> Value {
        guard let value = parse(try text(name)) else { throw .fieldIsOutOfRange(name) }
        return value
    }

    /// An amount as people type it.
    mutating func amount(_ name: String, _ currency: Currency) throws(Problem) -> Money {
        guard let value = MoneyText.parse(try text(name), currency) else { throw .amountUnreadable(name) }
        return value
    }

    /// An amount as people type it, or nothing when left empty.
    mutating func optionalAmount(_ name: String, _ currency: Currency) throws(Problem) -> Money? {
        guard let typed = try optionalText(name) else { return nil }
        guard let value = MoneyText.parse(typed, currency) else { throw .amountUnreadable(name) }
        return value
    }

    /// Call it last.
    /// - Throws: `Problem.fieldIsUnknown`.
    func nothingElse() throws(Problem) {
        if let name = left.keys.min() { throw .fieldIsUnknown(String(name.prefix(40))) }
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var decoded: [UInt8] = []
        var at = bytes.startIndex
        while at < bytes.endIndex {
            switch bytes[at] {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard at + 2 < bytes.endIndex, let high = hex(bytes[at + 1]), let low = hex(bytes[at + 2]) else { return nil }
                decoded.append(high << 4 | low)
                at += 2
            default: decoded.append(bytes[at])
            }
            at += 1
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
