/// What `GI` and `GC` tell of a guest; a field that is nil is not carried. FIAS 2.20.24 §5.
package struct GuestDetails: Sendable, Hashable {
    /// Every field beside `RN`, `G#`, `GS`, `RO` and `SF`, in order.
    package var fields: [FIASRecord.Field]

    /// Details of these fields.
    package init(_ fields: [FIASRecord.Field] = []) {
        self.fields = fields
    }

    /// A field, nil when it is missing or blank.
    package subscript(_ id: FieldID) -> String? {
        fields.first { $0.id == id && !$0.value.isEmpty }?.value
    }

    init(of record: FIASRecord) {
        let own: Set<FieldID> = [.roomNumber, .reservationNumber, .shareFlag, .oldRoomNumber, .swapFlag]
        fields = record.fields.filter { !own.contains($0.id) }
    }
}
