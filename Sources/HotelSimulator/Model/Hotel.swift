package import Foundation

/// A hotel: its rooms, stays, bills and books. A value that does no I/O and is told the time.
package struct Hotel: Sendable {
    /// What the hotel is called and how it counts.
    package struct Identity: Sendable, Equatable {
        package var id: String
        package var name: String
        package var town: String
        package var currencyCode: String
        package var currencyMinorDigits: Int
        package var timeZone: TimeZone

        package init(id: String, name: String, town: String, currencyCode: String, currencyMinorDigits: Int, timeZone: TimeZone) {
            self.id = id
            self.name = name
            self.town = town
            self.currencyCode = currencyCode
            self.currencyMinorDigits = currencyMinorDigits
            self.timeZone = timeZone
        }
    }

    package let identity: Identity
    package let codes: TransactionCodes
    package let paymentMethods: PaymentMethods
    /// Outlet names by number (`SO`).
    package let outlets: [String: String]
    /// The reservation that takes payments naming no guest: the posting master.
    package let postingMaster: String?
    /// The posting masters of single payment methods: one account per tender, each of which ends the day at nothing.
    package let postingMasters: [String: String]
    package var settings = HotelSettings()

    /// The day as the hotel's books count it.
    package internal(set) var businessDate: CivilDate
    package internal(set) var isAuditing = false
    package private(set) var rooms: [String: Room] = [:]
    /// Room numbers as the file lists them.
    package private(set) var roomNumbers: [String] = []
    package private(set) var reservations: [String: Reservation] = [:]
    package private(set) var accounts: [String: Account] = [:]
    package private(set) var folios: [FolioOwner: Folio] = [:]
    package internal(set) var ledger = Ledger()
    /// How RoomRaccoon is set up; nil in a house without it.
    package var raccoon: RaccoonSettings?
    /// How OPERA Cloud's interface is set up; nil in a house without it.
    package var operaCloud: OperaCloudSettings?
    /// What tills put on reservations over RoomRaccoon, in sequence.
    package internal(set) var posTickets: [POSTicket] = []
    /// The stays whose invoice was made before they left.
    var invoiced: Set<String> = []

    /// In-house reservation numbers by room, in the sequence in which they checked in.
    private(set) var occupants: [String: [String]] = [:]
    private var nextTransactionNumber = 881_001

    package init(
        identity: Identity, codes: TransactionCodes, paymentMethods: PaymentMethods, outlets: [String: String] = [:],
        postingMaster: String? = nil, postingMasters: [String: String] = [:], businessDate: CivilDate
    ) {
        self.identity = identity
        self.codes = codes
        self.paymentMethods = paymentMethods
        self.outlets = outlets
        self.postingMaster = postingMaster
        self.postingMasters = postingMasters
        self.businessDate = businessDate
    }

    // MARK: Putting the hotel together

    /// Adds a room, or replaces the one of that number.
    package mutating func add(_ room: Room) {
        if rooms.updateValue(room, forKey: room.number) == nil { roomNumbers.append(room.number) }
    }

    /// Adds a city ledger account with an empty bill.
    package mutating func add(_ account: Account) {
        accounts[account.number] = account
        folios[.account(account.number), default: Folio()] = Folio()
    }

    /// Adds a stay; `openingBalanceMinor` becomes the first line of its bill.
    package mutating func add(_ reservation: Reservation, openingBalanceMinor: Int = 0) {
        let owner = FolioOwner.reservation(reservation.number)
        reservations[reservation.number] = reservation
        folios[owner] = Folio()
        if reservation.status == .inHouse { occupants[reservation.room, default: []].append(reservation.number) }
        guard openingBalanceMinor != 0 else { return }
        let line = makeLine(codes.openingBalance, amountMinor: openingBalanceMinor, time: "120000", origin: .nightAudit, onBusinessDay: -1)
        folios[owner]?.append(line)
    }

    // MARK: Reading

    /// The bill of a guest, a paymaster or an account; nil when there is no such owner.
    package func folio(of owner: FolioOwner) -> Folio? { folios[owner] }

    /// Who is in the room now, the first to arrive first.
    package func guests(inRoom room: String) -> [Reservation] {
        (occupants[room] ?? []).compactMap { reservations[$0] }
    }

    /// What a stay may still spend, in minor units; nil when the hotel set no limit.
    package func creditLeftMinor(of reservation: Reservation) -> Int? {
        guard let limit = reservation.creditLimitMinor else { return nil }
        return limit - (folios[.reservation(reservation.number)]?.balanceMinor ?? 0)
    }

    /// The wall time in the hotel's zone.
    package func wallClock(atMs: Int64) -> WallClock {
        WallClock(atMs: atMs, in: identity.timeZone)
    }

    // MARK: Writing, for the actions in the files beside this one

    mutating func update(_ reservation: Reservation) {
        if let old = reservations[reservation.number], old.status == .inHouse {
            occupants[old.room]?.removeAll { $0 == reservation.number }
        }
        if reservation.status == .inHouse { occupants[reservation.room, default: []].append(reservation.number) }
        reservations[reservation.number] = reservation
    }

    /// Replaces a stay whose room and status did not change.
    mutating func replace(_ reservation: Reservation) {
        reservations[reservation.number] = reservation
    }

    mutating func makeLine(
        _ code: TransactionCode, text: String? = nil, amountMinor: Int, time: String, origin: FolioLine.Origin,
        details: ChargeDetails? = nil, onBusinessDay offsetDays: Int = 0
    ) -> FolioLine {
        defer { nextTransactionNumber += 1 }
        return FolioLine(
            transactionNumber: nextTransactionNumber, window: code.window, code: code, text: text ?? code.text, amountMinor: amountMinor,
            businessDate: businessDate.adding(days: offsetDays), time: time, origin: origin, details: details)
    }

    mutating func write(_ line: FolioLine, to owner: FolioOwner) {
        folios[owner, default: Folio()].append(line)
    }

    mutating func takeLine(_ number: Int, from owner: FolioOwner) -> FolioLine? {
        folios[owner]?.remove(transaction: number)
    }

    mutating func record(_ event: LedgerEvent, atMs: Int64) {
        ledger.append(event, atMs: atMs, businessDate: businessDate)
    }
}
