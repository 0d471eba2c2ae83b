/// Why a record is not the message it was taken for. Names fields only, never their values.
package enum MessageError: Error, Hashable, Sendable {
    /// The record is of another type.
    case otherRecord(expected: RecordID, found: RecordID)
    /// A field that the message cannot do without is missing or blank.
    case missing(FieldID)
    /// A field holds something else than it should.
    case malformed(FieldID)
}

extension FIASRecord {
    func expect(_ expected: RecordID) throws(MessageError) {
        guard id == expected else { throw .otherRecord(expected: expected, found: id) }
    }

    func require(_ field: FieldID) throws(MessageError) -> String {
        guard let value = filled(field) else { throw .missing(field) }
        return value
    }

    func integer(_ field: FieldID) throws(MessageError) -> Int? {
        guard let text = filled(field) else { return nil }
        guard let value = Int(text) else { throw .malformed(field) }
        return value
    }

    func requireInteger(_ field: FieldID) throws(MessageError) -> Int {
        guard let value = try integer(field) else { throw .missing(field) }
        return value
    }

    /// A flag field: Y is yes, N or blank is no, nil when it was not sent.
    func flag(_ field: FieldID) -> Bool? {
        self[field].map { $0 == "Y" }
    }

    /// Appends a text of a request, cut to its legal length.
    mutating func set(_ field: FieldID, cut text: String?) {
        guard let text else { return }
        set(field, FieldValue.cut(text, for: field))
    }

    mutating func set(_ field: FieldID, ifPresent value: Int?) {
        if let value { set(field, String(value)) }
    }
}
