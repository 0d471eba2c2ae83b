package import PointOfSale

extension SQLTransaction {
    /// Every attempt that went by a line, begun from one moment until before another, oldest first.
    /// - Parameter dateOf: our business date at a moment.
    package func ownBookings(
        by integration: Integration, from start: Timestamp, until end: Timestamp, dateOf: (Timestamp) -> BusinessDate
    ) throws -> [OwnBooking] {
        try query(
            "\(Self.bookingQuery) where a.id >= $1 and a.id < $2 and p.integration = $3 order by a.id",
            PostingAttemptID.lowest(at: start), PostingAttemptID.lowest(at: end), integration.rawValue
        ).map { try Self.booking($0, dateOf) }
    }

    /// The attempt by a line that bears a reference; nil when no attempt of ours does. The newest, where a number was used again.
    package func ownBooking(
        _ reference: PostingReference, by integration: Integration, dateOf: (Timestamp) -> BusinessDate
    ) throws -> OwnBooking? {
        try first(
            "\(Self.bookingQuery) where a.number = $1 and p.check_number = $2 and p.integration = $3 order by a.id desc limit 1",
            reference.number, reference.checkNumber, integration.rawValue
        ).map { try Self.booking($0, dateOf) }
    }

    private static var bookingQuery: String {
        """
        select a.number, a.started_at, a.fate, p.id, p.check_number, p.room_number, p.reservation_number, p.guest_name, p.total,
            \(Self.postingCurrency) as currency
        from posting_attempt a join folio_posting p on p.id = a.posting_id
        """
    }

    private static func booking(_ row: SQLRow, _ dateOf: (Timestamp) -> BusinessDate) throws -> OwnBooking {
        let fate: AttemptFate? = try row.isNull("fate") ? nil : row.state("fate")
        return OwnBooking(
            postingID: try row.id("id"),
            reference: PostingReference(checkNumber: try row.int("check_number"), number: try row.int("number")),
            guest: try row.guestChoice(), amount: try row.money("total", in: row.currency("currency")),
            date: dateOf(try row.moment("started_at")),
            standing: OwnBooking.Standing(fate))
    }
}

extension OwnBooking.Standing {
    fileprivate init(_ fate: AttemptFate?) {
        switch fate {
        case .booked: self = .booked
        case .notBooked: self = .notBooked
        case nil: self = .unknown
        }
    }
}
