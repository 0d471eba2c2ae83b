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
