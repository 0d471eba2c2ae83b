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

/// `GI`: a guest is in a room. FIAS 2.20.24 §5.
package struct GuestIn: Sendable, Hashable {
    /// The room (`RN`).
    package var roomNumber: String
    /// The reservation (`G#`).
    package var reservationNumber: String
    /// Whether the room is shared after this event (`GS`).
    package var isShared: Bool
    /// Whether this is part of a resynchronisation (`SF`).
    package var isSwap: Bool
    /// What else is told.
    package var details: GuestDetails

    /// A guest to announce.
    package init(
        roomNumber: String, reservationNumber: String, isShared: Bool, isSwap: Bool = false, details: GuestDetails = GuestDetails()
    ) {
        self.roomNumber = roomNumber
        self.reservationNumber = reservationNumber
        self.isShared = isShared
        self.isSwap = isSwap
        self.details = details
    }

    /// Reads a record. Throws `MessageError` when `RN` or `G#` is missing.
    package init(_ record: FIASRecord) throws(MessageError) {
        try record.expect(.gi)
        roomNumber = try record.require(.roomNumber)
        reservationNumber = try record.require(.reservationNumber)
        isShared = record.flag(.shareFlag) ?? false
        isSwap = record[.swapFlag] != nil
        details = GuestDetails(of: record)
    }

    /// The record.
    package var record: FIASRecord {
        var record = FIASRecord(.gi, [.init(.roomNumber, roomNumber), .init(.reservationNumber, reservationNumber)] + details.fields)
        record.set(.shareFlag, isShared ? "Y" : "N")
        if isSwap { record.set(.swapFlag, "") }
        return record
    }
}

/// `GO`: a guest left, or in a resynchronisation a room is vacant and names no guest. FIAS 2.20.24 §5: never carries a name.
package struct GuestOut: Sendable, Hashable {
    /// The room (`RN`).
    package var roomNumber: String
    /// The reservation (`G#`), nil for a vacant room of a resynchronisation.
    package var reservationNumber: String?
    /// Whether the room is shared after this event (`GS`).
    package var isShared: Bool
    /// Whether this is part of a resynchronisation (`SF`).
    package var isSwap: Bool

    /// A departure to announce.
    package init(roomNumber: String, reservationNumber: String?, isShared: Bool, isSwap: Bool = false) {
        self.roomNumber = roomNumber
        self.reservationNumber = reservationNumber
        self.isShared = isShared
        self.isSwap = isSwap
    }

    /// Reads a record. Throws `MessageError` when `RN` is missing.
    package init(_ record: FIASRecord) throws(MessageError) {
        try record.expect(.go)
        roomNumber = try record.require(.roomNumber)
        reservationNumber = record.filled(.reservationNumber)
        isShared = record.flag(.shareFlag) ?? false
        isSwap = record[.swapFlag] != nil
    }

    /// The record.
    package var record: FIASRecord {
        var record = FIASRecord(.go, [.init(.roomNumber, roomNumber)])
        record.set(.reservationNumber, ifPresent: reservationNumber)
        record.set(.shareFlag, isShared ? "Y" : "N")
        if isSwap { record.set(.swapFlag, "") }
        return record
    }
}

/// `GC`: a guest's data changed, or the guest moved. FIAS 2.20.24 §5: in a move the second `GS` belongs to the old room.
package struct GuestChange: Sendable, Hashable {
    /// A move: where from, and whether that room is shared after it.
    package struct Move: Sendable, Hashable {
        /// The room left (`RO`).
        package var oldRoomNumber: String
        /// Whether the room left is shared after the move.
        package var oldRoomIsShared: Bool

        /// A move out of this room.
        package init(oldRoomNumber: String, oldRoomIsShared: Bool) {
            self.oldRoomNumber = oldRoomNumber
            self.oldRoomIsShared = oldRoomIsShared
        }
    }

    /// The room (`RN`); after a move the new one.
    package var roomNumber: String
    /// The reservation (`G#`).
    package var reservationNumber: String
    /// Whether the room is shared after this event (first `GS`).
    package var isShared: Bool
    /// The move, nil when only data changed.
    package var move: Move?
    /// What changed.
    package var details: GuestDetails

    /// A change to announce.
    package init(roomNumber: String, reservationNumber: String, isShared: Bool, move: Move? = nil, details: GuestDetails = GuestDetails()) {
        self.roomNumber = roomNumber
        self.reservationNumber = reservationNumber
        self.isShared = isShared
        self.move = move
        self.details = details
    }

    /// Reads a record. Throws `MessageError` when `RN` or `G#` is missing.
    package init(_ record: FIASRecord) throws(MessageError) {
        try record.expect(.gc)
        roomNumber = try record.require(.roomNumber)
        reservationNumber = try record.require(.reservationNumber)
        details = GuestDetails(of: record)
        var roomIsOld = false
        isShared = false
        for field in record.fields {
            switch field.id {
            case .roomNumber: roomIsOld = false
            case .oldRoomNumber:
                roomIsOld = true
                move = Move(oldRoomNumber: field.value, oldRoomIsShared: false)
            case .shareFlag where roomIsOld: move?.oldRoomIsShared = field.value == "Y"
            case .shareFlag: isShared = field.value == "Y"
            default: continue
            }
        }
    }

    /// The record.
    package var record: FIASRecord {
        var record = FIASRecord(.gc, [.init(.roomNumber, roomNumber), .init(.shareFlag, isShared ? "Y" : "N")])
        record.set(.reservationNumber, reservationNumber)
        record.fields += details.fields
        if let move {
            record.set(.oldRoomNumber, move.oldRoomNumber)
            record.set(.shareFlag, move.oldRoomIsShared ? "Y" : "N")
        }
        return record
    }
}
