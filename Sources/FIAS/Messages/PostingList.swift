/// `PL`: the guests and accounts that match an inquiry. FIAS 2.20.24 §6.1: returned for one match too.
package struct PostingList: Sendable, Hashable {
    /// The number of the inquiry (`P#`), nil when the hotel does not echo one.
    package var postingNumber: Int?
    /// The workstation of the inquiry (`WS`), nil when the hotel does not echo it.
    package var workstation: String?
    /// The matches in the hotel's order.
    package var matches: [PostingListMatch]
    /// Fields of the whole list beside those two (`SO`, `ID`, `C#`, `DA`, `TI`), in order.
    package var echoes: [FIASRecord.Field]

    /// A list to send.
    package init(postingNumber: Int?, workstation: String?, matches: [PostingListMatch], echoes: [FIASRecord.Field] = []) {
        self.postingNumber = postingNumber
        self.workstation = workstation
        self.matches = matches
        self.echoes = echoes
    }

    /// Reads a record: every `RN` begins a match; `P# WS SO ID C# DA TI` belong to the list wherever they stand; what else follows an
    /// `RN` belongs to its match, what comes before the first is left out. Throws `MessageError` when it is no `PL`.
    package init(_ record: FIASRecord) throws(MessageError) {
        try record.expect(.pl)
        postingNumber = record[.postingNumber].flatMap(PostingNumber.parse)
        workstation = record.filled(.workstation)
        matches = []
        echoes = []
        for field in record.fields {
            switch field.id {
            case .postingNumber, .workstation: continue
            case .outlet, .cashier, .checkNumber, .date, .time: echoes.append(field)
            case .roomNumber: matches.append(PostingListMatch(fields: [field]))
            default:
                if !matches.isEmpty { matches[matches.count - 1].fields.append(field) }
            }
        }
    }

    /// The record.
    package var record: FIASRecord {
        var record = FIASRecord(.pl)
        record.set(.postingNumber, ifPresent: postingNumber)
        record.set(.workstation, ifPresent: workstation)
        record.fields += echoes + matches.flatMap(\.fields)
        return record
    }
}
