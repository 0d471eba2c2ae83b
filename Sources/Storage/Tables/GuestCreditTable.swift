package import PointOfSale

extension SQLTransaction {
    /// What of ours has gone to a stay since a moment, or is on its way or in doubt: what the hotel's balance of that moment does not hold.
    package func chargedTotal(
        to guest: GuestChoice, in integration: Integration, since moment: Timestamp, currency: Currency
    ) throws -> Money {
        let row = try first(
            """
            select coalesce(sum(total), 0) as total from folio_posting
            where reservation_number = $1 and room_number = $2 and integration = $3 and kind <> 'revenue'
                and (state in ('queued', 'sending', 'inDoubt') or (state = 'accepted' and updated_at >= $4))
            """,
            guest.reservationNumber, guest.roomNumber.text, integration.rawValue, moment)
        return try row?.money("total", in: currency) ?? .zero(currency)
    }
}
