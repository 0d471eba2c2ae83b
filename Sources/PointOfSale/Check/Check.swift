/// The guest's bill in the restaurant.
package struct Check: Hashable, Sendable, Codable, Identifiable {
    package let id: CheckID
    /// The number on paper and on the folio: 1 to 99,999,999 (`FIAS 2.20.24 §7`, C#).
    package let number: Int
    package let outletID: OutletID
    /// Nil at the counter.
    package let tableID: TableID?
    package let tableNumber: Int?
    /// Guests served.
    package let covers: Int
    package let state: State
    package let businessDate: BusinessDate
    package let servicePeriod: Int
    package let currency: Currency
    package let openedAt: Timestamp
    package let openedBy: CashierID
    package let closedAt: Timestamp?
    /// Date and time that all postings of this check carry, set at the first (`FIAS 2.20.24 §6.2`: C#, DA and TI stay the same).
    package let postingStamp: PostingStamp?
    /// The set-up of the till that it was opened on (`S1-12`).
    package let tillConfigurationID: TillConfigurationID?
    /// The plan of its table (`S1-12`).
    package let floorPlanID: FloorPlanID?
    /// The check that this one gives back, whole or in part (`S1-11`).
    package let refunds: CheckID?
    package let lines: [CheckLine]
    package let voids: [LineVoid]
    package let tenders: [Tender]
    /// All that were ever given, in their sequence.
    package let discounts: [Discount]
    package let discountRemovals: [DiscountRemoval]

    /// Where a check is in its life.
    package enum State: String, Hashable, Sendable, Codable {
        case open
        case closed
        /// It was closed, and undone on the same business date (`S1-10`).
        case voided
    }

    /// The most guests on one check (`FIAS 2.20.24 §7`, CV, five digits; no restaurant needs more than this).
    package static let coversMax = 999
    /// The most lines on one check.
    package static let linesMax = 1000
    /// The largest check number, after which numbering begins anew.
    package static let numberMax = 99_999_999

    /// A check with all that belongs to it.
    package init(
        id: CheckID, number: Int, outletID: OutletID, tableID: TableID?, tableNumber: Int?, covers: Int, state: State = .open,
        businessDate: BusinessDate, servicePeriod: Int, currency: Currency, openedAt: Timestamp, openedBy: CashierID,
        closedAt: Timestamp? = nil,
        postingStamp: PostingStamp? = nil, tillConfigurationID: TillConfigurationID? = nil, floorPlanID: FloorPlanID? = nil,
        refunds: CheckID? = nil, lines: [CheckLine] = [], voids: [LineVoid] = [], tenders: [Tender] = [],
        discounts: [Discount] = [], discountRemovals: [DiscountRemoval] = []
    ) {
        self.id = id
        self.number = number
        self.outletID = outletID
        self.tableID = tableID
        self.tableNumber = tableNumber
        self.covers = covers
        self.state = state
        self.businessDate = businessDate
        self.servicePeriod = servicePeriod
        self.currency = currency
        self.openedAt = openedAt
        self.openedBy = openedBy
        self.closedAt = closedAt
        self.postingStamp = postingStamp
        self.tillConfigurationID = tillConfigurationID
        self.floorPlanID = floorPlanID
        self.refunds = refunds
        self.lines = lines
        self.voids = voids
        self.tenders = tenders
        self.discounts = discounts
        self.discountRemovals = discountRemovals
    }

    /// How many articles of a line are left after voids.
    package func quantityLeft(of line: CheckLine) -> Int {
        line.quantity - voids.lazy.filter { $0.lineID == line.id }.reduce(0) { $0 + $1.quantity }
    }

    /// The payments that count: neither refused, nor taken back and mirrored for good, nor mirrors of such.
    package var standingTenders: [Tender] {
        let undone = Set(tenders.lazy.filter { $0.state == .settled }.compactMap(\.reverses))
        return tenders.filter { $0.state != .refused && !undone.contains($0.id) && ($0.reverses == nil || $0.state == .pending) }
    }

    /// Whether a payment is being taken back, and the hotel has not answered yet: until then nobody knows what is left to pay.
    package var isTakingBack: Bool { tenders.contains { $0.state == .pending && $0.reverses != nil } }

    /// All sums of the check.
    package var totals: CheckTotals { CheckTotals(of: self) }

    /// The same check with one more payment; closed at `moment` when nothing is left to pay and nothing is on its way.
    package func taking(_ tender: Tender, at moment: Timestamp) -> Check {
        let paid = with(state: state, closedAt: closedAt, tenders: tenders + [tender])
        return paid.isDone ? paid.with(state: .closed, closedAt: moment, tenders: paid.tenders) : paid
    }

    /// Whether all is paid for good, so that the check may be closed.
    package var isDone: Bool {
        let totals = totals
        return !totals.total.isZero && totals.isSettled && totals.pending.isZero
    }

    private func with(state: State, closedAt: Timestamp?, tenders: [Tender]) -> Check {
        Check(
            id: id, number: number, outletID: outletID, tableID: tableID, tableNumber: tableNumber, covers: covers, state: state,
            businessDate: businessDate, servicePeriod: servicePeriod, currency: currency, openedAt: openedAt, openedBy: openedBy,
            closedAt: closedAt, postingStamp: postingStamp, tillConfigurationID: tillConfigurationID, floorPlanID: floorPlanID,
            refunds: refunds, lines: lines, voids: voids, tenders: tenders, discounts: discounts, discountRemovals: discountRemovals)
    }

    /// Lets a change of the lines pass, or refuses it. What is paid, or on its way to a room, cannot grow or shrink any more.
    /// - Throws: `Refusal.checkClosed`, `.checkHasPayments`.
    package func mustTakeLines() throws(Refusal) {
        guard refunds == nil else { throw .checkIsRefund }
        guard state == .open else { throw .checkClosed }
        guard standingTenders.isEmpty else { throw .checkHasPayments }
    }

    /// Whether something was served and nothing is to be paid for it: everything is given away, or costs nothing (`S2-11`).
    package var isFree: Bool {
        refunds == nil && standingTenders.isEmpty && totals.total.isZero && lines.contains { quantityLeft(of: $0) > 0 }
    }

    /// Lets the check be closed without a payment, or refuses it.
    /// - Throws: `Refusal.checkIsRefund`, `.checkClosed`, `.checkHasPayments`, `.checkEmpty`, `.amountLeftToPay`.
    package func mustCloseFree() throws(Refusal) {
        guard refunds == nil else { throw .checkIsRefund }
        guard state == .open else { throw .checkClosed }
        guard standingTenders.isEmpty else { throw .checkHasPayments }
        let total = totals.total
        guard total.isZero else { throw .amountLeftToPay(total) }
        guard isFree else { throw .checkEmpty }
    }

    /// Lets a payment of `amount` pass, or refuses it.
    /// - Throws: `Refusal.checkIsRefund`, `.checkClosed`, `.paymentUnderWay`, `.nothingToPay`, `.checkEmpty`, `.amountNotPositive`,
    ///   `.amountAboveRemaining`.
    package func mustTakePayment(of amount: Money) throws(Refusal) {
        guard refunds == nil else { throw .checkIsRefund }
        guard state == .open else { throw .checkClosed }
        guard !isTakingBack else { throw .paymentUnderWay }
        guard !isFree else { throw .nothingToPay }
        let remaining = totals.remaining
        guard totals.total.isPositive else { throw .checkEmpty }
        guard amount.isPositive else { throw .amountNotPositive }
        guard amount <= remaining else { throw .amountAboveRemaining(remaining) }
    }
}

/// Local date and time that the postings of one check carry.
package struct PostingStamp: Hashable, Sendable, Codable {
    package let time: LocalTime

    /// A stamp.
    package init(time: LocalTime) { self.time = time }

    /// `YYMMDD`, as FIAS writes a date (`FIAS 2.20.24 §2`).
    package var date: String { Self.pair(time.year % 100) + Self.pair(time.month) + Self.pair(time.day) }
    /// `HHMMSS`, as FIAS writes a time (`FIAS 2.20.24 §2`).
    package var clock: String { Self.pair(time.hour) + Self.pair(time.minute) + Self.pair(time.second) }

    private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
