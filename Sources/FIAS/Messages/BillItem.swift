/// `XI`: one item of a bill. FIAS 2.20.24 §5.
package struct BillItem: Sendable, Hashable {
    /// The room (`RN`).
    package var roomNumber: String
    /// The reservation (`G#`).
    package var reservationNumber: String
    /// The amount (`BI`) in minor units.
    package var amount: Int
    /// The text (`BD`).
    package var text: String
    /// The department or transaction code (`DC`).
    package var departmentCode: String?
    /// The folio window (`F#`).
    package var folioWindow: String?
    /// Whether the guest sees it (`FD`).
    package var isShown: Bool
    /// When it was booked (`DA`, `TI`).
    package var stamp: RecordStamp?

    /// An item to send.
    package init(
        roomNumber: String, reservationNumber: String, amount: Int, text: String, departmentCode: String?, folioWindow: String?,
        isShown: Bool = true, stamp: RecordStamp? = nil
    ) {
        self.roomNumber = roomNumber
        self.reservationNumber = reservationNumber
        self.amount = amount
        self.text = text
        self.departmentCode = departmentCode
        self.folioWindow = folioWindow
        self.isShown = isShown
        self.stamp = stamp
    }

    /// Reads a record. Throws `MessageError` when `RN`, `G#` or `BI` is missing or malformed.
    package init(_ record: FIASRecord) throws(MessageError) {
        try record.expect(.xi)
        roomNumber = try record.require(.roomNumber)
        reservationNumber = try record.require(.reservationNumber)
        amount = try record.requireInteger(.billItemAmount)
        text = record[.billItemText] ?? ""
        departmentCode = record.filled(.departmentCode)
        folioWindow = record.filled(.folioWindow)
        isShown = record.flag(.showsOnBill) ?? true
        stamp = RecordStamp(in: record)
    }

    /// The record.
    package var record: FIASRecord {
        var record = FIASRecord(.xi, [.init(.roomNumber, roomNumber), .init(.folioWindow, folioWindow ?? "1")])
        record.set(.reservationNumber, reservationNumber)
        record.set(.departmentCode, ifPresent: departmentCode)
        record.set(.billItemAmount, String(amount))
        record.set(.billItemText, text)
        record.fields += stamp?.fields ?? []
        record.set(.showsOnBill, isShown ? "Y" : "N")
        return record
    }
}
