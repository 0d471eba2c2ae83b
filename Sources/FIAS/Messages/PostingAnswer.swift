/// `PA`: the answer to a posting, or to an inquiry without a match. FIAS 2.20.24 §6.3.
package struct PostingAnswer: Sendable, Hashable {
    /// The status; `.other("")` when the field is missing.
    package var status: AnswerStatus
    /// The text for people (`CT`), of any length; only managers read it.
    package var text: String?
    /// The number of the request answered (`P#`), nil when the hotel does not echo one.
    package var postingNumber: Int?
    /// The workstation of the request (`WS`), nil when the hotel does not echo it.
    package var workstation: String?
    /// The room or account (`RN`).
    package var roomNumber: String?
    /// The reservation (`G#`).
    package var reservationNumber: String?
    /// When (`DA`, `TI`), nil when the hotel leaves them out, as protel does.
    package var stamp: RecordStamp?
    /// Echoes beside those (`C#`, `SO`, `ID`, `GN`), in order.
    package var echoes: [FIASRecord.Field]

    /// An answer to send.
    package init(
        status: AnswerStatus, text: String? = nil, postingNumber: Int?, workstation: String?, roomNumber: String? = nil,
        reservationNumber: String? = nil, stamp: RecordStamp? = nil, echoes: [FIASRecord.Field] = []
    ) {
        self.status = status
        self.text = text
        self.postingNumber = postingNumber
        self.workstation = workstation
        self.roomNumber = roomNumber
        self.reservationNumber = reservationNumber
        self.stamp = stamp
        self.echoes = echoes
    }

    /// Reads a record. Throws `MessageError` when it is no `PA`.
    package init(_ record: FIASRecord) throws(MessageError) {
        try record.expect(.pa)
        status = AnswerStatus(code: record[.answerStatus] ?? "")
        text = record.filled(.clearText)
        postingNumber = record[.postingNumber].flatMap(PostingNumber.parse)
        workstation = record.filled(.workstation)
        roomNumber = record.filled(.roomNumber)
        reservationNumber = record.filled(.reservationNumber)
        stamp = RecordStamp(in: record)
        let echoed: Set<FieldID> = [.checkNumber, .outlet, .cashier, .guestName]
        echoes = record.fields.filter { echoed.contains($0.id) }
    }

    /// The record.
    package var record: FIASRecord {
        var record = FIASRecord(.pa, [.init(.answerStatus, status.code)])
        record.set(.roomNumber, ifPresent: roomNumber)
        record.set(.reservationNumber, ifPresent: reservationNumber)
        record.set(.postingNumber, ifPresent: postingNumber)
        record.set(.workstation, ifPresent: workstation)
        record.fields += echoes + (stamp?.fields ?? [])
        record.set(.clearText, ifPresent: text)
        return record
    }

    /// The hotel's own transaction numbers, which OPERA writes at the end of its text after `- `: `… number/s - 881234,881235`.
    /// Empty when there are none: never rely on them. FIAS 2.20.24 §6.3 (observed).
    package var transactionNumbers: [String] {
        guard let text, let dash = text.ranges(of: "- ").last else { return [] }
        let numbers = text[dash.upperBound...].split(separator: ",").map { $0.filter { $0 != " " } }
        return numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } } ? numbers : []
    }
}
