/// One FIAS record: an id and an ordered list of fields. Order carries no meaning, repetition does: repeated ids are legal and
/// positional (FIAS 2.20.24 §2), so this is a list of pairs and not a dictionary.
package struct FIASRecord: Sendable, Hashable {
    /// One field: its id and its value, which never holds a separator or a control character.
    package struct Field: Sendable, Hashable {
        /// Which field it is.
        package let id: FieldID
        /// The value; empty means "blank", which is legal.
        package let value: String

        /// A field with its value cleaned: separators and control characters become spaces (line breaks stay in `MT`).
        package init(_ id: FieldID, _ value: String) {
            self.id = id
            self.value = FieldValue.cleaned(value, of: id)
        }
    }

    /// What the record is.
    package var id: RecordID
    /// The fields in the order of the wire.
    package var fields: [Field]

    /// A record of these fields.
    package init(_ id: RecordID, _ fields: [Field] = []) {
        self.id = id
        self.fields = fields
    }

    /// The first value of a field: `""` when it is there and blank, nil when it is missing.
    package subscript(_ id: FieldID) -> String? {
        for field in fields where field.id == id { return field.value }
        return nil
    }

    /// The values of a field that may be repeated, in order.
    package func all(_ id: FieldID) -> [String] {
        fields.compactMap { $0.id == id ? $0.value : nil }
    }

    /// The first value of a field, nil when it is missing or blank: for fields in which the two mean the same.
    package func filled(_ id: FieldID) -> String? {
        guard let value = self[id], !value.isEmpty else { return nil }
        return value
    }

    /// Appends a field, cleaned as by `Field.init`.
    package mutating func set(_ id: FieldID, _ value: String) {
        fields.append(Field(id, value))
    }

    /// Appends a field if there is a value for it.
    package mutating func set(_ id: FieldID, ifPresent value: String?) {
        if let value { set(id, value) }
    }
}
