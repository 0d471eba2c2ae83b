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
