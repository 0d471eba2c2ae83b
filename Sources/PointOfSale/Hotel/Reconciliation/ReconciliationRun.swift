/// A comparison that somebody ran. Never changed, never deleted: another run is another one.
package struct ReconciliationRun: Hashable, Sendable, Identifiable {
    package let id: ReconciliationID
    package let date: BusinessDate
    package let source: Source
    package let ranAt: Timestamp
    package let ranBy: CashierID
    package let ours: Reconciliation.Side
    package let hotels: Reconciliation.Side
    package let linesOfOthers: Int
    package let differenceCount: Int

    /// Where the hotel's side comes from.
    package enum Source: String, Hashable, Sendable, CaseIterable {
        /// The bills of the guests we charged, read over the link.
        case bills
        /// The hotel's own list, imported.
        case list
    }

    /// The longest detail of a difference that is kept.
    package static let detailCharactersMax = 200
    /// The longest room that is kept: the hotel writes what it likes.
    package static let roomCharactersMax = 40

    /// A run, as stored.
    package init(
        id: ReconciliationID, date: BusinessDate, source: Source, ranAt: Timestamp, ranBy: CashierID, ours: Reconciliation.Side,
        hotels: Reconciliation.Side, linesOfOthers: Int, differenceCount: Int
    ) {
        self.id = id
        self.date = date
        self.source = source
        self.ranAt = ranAt
        self.ranBy = ranBy
        self.ours = ours
        self.hotels = hotels
        self.linesOfOthers = linesOfOthers
        self.differenceCount = differenceCount
    }

    /// The run that brought this result.
    package init(_ result: Reconciliation, from source: Source, at moment: Timestamp, by cashier: CashierID) {
        self.init(
            id: .make(at: moment), date: result.date, source: source, ranAt: moment, ranBy: cashier, ours: result.ours,
            hotels: result.hotels,
            linesOfOthers: result.linesOfOthers, differenceCount: result.differences.count)
    }

    /// Whether both sides said the same, to the cent.
    package var isEqual: Bool { differenceCount == 0 }
}

/// The identity of a reconciliation.
package typealias ReconciliationID = Identifier<ReconciliationRun>
