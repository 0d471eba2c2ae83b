/// The stays: who is due, who is here, who has left.
struct StaysView: Sendable {
    /// One stay in a list.
    struct Row: Sendable {
        let number, room, name, dates, balance, credit, address, vip: String
        let hasNoPost: Bool
    }

    /// One list.
    struct List: Sendable {
        let title: String
        let count: Int
        let rows: [Row]
        let canCheckIn: Bool
        let id: String
    }

    let layout: LayoutView
    let w: Words
    let lists: [List]

    init(_ visit: Visit) {
        w = visit.words
        layout = LayoutView(visit, title: w["navStays"], section: .stays)
        lists = [Reservation.Status.due, .inHouse, .checkedOut].map { Self.list($0, visit) }
    }

    private static func list(_ status: Reservation.Status, _ visit: Visit) -> List {
        let rows = visit.hotel.reservations.values
            .filter { $0.status == status && visit.hotel.rooms[$0.room]?.isDummy == false }
            .sorted { ($0.guest.searchKey, $0.number) < ($1.guest.searchKey, $1.number) }
            .map { row($0, visit) }
        return List(
            title: visit.words["stays", status.rawValue], count: rows.count, rows: rows, canCheckIn: status == .due,
            id: status.rawValue)
    }

    private static func row(_ stay: Reservation, _ visit: Visit) -> Row {
        let formats = visit.formats
        return Row(
            number: stay.number, room: stay.room, name: stay.guest.fullName,
            dates: "\(formats.day(stay.arrival)) – \(formats.day(stay.departure))",
            balance: formats.money(visit.hotel.folio(of: .reservation(stay.number))?.balanceMinor ?? 0),
            credit: visit.hotel.creditLeftMinor(of: stay).map(formats.money) ?? "–", address: "/folios/\(stay.number)", vip: stay.guest.vip,
            hasNoPost: stay.noPost)
    }
}
