/// What people look for among all the checks there ever were. What is not set does not matter.
package struct CheckSearch: Hashable, Sendable {
    /// Which part of the history.
    package var kind: Kind
    /// Of one business date.
    package var date: BusinessDate?
    /// The number of the table, of whatever outlet.
    package var table: Int?
    /// What the check came to, or one payment with its tip, as a card slip shows it; minor units.
    package var amount: Int?
    /// Who opened it.
    package var cashier: CashierID?
    /// A room that something of it was charged to.
    package var room: RoomNumber?

    /// The parts of the history.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case open
        /// Closed and voided ones, and refunds.
        case closed
        /// The negative ones.
        case refunds
    }

    /// A search.
    package init(
        _ kind: Kind = .closed, date: BusinessDate? = nil, table: Int? = nil, amount: Int? = nil, cashier: CashierID? = nil,
        room: RoomNumber? = nil
    ) {
        self.kind = kind
        self.date = date
        self.table = table
        self.amount = amount
        self.cashier = cashier
        self.room = room
    }
}
