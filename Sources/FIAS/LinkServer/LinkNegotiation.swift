/// What a vendor said of itself in its description. FIAS 2.20.24 §3.1.
package struct LinkNegotiation: Sendable, Equatable {
    /// `LD`, nil before it came.
    package var description: LinkDescription?
    /// The fields of each `LR`.
    package var fields: [RecordID: Set<FieldID>] = [:]

    /// Whether there was an `LR` for a record type.
    package func describes(_ record: RecordID) -> Bool { fields[record] != nil }

    /// Whether a field was described for a record type.
    package func wants(_ field: FieldID, in record: RecordID) -> Bool { fields[record]?.contains(field) ?? false }
}
