/// An entry of the ledger. `kind` says which of the other values are there.
struct LedgerResource: Encodable {
    let sequence: Int
    let atMs: Int64
    let businessDate, kind: String
    private(set) var reservation, account, room, from, to, paymentMethod: String?
    private(set) var totalMinor, limitMinor, transactionNumber: Int?
    private(set) var noPost: Bool?
    private(set) var details: ChargeDetails?
    private(set) var lines: [LineResource]?

    init(_ entry: LedgerEntry) {
        sequence = entry.sequence
        atMs = entry.atMs
        businessDate = entry.businessDate.iso
        kind = entry.event.kind
        switch entry.event {
        case .booked(let booking):
            name(booking.owner)
            if case .guest(let room, _) = booking.charge.target { self.room = room }
            paymentMethod = booking.charge.paymentMethod
            totalMinor = booking.charge.totalMinor
            details = booking.charge.details
            lines = booking.lines.map(LineResource.init)
        case .lineWritten(let owner, let line):
            name(owner)
            totalMinor = line.amountMinor
            lines = [LineResource(line)]
        case .lineTransferred(let number, let owner, let target):
            (transactionNumber, from, to) = (number, owner.number, target.number)
        case .routed(let number, let target):
            (reservation, to) = (number, target?.number)
        case .checkedIn(let number, let room), .checkedOut(let number, let room):
            (reservation, self.room) = (number, room)
        case .moved(let number, let from, let room):
            (reservation, self.from, self.room) = (number, from, room)
        case .noPostChanged(let number, let noPost):
            (reservation, self.noPost) = (number, noPost)
        case .creditLimitChanged(let number, let limit):
            (reservation, limitMinor) = (number, limit)
        case .nightAuditStarted, .nightAuditFinished: break
        }
    }

    private mutating func name(_ owner: FolioOwner?) {
        switch owner {
        case .reservation(let number): reservation = number
        case .account(let number): account = number
        case nil: break
        }
    }
}

extension LedgerEvent {
    /// The name of what happened.
    var kind: String {
        switch self {
        case .booked: "booked"
        case .lineWritten: "lineWritten"
        case .lineTransferred: "lineTransferred"
        case .routed: "routed"
        case .checkedIn: "checkedIn"
        case .checkedOut: "checkedOut"
        case .moved: "moved"
        case .noPostChanged: "noPostChanged"
        case .creditLimitChanged: "creditLimitChanged"
        case .nightAuditStarted: "nightAuditStarted"
        case .nightAuditFinished: "nightAuditFinished"
        }
    }
}
