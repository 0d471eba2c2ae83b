/// A room with several guests, or with none.
struct RoomView: Sendable {
    /// Somebody of this room.
    struct Person: Sendable {
        let name, address, dates, balance, status, number: String
        let noPost, canCheckIn: Bool
    }

    let layout: LayoutView
    let w: Words
    let number, type: String
    let people: [Person]
    let isEmpty: Bool

    /// Nil when there is no such room.
    init?(_ number: String, _ visit: Visit) {
        guard let room = visit.hotel.rooms[number] else { return nil }
        w = visit.words
        self.number = number
        type = room.type
        let due = visit.hotel.reservations.values.filter { $0.room == number && $0.status == .due }.sorted { $0.number < $1.number }
        people = (visit.hotel.guests(inRoom: number) + due).map { stay in
            Person(
                name: stay.guest.fullName, address: "/folios/\(stay.number)",
                dates: "\(visit.formats.day(stay.arrival)) – \(visit.formats.day(stay.departure))",
                balance: visit.formats.money(visit.hotel.folio(of: .reservation(stay.number))?.balanceMinor ?? 0),
                status: visit.words["stay", stay.status.rawValue], number: stay.number, noPost: stay.noPost,
                canCheckIn: stay.status == .due)
        }
        isEmpty = people.isEmpty
        layout = LayoutView(visit, title: "\(w["room"]) \(number)", section: .rooms)
    }
}
