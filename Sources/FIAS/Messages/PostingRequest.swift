/// `PR` as a posting: book this. Answered by `PA`, or by silence when no inquiry came before it. FIAS 2.20.24 §6.2.
package struct PostingRequest: Sendable, Hashable {
    /// Whose account is charged, exactly as the posting list gave it.
    package struct Account: Sendable, Hashable {
        /// The room or account number (`RN`).
        package var roomNumber: String
        /// The reservation number (`G#`); `0` for a city-ledger account.
        package var reservationNumber: String
        /// The name (`GN`), neither trimmed nor cut.
        package var guestName: String

        /// An account as received.
        package init(roomNumber: String, reservationNumber: String, guestName: String) {
            self.roomNumber = roomNumber
            self.reservationNumber = reservationNumber
            self.guestName = guestName
        }
    }

    /// The number of this message.
    package var postingNumber: Int
    /// The workstation (`WS`).
    package var workstation: String
    /// The payment method (`PM`), in the hotel's code.
    package var paymentMethod: String
    /// The account; nil for a payment that was not charged to the hotel (cash, card): then no inquiry is needed.
    package var account: Account?
    /// The money.
    package var amounts: PostingAmounts
    /// The check.
    package var details: PostingDetails
    /// The date and time of the check (`DA`, `TI`): the same on every posting of one check.
    package var stamp: RecordStamp

    /// A posting to send.
    package init(
        postingNumber: Int, workstation: String, paymentMethod: String, account: Account?, amounts: PostingAmounts,
        details: PostingDetails = PostingDetails(), stamp: RecordStamp
    ) {
        self.postingNumber = postingNumber
        self.workstation = workstation
        self.paymentMethod = paymentMethod
        self.account = account
        self.amounts = amounts
        self.details = details
        self.stamp = stamp
    }

    /// Reads a record. Throws `MessageError` when it is an inquiry, lacks `P#` or `TA`, or holds an amount that is no whole number.
    package init(_ record: FIASRecord) throws(MessageError) {
        try record.expect(.pr)
        postingNumber = try record.requireInteger(.postingNumber)
        workstation = record[.workstation] ?? ""
        paymentMethod = record[.paymentMethod] ?? ""
        account = record.filled(.roomNumber).map { room in
            Account(roomNumber: room, reservationNumber: record[.reservationNumber] ?? "", guestName: record[.guestName] ?? "")
        }
        amounts = try PostingAmounts(record)
        details = try PostingDetails(record)
        stamp = RecordStamp(date: record[.date] ?? "", time: record[.time] ?? "")
    }

    /// The record.
    package var record: FIASRecord {
        var record = FIASRecord(.pr)
        if let account {
            record.set(.roomNumber, account.roomNumber)
            record.set(.reservationNumber, account.reservationNumber)
            record.set(.guestName, account.guestName)
        }
        record.fields += amounts.fields + details.fields
        record.set(.workstation, cut: workstation)
        record.set(.paymentMethod, paymentMethod)
        record.set(.postingNumber, String(postingNumber))
        record.fields += stamp.fields
        return record
    }
}
