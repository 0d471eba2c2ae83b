/// The hotel as the API shows it.
struct HotelResource: Encodable {
    let id, name, town, currency, businessDate: String
    let minorDigits, linkedTills, ledgerEntries: Int
    let isAuditing, isHalfOpen: Bool
    let roomPaymentMethods, managerPaymentMethods, directPaymentMethods: [String]
    let settings: HotelSettings

    init(_ simulated: SimulatedHotel) {
        let hotel = simulated.snapshot
        id = hotel.identity.id
        name = hotel.identity.name
        town = hotel.identity.town
        currency = hotel.identity.currencyCode
        minorDigits = hotel.identity.currencyMinorDigits
        businessDate = hotel.businessDate.iso
        isAuditing = hotel.isAuditing
        isHalfOpen = simulated.isHalfOpen
        linkedTills = simulated.aliveConnectionCount
        ledgerEntries = hotel.ledger.entries.count
        roomPaymentMethods = hotel.paymentMethods.room
        managerPaymentMethods = hotel.paymentMethods.roomByManager
        directPaymentMethods = hotel.paymentMethods.direct
        settings = hotel.settings
    }
}

/// A room and who is in it.
struct RoomResource: Encodable {
    let number, type: String
    let isDummy: Bool
    let guests: [String]

    init(_ number: String, in hotel: Hotel) {
        let room = hotel.rooms[number]
        self.number = number
        type = room?.type ?? ""
        isDummy = room?.isDummy ?? false
        guests = hotel.guests(inRoom: number).map(\.number)
    }
}

/// A stay.
struct StayResource: Encodable {
    let number, room, name, title, firstName, language, vip, arrival, departure: String
    let status: Reservation.Status
    let noPost: Bool
    let creditLimitMinor: Int?
    let balanceMinor: Int

    init(_ stay: Reservation, in hotel: Hotel) {
        number = stay.number
        room = stay.room
        name = stay.guest.name
        title = stay.guest.title
        firstName = stay.guest.firstName
        language = stay.guest.language
        vip = stay.guest.vip
        arrival = stay.arrival.iso
        departure = stay.departure.iso
        status = stay.status
        noPost = stay.noPost
        creditLimitMinor = stay.creditLimitMinor
        balanceMinor = hotel.folio(of: .reservation(stay.number))?.balanceMinor ?? 0
    }
}

/// A bill.
struct FolioResource: Encodable {
    let balanceMinor: Int
    let lines: [LineResource]

    init(_ folio: Folio) {
        balanceMinor = folio.balanceMinor
        lines = folio.lines.map(LineResource.init)
    }
}

/// A line of a bill.
struct LineResource: Encodable {
    let transactionNumber, window, amountMinor: Int
    let code, text, businessDate, time: String
    let origin: FolioLine.Origin
    let details: ChargeDetails?

    init(_ line: FolioLine) {
        transactionNumber = line.transactionNumber
        window = line.window
        amountMinor = line.amountMinor
        code = line.code.code
        text = line.text
        businessDate = line.businessDate.iso
        time = line.time
        origin = line.origin
        details = line.details
    }
}

/// An entry of the ledger. `kind` says which of the other values are there.
struct LedgerResource: Encodable {
    let sequence: Int
    let atMs: Int64
    let businessDate, kind: String
    private(set) var reservation, account, room, from, paymentMethod: String?
    private(set) var totalMinor, limitMinor: Int?
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

/// A record that passed over the link.
struct WireResource: Encodable {
    let atMs: Int64
    let fromHotel: Bool
    let text: String

    init(_ entry: WireEntry) {
        atMs = entry.atMs
        fromHotel = entry.fromHotel
        text = entry.text
    }
}

/// An armed fault.
struct FaultResource: Encodable {
    let id, remaining: Int
    let fault: String
    let on: InterfaceRequest?

    init(_ armed: ArmedFault) {
        id = armed.id
        remaining = armed.remaining
        fault = armed.fault.name
        on = armed.request
    }
}

extension Fault {
    /// The name that a plan calls it by.
    var name: String {
        switch self {
        case .loseAnswer: FaultPlan.Kind.loseAnswer.rawValue
        case .delayAnswer: FaultPlan.Kind.delayAnswer.rawValue
        case .duplicateAnswer: FaultPlan.Kind.duplicateAnswer.rawValue
        case .reorderAnswer: FaultPlan.Kind.reorderAnswer.rawValue
        case .cutBeforeBooking: FaultPlan.Kind.cutBeforeBooking.rawValue
        case .cutAfterBooking: FaultPlan.Kind.cutAfterBooking.rawValue
        case .cutInAnswer: FaultPlan.Kind.cutInAnswer.rawValue
        case .refuse: FaultPlan.Kind.refuse.rawValue
        case .nonsense(let nonsense): nonsense.rawValue
        }
    }
}
