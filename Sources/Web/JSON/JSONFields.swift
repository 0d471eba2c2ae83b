/// The fields of one object that a client sent, taken one by one; what nobody took at the end was not asked for, and is refused by name.
struct JSONFields {
    private var left: [String: JSONValue]
    private let path: String

    /// The fields of `value`.
    /// - Throws: `Problem.fieldHasWrongType` unless it is an object.
    init(_ value: JSONValue, path: String = "") throws(Problem) {
        guard case .object(let fields) = value else { throw .fieldHasWrongType(path.isEmpty ? "/" : path) }
        left = fields
        self.path = path
    }

    /// A whole number within bounds.
    mutating func integer(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int {
        guard let value = try optionalInteger(name, in: range) else { throw .fieldIsMissing(path + name) }
        return value
    }

    /// A whole number within bounds, or nothing.
    mutating func optionalInteger(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
        switch left.removeValue(forKey: name) {
        case nil, .null: return nil
        case .integer(let value):
            guard range.contains(value) else { throw .fieldIsOutOfRange(path + name) }
            return value
        default: throw .fieldHasWrongType(path + name)
        }
    }

    /// Yes or no.
    mutating func flag(_ name: String) throws(Problem) -> Bool {
        guard let flag = try optionalFlag(name) else { throw .fieldIsMissing(path + name) }
        return flag
    }

    /// A text of a bounded length.
    mutating func text(_ name: String, lengthMax: Int) throws(Problem) -> String {
        guard let value = try optionalText(name, lengthMax: lengthMax) else { throw .fieldIsMissing(path + name) }
        return value
    }

    /// A text of a bounded length, or nothing.
    mutating func optionalText(_ name: String, lengthMax: Int) throws(Problem) -> String? {
        switch left.removeValue(forKey: name) {
        case nil, .null: return nil
        case .text(let value):
            guard value.unicodeScalars.count <= lengthMax else { throw .fieldIsOutOfRange(path + name) }
            return value
        default: throw .fieldHasWrongType(path + name)
        }
    }

    /// True or false, or nothing.
    mutating func optionalFlag(_ name: String) throws(Problem) -> Bool? {
        switch left.removeValue(forKey: name) {
        case nil, .null: return nil
        case .boolean(let value): return value
        default: throw .fieldHasWrongType(path + name)
        }
    }

    /// A text that `parse` understands.
    mutating func parsed<Value>(_ name: String, lengthMax: Int = 64, _ parse: (String) -> Value?) throws(Problem) -> Value {
        guard let value = try optionallyParsed(name, lengthMax: lengthMax, parse) else { throw .fieldIsMissing(path + name) }
        return value
    }

    /// A text that `parse` understands, or nothing.
    mutating func optionallyParsed<Value>(_ name: String, lengthMax: Int = 64, _ parse: (String) -> Value?) throws(Problem) -> Value? {
        guard let text = try optionalText(name, lengthMax: lengthMax) else { return nil }
        guard let value = parse(text) else { throw .fieldIsOutOfRange(path + name) }
        return value
    }

    /// The fields of an object inside this one.
    mutating func object(_ name: String) throws(Problem) -> JSONFields {
        guard let value = left.removeValue(forKey: name) else { throw .fieldIsMissing(path + name) }
        return try JSONFields(value, path: path + name + ".")
    }

    /// Whether there is such a field, and it is not null.
    func has(_ name: String) -> Bool {
        switch left[name] {
        case nil, .null: false
        default: true
        }
    }

    /// The whole numbers of a list, within bounds, at most so many.
    mutating func integers(_ name: String, in range: ClosedRange<Int>, countMax: Int) throws(Problem) -> [Int] {
        guard let value = left.removeValue(forKey: name) else { throw .fieldIsMissing(path + name) }
        guard case .array(let values) = value else { throw .fieldHasWrongType(path + name) }
        guard values.count <= countMax else { throw .fieldIsOutOfRange(path + name) }
        var numbers: [Int] = []
        for (index, value) in values.enumerated() {
            guard case .integer(let number) = value else { throw .fieldHasWrongType("\(path)\(name)[\(index)]") }
            guard range.contains(number) else { throw .fieldIsOutOfRange("\(path)\(name)[\(index)]") }
            numbers.append(number)
        }
        return numbers
    }

    /// The objects of a list, at most so many.
    mutating func objects(_ name: String, countMax: Int) throws(Problem) -> [JSONFields] {
        guard let objects = try optionalObjects(name, countMax: countMax) else { throw .fieldIsMissing(path + name) }
        return objects
    }

    /// The objects of a list, at most so many, or nothing.
    mutating func optionalObjects(_ name: String, countMax: Int) throws(Problem) -> [JSONFields]? {
        switch left.removeValue(forKey: name) {
        case nil, .null: return nil
        case .array(let values):
            guard values.count <= countMax else { throw .fieldIsOutOfRange(path + name) }
            var objects: [JSONFields] = []
            for (index, value) in values.enumerated() { objects.append(try JSONFields(value, path: "\(path)\(name)[\(index)].")) }
            return objects
        default: throw .fieldHasWrongType(path + name)
        }
    }

    /// Call it last.
    /// - Throws: `Problem.fieldIsUnknown` with the first name that nobody asked for.
    func nothingElse() throws(Problem) {
        if let name = left.keys.min() { throw .fieldIsUnknown(path + String(name.prefix(40))) }
    }
}
