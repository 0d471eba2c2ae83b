/// Our bookings of one business date beside the hotel's: equal to the cent, or what differs.
///
/// Whatever the two sides hold, the hotel's total less ours is the sum of the differences: nothing is explained away.
package struct Reconciliation: Hashable, Sendable {
    package let date: BusinessDate
    /// What we hold for booked.
    package let ours: Side
    /// What the hotel has under references of our form.
    package let hotels: Side
    /// By reference.
    package let differences: [ReconciliationDifference]
    /// Lines of the hotel's that carry no reference of ours: other tills, the minibar, the room itself.
    package let linesOfOthers: Int

    /// What one side counts.
    package struct Side: Hashable, Sendable {
        /// References that come to something.
        package let count: Int
        package let total: Money

        /// A side.
        package init(count: Int, total: Money) {
            self.count = count
            self.total = total
        }
    }

    /// A reconciliation as it was stored.
    package init(date: BusinessDate, ours: Side, hotels: Side, differences: [ReconciliationDifference], linesOfOthers: Int) {
        self.date = date
        self.ours = ours
        self.hotels = hotels
        self.differences = differences
        self.linesOfOthers = linesOfOthers
    }

    /// Whether both sides say the same, to the cent.
    package var isEqual: Bool { differences.isEmpty }

    /// Compares both sides.
    /// - Parameters:
    ///   - ours: every attempt sent on `date`, and those of other dates whose reference stands in `hotels`.
    ///   - hotels: the hotel's lines; a line without a date is taken to be of `date`.
    ///   - unread: guests whose bill could not be read, and why, as a stable word.
    package init(
        of date: BusinessDate, in currency: Currency, ours: [OwnBooking], hotels: [HotelBooking], unread: [GuestChoice: String] = [:]
    ) {
        var comparison = ReconciliationComparison(date: date, currency: currency, hotels: hotels, unread: unread)
        for booking in ours { comparison.compare(booking) }
        comparison.addUnknown()
        self = comparison.result
    }
}
