import Foundation

/// The rooms board.
struct RoomsView: Sendable {
    /// One room on the board.
    struct Tile: Sendable {
        let number, name, balance, kind, address, label: String
        let isOccupied, isDue, isVacant, hasNoPost: Bool
        let sharers: Int?
        /// Changes whenever the bill does, so that the page can show it.
        let key: String
    }

    /// A figure at the top.
    struct Figure: Sendable {
        let label, value: String
    }

    let layout: LayoutView
    let w: Words
    let figures: [Figure]
    let tiles: [Tile]
    let paymasters: [Tile]
    let accounts: [Tile]

    init(_ visit: Visit) {
        let hotel = visit.hotel
        w = visit.words
        layout = LayoutView(visit, title: w["navRooms"], section: .rooms)
        tiles = hotel.roomNumbers.filter { hotel.rooms[$0]?.isDummy == false }.map { Self.tile($0, visit) }
        paymasters = hotel.roomNumbers.filter { hotel.rooms[$0]?.isDummy == true }.map { Self.tile($0, visit) }
        accounts = hotel.accounts.values.sorted { $0.number < $1.number }.map { Self.tile($0, visit) }
        let stays = hotel.reservations.values.filter { hotel.rooms[$0.room]?.isDummy == false }
        let charged = hotel.ledger.bookings.reduce(0) {
            $0 + $1.lines.reduce(0) { $0 + ($1.businessDate == hotel.businessDate ? $1.amountMinor : 0) }
        }
        figures = [
            Figure(label: w["figureCharged"], value: visit.formats.money(charged)),
            Figure(label: w["figureOccupied"], value: "\(tiles.count { $0.isOccupied }) / \(tiles.count)"),
            Figure(label: w["figureArrivals"], value: "\(stays.count { $0.status == .due && $0.arrival == hotel.businessDate })"),
            Figure(
                label: w["figureDepartures"], value: "\(stays.count { $0.status == .inHouse && $0.departure == hotel.businessDate })"),
        ]
    }

    private static func tile(_ number: String, _ visit: Visit) -> Tile {
        let hotel = visit.hotel
        let guests = hotel.guests(inRoom: number)
        let due = hotel.reservations.values.first { $0.room == number && $0.status == .due }
        let balance = guests.reduce(0) { $0 + (hotel.folio(of: .reservation($1.number))?.balanceMinor ?? 0) }
        let lines = guests.reduce(0) { $0 + (hotel.folio(of: .reservation($1.number))?.lines.count ?? 0) }
        let name = guests.first?.guest.name ?? due?.guest.name ?? ""
        let state = guests.isEmpty ? (due == nil ? "vacant" : "due") : "occupied"
        let address = guests.count == 1 ? "/folios/\(guests[0].number)" : "/rooms/\(number.asPathSegment)"
        return Tile(
            number: number, name: name, balance: guests.isEmpty ? "" : visit.formats.money(balance), kind: visit.words["room", state],
            address: address, label: "\(visit.words["room"]) \(number), \(visit.words["room", state]) \(name)", isOccupied: !guests.isEmpty,
            isDue: guests.isEmpty && due != nil, isVacant: guests.isEmpty && due == nil, hasNoPost: guests.contains(where: \.noPost),
            sharers: guests.count > 1 ? guests.count : nil, key: "room-\(number)-\(lines)")
    }

    private static func tile(_ account: Account, _ visit: Visit) -> Tile {
        let folio = visit.hotel.folio(of: .account(account.number))
        return Tile(
            number: account.number, name: account.name, balance: visit.formats.money(folio?.balanceMinor ?? 0),
            kind: account.isOpen ? "" : visit.words["accountClosed"], address: "/accounts/\(account.number.asPathSegment)",
            label: "\(visit.words["account"]) \(account.number), \(account.name)", isOccupied: account.isOpen, isDue: false,
            isVacant: !account.isOpen, hasNoPost: !account.isOpen, sharers: nil, key: "account-\(account.number)-\(folio?.lines.count ?? 0)"
        )
    }
}

extension String {
    /// The text as one segment of an address: room numbers may hold any character.
    fileprivate var asPathSegment: String {
        addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
