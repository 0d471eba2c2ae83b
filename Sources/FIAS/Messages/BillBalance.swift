/// `XB`: the balance that ends a bill; `AS` is `UR` when the hotel refuses to show it. FIAS 2.20.24 §5.
package struct BillBalance: Sendable, Hashable {
    /// The room (`RN`).
    package var roomNumber: String
    /// The reservation (`G#`).
    package var reservationNumber: String
    /// The balance (`BA`) in minor units.
    package var balance: Int
    /// The status (`AS`), nil when the hotel sends none: then all is well.
    package var status: AnswerStatus?
    /// When (`DA`, `TI`).
    package var stamp: RecordStamp?

    /// A balance to send.
    package init(roomNumber: String, reservationNumber: String, balance: Int, status: AnswerStatus? = nil, stamp: RecordStamp? = nil) {
        self.roomNumber = roomNumber
        self.reservationNumber = reservationNumber
        self.balance = balance
        self.status = status
        self.stamp = stamp
    }

    /// Reads a record. Throws `MessageError` when it is no `XB` or the balance is no amount; a missing balance is zero only on refusal.
    package init(_ record: FIASRecord, minorDigits: Int = 2) throws(MessageError) {
        try record.expect(.xb)
        roomNumber = record[.roomNumber] ?? ""
        reservationNumber = record[.reservationNumber] ?? ""
        status = record.filled(.answerStatus).map(AnswerStatus.init(code:))
        stamp = RecordStamp(in: record)
        balance = try BillBalance.balance(of: record, isRefused: status.map { $0 != .ok } ?? false, minorDigits: minorDigits)
    }

    private static func balance(of record: FIASRecord, isRefused: Bool, minorDigits: Int) throws(MessageError) -> Int {
        guard let text = record.filled(.balance) else {
            if isRefused { return 0 }
            throw .missing(.balance)
        }
        guard let amount = Amount.minorUnits(text, minorDigits: minorDigits) else { throw .malformed(.balance) }
        return amount
    }

    /// Whether the hotel refused to show the bill.
    package var isRefused: Bool { status.map { $0 != .ok } ?? false }

    /// The record.
    package var record: FIASRecord {
        var record = FIASRecord(.xb, [.init(.roomNumber, roomNumber), .init(.reservationNumber, reservationNumber)])
        record.set(.balance, String(balance))
        record.set(.answerStatus, ifPresent: status?.code)
        record.fields += stamp?.fields ?? []
        return record
    }
}
