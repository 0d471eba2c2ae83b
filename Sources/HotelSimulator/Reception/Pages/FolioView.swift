/// A bill, with what reception can do to its stay.
struct FolioView: Sendable {
    /// A line of the bill.
    struct Line: Sendable {
        let transactionNumber: Int
        let day, time, text, code, amount, cashier: String
        let isNegative, isFromTill: Bool
        let key: String
    }

    /// One page of the bill.
    struct Window: Sendable {
        let number: Int
        let lines: [Line]
        let total: String
    }

    /// Another guest of the room.
    struct Sharer: Sendable {
        let name, address: String
        let isThis: Bool
    }

    /// Another bill of the house.
    struct Bill: Sendable {
        let number, name: String
        let isChosen: Bool
    }

    /// The stay behind the bill.
    struct Stay: Sendable {
        let number, room, name, dates, status, language, vip, included, limit, left, limitInput: String
        let noPost, canCheckIn, canCheckOut, canMove, hasLimit, isOverLimit: Bool
    }

    let layout: LayoutView
    let w: Words
    let title, subtitle, balance: String
    let windows: [Window]
    let hasSeveralWindows, isEmpty: Bool
    let sharers: [Sharer]
    let stay: Stay?
    let rooms: [String]
    /// The number of the reservation or account.
    let number: String
    /// The other bills that a line or the charges to come can be sent to.
    let bills: [Bill]
    /// The bill that takes this stay's charges, empty for its own.
    let routedTo: String

    /// The bill of a stay or an account; nil when there is none.
    init?(_ owner: FolioOwner, _ visit: Visit) {
        guard let folio = visit.hotel.folio(of: owner) else { return nil }
        w = visit.words
        balance = visit.formats.money(folio.balanceMinor)
        let numbers = Set(folio.lines.map(\.window)).sorted()
        windows = numbers.map { Self.window($0, folio.lines(inWindow: $0), visit) }
        hasSeveralWindows = windows.count > 1
        isEmpty = folio.lines.isEmpty
        switch owner {
        case .reservation(let number):
            guard let stay = visit.hotel.reservations[number] else { return nil }
            self.stay = Self.stay(stay, visit)
            title = stay.guest.fullName
            subtitle = "\(w["room"]) \(stay.room)"
            let guests = visit.hotel.guests(inRoom: stay.room)
            sharers =
                guests.count > 1
                ? guests.map { Sharer(name: $0.guest.fullName, address: "/folios/\($0.number)", isThis: $0.number == number) } : []
            rooms = stay.status == .inHouse ? Self.freeRooms(visit.hotel) : []
        case .account(let number):
            stay = nil
            title = visit.hotel.accounts[number]?.name ?? number
            subtitle = "\(w["account"]) \(number)"
            sharers = []
            rooms = []
        }
        number = owner.number
        let routed = visit.hotel.reservations[owner.number]?.routedTo
        bills = Self.bills(beside: owner, chosen: routed, visit.hotel)
        routedTo = bills.first(where: \.isChosen)?.name ?? ""
        layout = LayoutView(visit, title: title, section: .rooms)
    }

    private static func window(_ number: Int, _ lines: [FolioLine], _ visit: Visit) -> Window {
        Window(
            number: number, lines: lines.map { line($0, visit.formats) },
            total: visit.formats.money(lines.reduce(0) { $0 + $1.amountMinor }))
    }

    private static func line(_ line: FolioLine, _ formats: Formats) -> Line {
        Line(
            transactionNumber: line.transactionNumber, day: formats.day(line.businessDate), time: formats.time(line.time), text: line.text,
            code: line.code.code, amount: formats.money(line.amountMinor), cashier: line.details?.cashier ?? "",
            isNegative: line.amountMinor < 0, isFromTill: line.origin == .interface, key: "line-\(line.transactionNumber)")
    }

    private static func stay(_ stay: Reservation, _ visit: Visit) -> Stay {
        let formats = visit.formats
        let left = visit.hotel.creditLeftMinor(of: stay)
        let isReal = visit.hotel.rooms[stay.room]?.isDummy == false
        return Stay(
            number: stay.number, room: stay.room, name: stay.guest.fullName,
            dates: "\(formats.day(stay.arrival)) – \(formats.day(stay.departure))", status: visit.words["stay", stay.status.rawValue],
            language: stay.guest.language, vip: stay.guest.vip,
            included: stay.allowance.map { "\($0.name) · \(formats.money($0.leftMinor))" } ?? "",
            limit: stay.creditLimitMinor.map(formats.money) ?? "",
            left: left.map(formats.money) ?? "",
            limitInput: stay.creditLimitMinor.map { AmountText.text($0, minorDigits: formats.minorDigits) } ?? "", noPost: stay.noPost,
            canCheckIn: stay.status == .due, canCheckOut: isReal && stay.status == .inHouse, canMove: isReal && stay.status == .inHouse,
            hasLimit: left != nil, isOverLimit: (left ?? 0) < 0)
    }

    private static func bills(beside owner: FolioOwner, chosen: FolioOwner?, _ hotel: Hotel) -> [Bill] {
        let stays = hotel.roomNumbers.flatMap { hotel.guests(inRoom: $0) }.map { stay in
            (FolioOwner.reservation(stay.number), "\(stay.room) · \(stay.guest.fullName)")
        }
        let accounts = hotel.accounts.values.sorted { $0.number < $1.number }.map { account in
            (FolioOwner.account(account.number), "\(account.number) · \(account.name)")
        }
        return (stays + accounts).filter { $0.0 != owner }.map { Bill(number: $0.0.number, name: $0.1, isChosen: $0.0 == chosen) }
    }

    private static func freeRooms(_ hotel: Hotel) -> [String] {
        hotel.roomNumbers.filter { hotel.rooms[$0]?.isDummy == false && hotel.guests(inRoom: $0).isEmpty }
    }
}
