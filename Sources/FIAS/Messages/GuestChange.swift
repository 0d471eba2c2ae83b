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
