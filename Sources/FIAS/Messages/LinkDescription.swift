/// `LD`: who the vendor is and what it asks for. FIAS 2.20.24 §3.1.
package struct LinkDescription: Sendable, Hashable {
    /// When the vendor says it was sent.
    package var stamp: RecordStamp
    /// The version of the vendor's driver (`V#`).
    package var version: String
    /// The interface family (`IF`): `PO` for a point of sale.
    package var interfaceFamily: String
    /// What is asked for in `LC` (`RT`): a sum of bits; 1 asks for the room payment methods. Nil asks for nothing.
    package var requestType: Int?
    /// The authentication (`CG`), see `LinkAuthentication`.
    package var cryptogram: String?

    /// A description to send.
    package init(stamp: RecordStamp, version: String, interfaceFamily: String, requestType: Int?, cryptogram: String? = nil) {
        self.stamp = stamp
        self.version = version
        self.interfaceFamily = interfaceFamily
        self.requestType = requestType
        self.cryptogram = cryptogram
    }

    /// Reads a record. Throws `MessageError` when it is no `LD` or `RT` is no number; all else is taken as it comes.
    package init(_ record: FIASRecord) throws(MessageError) {
        try record.expect(.ld)
        stamp = RecordStamp(date: record[.date] ?? "", time: record[.time] ?? "")
        version = record[.version] ?? ""
        interfaceFamily = record[.interfaceFamily] ?? ""
        requestType = try record.integer(.requestType)
        cryptogram = record.filled(.cryptogram)
    }

    /// The record.
    package var record: FIASRecord {
        var record = FIASRecord(.ld, stamp.fields)
        record.set(.version, version)
        record.set(.interfaceFamily, interfaceFamily)
        record.set(.requestType, ifPresent: requestType)
        record.set(.cryptogram, ifPresent: cryptogram)
        return record
    }
}
