/// `LC`: what the hotel tells of itself when `LD` asked for it. FIAS 2.20.24 §3.1.
package struct LinkConfigurationAnswer: Sendable, Hashable {
    /// The payment methods that mean "charge to room" (`RP`), in the hotel's codes.
    package var roomPaymentMethods: [String]
    /// The hotel's id (`PH`).
    package var hotelID: String?
    /// The hotel system's version (`A1`), as free text.
    package var hotelVersion: String?

    /// An answer to send.
    package init(roomPaymentMethods: [String], hotelID: String? = nil, hotelVersion: String? = nil) {
        self.roomPaymentMethods = roomPaymentMethods
        self.hotelID = hotelID
        self.hotelVersion = hotelVersion
    }

    /// Reads a record. Throws `MessageError` when it is no `LC`.
    package init(_ record: FIASRecord) throws(MessageError) {
        try record.expect(.lc)
        roomPaymentMethods = (record[.roomPaymentMethods] ?? "").split(separator: ",").map(String.init)
        hotelID = record.filled(.hotelID)
        hotelVersion = record.filled(.siteDefined(1))
    }

    /// The record.
    package var record: FIASRecord {
        var record = FIASRecord(.lc)
        if !roomPaymentMethods.isEmpty { record.set(.roomPaymentMethods, roomPaymentMethods.joined(separator: ",")) }
        record.set(.siteDefined(1), ifPresent: hotelVersion)
        record.set(.hotelID, ifPresent: hotelID)
        return record
    }
}
