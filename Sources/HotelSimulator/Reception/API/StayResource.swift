/// A stay.
struct StayResource: Encodable {
    let number, room, name, title, firstName, language, vip, arrival, departure: String
    let status: Reservation.Status
    let noPost: Bool
    let creditLimitMinor: Int?
    let balanceMinor: Int
    /// The number of the bill that takes this stay's charges instead of its own.
    let routedTo: String?

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
        routedTo = stay.routedTo?.number
        balanceMinor = hotel.folio(of: .reservation(stay.number))?.balanceMinor ?? 0
    }
}
