/// A record of a date and a time and nothing else that matters. FIAS 2.20.24 §3.1, §4.
package protocol StampedMessage: Sendable, Hashable {
    /// The id of the record.
    static var recordID: RecordID { get }
    /// When the sender says it was sent; nil on a bare record such as protel's `LA|`.
    var stamp: RecordStamp? { get }
    /// A message of this stamp.
    init(stamp: RecordStamp?)
}

extension StampedMessage {
    /// Reads a record; throws `MessageError` when it is of another type.
    package init(_ record: FIASRecord) throws(MessageError) {
        try record.expect(Self.recordID)
        let date = record.filled(.date), time = record.filled(.time)
        self.init(stamp: date == nil && time == nil ? nil : RecordStamp(date: date ?? "", time: time ?? ""))
    }

    /// The record.
    package var record: FIASRecord { FIASRecord(Self.recordID, stamp?.fields ?? []) }
}

/// `LS`: the hotel begins the link, or the vendor asks whether it still lives. FIAS 2.20.24 §3.1.
package struct LinkStart: StampedMessage {
    /// `LS`.
    package static let recordID = RecordID.ls
    /// When the sender says it was sent.
    package var stamp: RecordStamp?
    /// A message of this stamp.
    package init(stamp: RecordStamp?) { self.stamp = stamp }
}

/// `LA`: ends the description; from the hotel: the link is alive. FIAS 2.20.24 §3.1.
package struct LinkAlive: StampedMessage {
    /// `LA`.
    package static let recordID = RecordID.la
    /// When the sender says it was sent.
    package var stamp: RecordStamp?
    /// A message of this stamp.
    package init(stamp: RecordStamp?) { self.stamp = stamp }
}

/// `LE`: a planned end of the link. FIAS 2.20.24 §3.3.
package struct LinkEnd: StampedMessage {
    /// `LE`.
    package static let recordID = RecordID.le
    /// When the sender says it was sent.
    package var stamp: RecordStamp?
    /// A message of this stamp.
    package init(stamp: RecordStamp?) { self.stamp = stamp }
}

/// `DR`: the vendor asks for the whole guest list. May stay without any answer. FIAS 2.20.24 §4.1.
package struct ResyncRequest: StampedMessage {
    /// `DR`.
    package static let recordID = RecordID.dr
    /// When the sender says it was sent.
    package var stamp: RecordStamp?
    /// A message of this stamp.
    package init(stamp: RecordStamp?) { self.stamp = stamp }
}

/// `DS`: a resynchronisation begins; the vendor sends nothing until `DE`. FIAS 2.20.24 §4.1.
package struct ResyncStart: StampedMessage {
    /// `DS`.
    package static let recordID = RecordID.ds
    /// When the sender says it was sent.
    package var stamp: RecordStamp?
    /// A message of this stamp.
    package init(stamp: RecordStamp?) { self.stamp = stamp }
}

/// `DE`: the resynchronisation is over. FIAS 2.20.24 §4.1.
package struct ResyncEnd: StampedMessage {
    /// `DE`.
    package static let recordID = RecordID.de
    /// When the sender says it was sent.
    package var stamp: RecordStamp?
    /// A message of this stamp.
    package init(stamp: RecordStamp?) { self.stamp = stamp }
}

/// `NS`: the night audit begins. FIAS 2.20.24 §4.2.
package struct NightAuditStart: StampedMessage {
    /// `NS`.
    package static let recordID = RecordID.ns
    /// When the sender says it was sent.
    package var stamp: RecordStamp?
    /// A message of this stamp.
    package init(stamp: RecordStamp?) { self.stamp = stamp }
}

/// `NE`: the night audit is over. FIAS 2.20.24 §4.2.
package struct NightAuditEnd: StampedMessage {
    /// `NE`.
    package static let recordID = RecordID.ne
    /// When the sender says it was sent.
    package var stamp: RecordStamp?
    /// A message of this stamp.
    package init(stamp: RecordStamp?) { self.stamp = stamp }
}
