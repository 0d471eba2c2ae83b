/// What a posting says of the check beside its money: the same for `PR` and `PS`. FIAS 2.20.24 §6.2, §6.4.
package struct PostingDetails: Sendable, Hashable {
    /// The check number (`C#`), at most 8 digits; the same on every posting of one check.
    package var checkNumber: String?
    /// The covers (`CV`).
    package var covers: Int?
    /// The meal period (`ST`), numbered as agreed with the hotel.
    package var servingTime: Int?
    /// The table (`T#`).
    package var table: String?
    /// The outlet (`SO`).
    package var outlet: String?
    /// Who posts (`ID`), at most 16 characters.
    package var cashier: String?
    /// The text (`CT`), at most 20 characters.
    package var clearText: String?
    /// The extra text (`X1`), at most 25 characters.
    package var crossReference: String?
    /// Whether the credit limit may be exceeded (`CO`).
    package var overridesCreditLimit: Bool
    /// The posting type (`PT`): C, M or T; nil means C in a `PR`.
    package var postingType: String?

    /// Details; whatever is nil is not sent.
    package init(
        checkNumber: String? = nil, covers: Int? = nil, servingTime: Int? = nil, table: String? = nil, outlet: String? = nil,
        cashier: String? = nil, clearText: String? = nil, crossReference: String? = nil, overridesCreditLimit: Bool = false,
        postingType: String? = nil
    ) {
        self.checkNumber = checkNumber
        self.covers = covers
        self.servingTime = servingTime
        self.table = table
        self.outlet = outlet
        self.cashier = cashier
        self.clearText = clearText
        self.crossReference = crossReference
        self.overridesCreditLimit = overridesCreditLimit
        self.postingType = postingType
    }

    /// Reads the details of a record. Throws `MessageError` when covers or serving time are no numbers.
    package init(_ record: FIASRecord) throws(MessageError) {
        checkNumber = record.filled(.checkNumber)
        covers = try record.integer(.covers)
        servingTime = try record.integer(.servingTime)
        table = record.filled(.table)
        outlet = record.filled(.outlet)
        cashier = record.filled(.cashier)
        clearText = record.filled(.clearText)
        crossReference = record.filled(.crossReference)
        overridesCreditLimit = record.flag(.creditOverride) ?? false
        postingType = record.filled(.postingType)
    }

    /// The fields of a record; texts longer than FIAS allows are cut.
    package var fields: [FIASRecord.Field] {
        var record = FIASRecord(.pr)
        record.set(.postingType, ifPresent: postingType)
        record.set(.checkNumber, ifPresent: checkNumber)
        record.set(.covers, ifPresent: covers)
        record.set(.servingTime, ifPresent: servingTime)
        record.set(.table, ifPresent: table)
        record.set(.outlet, ifPresent: outlet)
        record.set(.cashier, cut: cashier)
        record.set(.clearText, cut: clearText)
        record.set(.crossReference, cut: crossReference)
        if overridesCreditLimit { record.set(.creditOverride, "Y") }
        return record.fields
    }
}
