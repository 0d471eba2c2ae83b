/// `XR`: asks for the bill of a guest. Answered by any number of `XI` and one `XB`. FIAS 2.20.24 §5.
package struct BillRequest: Sendable, Hashable {
    /// The room (`RN`).
    package var roomNumber: String
    /// The reservation (`G#`).
    package var reservationNumber: String
    /// When (`DA`, `TI`).
    package var stamp: RecordStamp?

    /// A request to send.
    package init(roomNumber: String, reservationNumber: String, stamp: RecordStamp? = nil) {
        self.roomNumber = roomNumber
        self.reservationNumber = reservationNumber
        self.stamp = stamp
    }

    /// Reads a record. Throws `MessageError` when `RN` or `G#` is missing.
    package init(_ record: FIASRecord) throws(MessageError) {
        try record.expect(.xr)
        roomNumber = try record.require(.roomNumber)
        reservationNumber = try record.require(.reservationNumber)
        stamp = RecordStamp(in: record)
    }

    /// The record.
    package var record: FIASRecord {
        FIASRecord(.xr, [.init(.roomNumber, roomNumber), .init(.reservationNumber, reservationNumber)] + (stamp?.fields ?? []))
    }
}
