package import FIAS

/// Which fields the till wants in which record: what its `LR` records said (FIAS 2.20.24 §3.1).
package struct DescribedFields: Sendable {
    private let wanted: @Sendable (FieldID, RecordID) -> Bool

    /// A description that is looked up.
    package init(_ wanted: @escaping @Sendable (FieldID, RecordID) -> Bool) {
        self.wanted = wanted
    }

    /// For hotels that need no description: everything is wanted.
    package static let everything = DescribedFields { _, _ in true }

    /// Whether the till described this field for this record.
    package func wants(_ field: FieldID, in record: RecordID) -> Bool {
        wanted(field, record)
    }

    /// Whether the till described this record at all. `RN` is part of every record about guests.
    package func describes(_ record: RecordID) -> Bool {
        wanted(.roomNumber, record)
    }
}
