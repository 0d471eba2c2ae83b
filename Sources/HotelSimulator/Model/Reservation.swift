/// One guest's stay, as reception knows it. Sharers of a room have a reservation each.
package struct Reservation: Sendable, Equatable, Identifiable {
    /// Where the stay stands.
    package enum Status: String, Sendable, Codable, CaseIterable {
        case due, inHouse, checkedOut
    }

    /// The reservation number: `G#` of FIAS. Stable over renames and moves, never `0`.
    package var number: String
    /// The room it is in, is meant for, or was in last.
    package var room: String
    package var guest: Guest
    package var arrival: CivilDate
    package var departure: CivilDate
    package var status: Status
    /// Reception's word that nothing may be charged here (`NP` of FIAS).
    package var noPost: Bool
    /// The highest balance the stay may reach, in minor units; nil when the hotel set none.
    package var creditLimitMinor: Int?
    /// What one night costs, in minor units; booked by the night audit.
    package var rateMinor: Int
    /// The group that the stay belongs to, if any.
    package var group: String?
    /// How the guest means to pay at departure: a payment method code of the hotel.
    package var paymentMethod: String
    /// What the stay includes, and what is left of it today; nil for room only.
    package var allowance: PackageAllowance?
    /// Where reception sends the charges of tills instead of this stay's own bill: a company's account, or another guest's bill.
    package var routedTo: FolioOwner?

    package var id: String { number }

    package init(
        number: String, room: String, guest: Guest, arrival: CivilDate, departure: CivilDate, status: Status = .inHouse,
        noPost: Bool = false, creditLimitMinor: Int? = nil, rateMinor: Int = 0, group: String? = nil, paymentMethod: String = "CA",
        allowance: PackageAllowance? = nil, routedTo: FolioOwner? = nil
    ) {
        self.number = number
        self.room = room
        self.guest = guest
        self.arrival = arrival
        self.departure = departure
        self.status = status
        self.noPost = noPost
        self.creditLimitMinor = creditLimitMinor
        self.rateMinor = rateMinor
        self.group = group
        self.paymentMethod = paymentMethod
        self.allowance = allowance
        self.routedTo = routedTo
    }
}
