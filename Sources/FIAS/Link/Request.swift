/// Tells requests apart inside this process; never on the wire.
typealias RequestID = UInt64

/// How a request ended, for the one who waits for it.
struct RequestCompletion: Equatable {
    var id: RequestID
    var exchange: Exchange
    /// The records before the last one of an answer of several: the `XI` of a bill.
    var parts: [FIASRecord]
}

/// Requests that take turns together. FIAS 2.20.24 §1.4: several `PR` may be under way, but one `PS`; bills and resynchronisations carry no
/// number, so that only one of each can be told apart.
enum RequestLane: Hashable {
    case posting
    case simple
    case bill
    case resync

    init?(of record: FIASRecord) {
        switch record.id {
        case .pr: self = .posting
        case .ps: self = .simple
        case .xr: self = .bill
        case .dr: self = .resync
        default: return nil
        }
    }

    static func answeredBy(_ id: RecordID) -> Set<RequestLane>? {
        switch id {
        case .pl: [.posting]
        case .pa: [.posting, .simple]
        case .xi, .xb: [.bill]
        case .ds: [.resync]
        default: nil
        }
    }
}

/// One request on its way.
struct Request {
    let id: RequestID
    let record: FIASRecord
    let lane: RequestLane
    let number: Int?
    let workstation: String
    let timeoutMs: Int64
    var deadlineMs: Int64
    var parts: [FIASRecord] = []

    private let isInquiry: Bool

    init?(id: RequestID, record: FIASRecord, timeoutMs: Int64, nowMs: Int64) {
        guard let lane = RequestLane(of: record) else { return nil }
        self.id = id
        self.record = record
        self.lane = lane
        self.timeoutMs = timeoutMs
        deadlineMs = nowMs + timeoutMs
        number = record[.postingNumber].flatMap(PostingNumber.parse)
        workstation = Request.trimmed(record[.workstation])
        isInquiry = Inquiry.isInquiry(record)
    }

    /// Whether answers in this lane echo a number.
    var isNumberedLane: Bool { lane == .posting || lane == .simple }

    func completion(_ exchange: Exchange) -> RequestCompletion {
        RequestCompletion(id: id, exchange: exchange, parts: parts)
    }

    /// Whether a record bears this request's `P#`, and its `WS` if it bears one.
    func isNumbered(like answer: FIASRecord) -> Bool {
        guard let number, answer[.postingNumber].flatMap(PostingNumber.parse) == number else { return false }
        let echoed = Request.trimmed(answer[.workstation])
        return echoed.isEmpty || workstation.isEmpty || echoed == workstation
    }

    /// Whether a record can be an answer to this request at all, apart from its number.
    func accepts(_ answer: FIASRecord) -> Bool {
        switch answer.id {
        case .pl: isInquiry
        case .pa: isInquiry || agrees(on: .roomNumber, with: answer)
        case .xi, .xb: agrees(on: .reservationNumber, with: answer)
        default: true
        }
    }

    private func agrees(on field: FieldID, with answer: FIASRecord) -> Bool {
        guard let ours = record.filled(field), let theirs = answer.filled(field) else { return true }
        return Request.trimmed(ours) == Request.trimmed(theirs)
    }

    private static func trimmed(_ text: String?) -> String {
        var text = Substring(text ?? "")
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
