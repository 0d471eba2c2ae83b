/// `PR` as an inquiry: who may be charged? Answered by `PL` or `PA`. FIAS 2.20.24 §6.1.
package struct Inquiry: Sendable, Hashable {
    /// The number of this message; the posting that follows has another one.
    package var postingNumber: Int
    /// The workstation (`WS`).
    package var workstation: String
    /// The payment method meant (`PM`), in the hotel's code.
    package var paymentMethod: String
    /// What is looked for (`PI`): a room, the beginning of a name or an account; nil with a key card.
    package var lookingFor: String?
    /// Track 2 of a key card (`$2`), passed untouched.
    package var track2: String?
    /// How many matches are wanted at most (`MX`), 1–9; nil leaves it to the hotel.
    package var matchesMax: Int?
    /// The outlet (`SO`).
    package var outlet: String?
    /// Who asks (`ID`).
    package var cashier: String?
    /// When (`DA`, `TI`).
    package var stamp: RecordStamp?

    /// An inquiry to send.
    package init(
        postingNumber: Int, workstation: String, paymentMethod: String, lookingFor: String?, track2: String? = nil, matchesMax: Int? = nil,
        outlet: String? = nil, cashier: String? = nil, stamp: RecordStamp? = nil
    ) {
        self.postingNumber = postingNumber
        self.workstation = workstation
        self.paymentMethod = paymentMethod
        self.lookingFor = lookingFor
        self.track2 = track2
        self.matchesMax = matchesMax
        self.outlet = outlet
        self.cashier = cashier
        self.stamp = stamp
    }

    /// Whether a record is an inquiry: `PR` with `PI` or `$2`, without `G#` and without `TA`. FIAS 2.20.24 §6.1.
    package static func isInquiry(_ record: FIASRecord) -> Bool {
        guard record.id == .pr, record.filled(.reservationNumber) == nil, record.filled(.totalAmount) == nil else { return false }
        return record.filled(.inquiry) != nil || record.filled(.track2) != nil
    }

    /// Reads a record. Throws `MessageError` when it is no inquiry or lacks `P#`.
    package init(_ record: FIASRecord) throws(MessageError) {
        try record.expect(.pr)
        guard Inquiry.isInquiry(record) else { throw .missing(.inquiry) }
        postingNumber = try record.requireInteger(.postingNumber)
        workstation = record[.workstation] ?? ""
        paymentMethod = record[.paymentMethod] ?? ""
        lookingFor = record.filled(.inquiry)
        track2 = record.filled(.track2)
        matchesMax = try record.integer(.matchesMax)
        outlet = record.filled(.outlet)
        cashier = record.filled(.cashier)
        stamp = RecordStamp(in: record)
    }

    /// The record; texts longer than FIAS allows are cut.
    package var record: FIASRecord {
        var record = FIASRecord(.pr)
        record.set(.inquiry, cut: lookingFor)
        record.set(.track2, ifPresent: track2)
        record.set(.paymentMethod, paymentMethod)
        record.set(.matchesMax, ifPresent: matchesMax)
        record.set(.outlet, ifPresent: outlet)
        record.set(.workstation, cut: workstation)
        record.set(.cashier, cut: cashier)
        record.set(.postingNumber, String(postingNumber))
        record.fields += stamp?.fields ?? []
        return record
    }
}

extension RecordStamp {
    /// The stamp of a record, nil unless it has both a date and a time.
    package init?(in record: FIASRecord) {
        guard let date = record.filled(.date), let time = record.filled(.time) else { return nil }
        self.init(date: date, time: time)
    }
}
