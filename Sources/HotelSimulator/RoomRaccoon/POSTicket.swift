/// What one request of a till put on a reservation: the lines that the house's back office shows there. RoomRaccoon calls it a POS ticket.
package struct POSTicket: Sendable, Equatable, Identifiable {
    /// 1, 2, 3 … in the sequence in which they came.
    package let number: Int
    /// The reservation that it stands on now.
    package internal(set) var reservation: String
    /// The reservation that it was charged to.
    package let chargedTo: String
    package let room: String
    /// Milliseconds since 1970.
    package let atMs: Int64
    package let businessDate: CivilDate
    package let lines: [Line]
    /// Whether the house showed it as one line when it came.
    package let isConsolidated: Bool
    /// The transaction numbers of its lines on the bill.
    package let transactionNumbers: [Int]

    package var id: Int { number }
    package var totalMinor: Int { lines.reduce(0) { $0 + $1.amountMinor } }
    /// Whether it gives money back.
    package var isRefund: Bool { totalMinor < 0 }

    /// One line: what was sold, for how much in all, to which revenue group.
    package struct Line: Sendable, Equatable {
        package let description: String
        package let quantity: Int
        /// Of the whole line, in minor units, discounts already taken off.
        package let amountMinor: Int
        package let revenueGroup: Int

        package init(description: String, quantity: Int, amountMinor: Int, revenueGroup: Int) {
            self.description = description
            self.quantity = quantity
            self.amountMinor = amountMinor
            self.revenueGroup = revenueGroup
        }
    }
}

/// Why RoomRaccoon says no, in the words that it sends.
package enum RaccoonRefusal: Error, Sendable, Equatable {
    case credentials, unreadable(String)
    case roomUnknown(String), roomVacant(String), notCheckedIn(String), checkedOut(String)
    case reservationUnknown(String), notInRoom(String, String)
    case chargeNotAllowed, creditLimit, nothingToCharge, groupUnknown(Int)
    case nightAudit

    var words: String {
        switch self {
        case .credentials: "Invalid API key or hotel ID"
        case .unreadable(let what): "Invalid request: \(what)"
        case .roomUnknown(let room): "Room \(room) not found"
        case .roomVacant(let room): "No reservation found for room \(room)"
        case .notCheckedIn(let room): "The guest of room \(room) is not checked in"
        case .checkedOut(let number): "Reservation \(number) is checked out"
        case .reservationUnknown(let number): "Reservation \(number) not found"
        case .notInRoom(let number, let room): "Reservation \(number) not found in room \(room)"
        case .chargeNotAllowed: "Charge is not allowed for this reservation"
        case .creditLimit: "Credit limit exceeded"
        case .nothingToCharge: "TicketDetails is empty"
        case .groupUnknown(let number): "Invalid RevenueGroup \(number)"
        case .nightAudit: "Charges are closed for the night"
        }
    }
}
