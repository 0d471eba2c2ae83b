/// `LR`: the fields of one record type, used in either direction. FIAS 2.20.24 §3.1; the order `RI`, `FL` is fixed.
package struct LinkRecord: Sendable, Hashable {
    /// The record type described.
    package var describes: RecordID
    /// Its fields.
    package var fields: [FieldID]

    /// A description of one record type.
    package init(_ describes: RecordID, _ fields: [FieldID]) {
        self.describes = describes
        self.fields = fields
    }

    /// Reads a record; an odd last character of the field list is left out. Throws `MessageError` when `RI` is missing or malformed.
    package init(_ record: FIASRecord) throws(MessageError) {
        try record.expect(.lr)
        guard let described = RecordID(try record.require(.describedRecord)) else { throw .malformed(.describedRecord) }
        describes = described
        let characters = Array(record[.fieldList] ?? "")
        fields = stride(from: 0, to: characters.count - 1, by: 2).compactMap { FieldID(String(characters[$0...$0 + 1])) }
    }

    /// The record.
    package var record: FIASRecord {
        FIASRecord(.lr, [.init(.describedRecord, describes.text), .init(.fieldList, fields.map(\.text).joined())])
    }
}
