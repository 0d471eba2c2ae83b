package import PointOfSale

/// A posting as another till hands it over to its gateway (`S1-02`).
package struct RelayedRequest: Hashable, Sendable {
    /// The sender's own key for it, the identity of its attempt: the same key is the same posting for ever.
    package let key: PostingAttemptID
    /// The gateway that is meant, by its mark.
    package let mark: String
    package let checkNumber: Int
    /// Nil for revenue.
    package let guest: GuestChoice?
    package let breakdown: PostingBreakdown
    package let covers: Int
    package let outletNumber: Int
    package let servicePeriod: Int
    package let tableNumber: Int?
    package let cashierName: String
    package let workstation: String
    package let hotelCode: String
    package let overridesCredit: Bool
    package let stamp: PostingStamp

    /// The longest name of a cashier that is taken.
    package static let cashierNameCharactersMax = 80

    /// What was handed over; the caller has seen to it that each value is within its bounds.
    package init(
        key: PostingAttemptID, mark: String, checkNumber: Int, guest: GuestChoice?, breakdown: PostingBreakdown, covers: Int,
        outletNumber: Int, servicePeriod: Int, tableNumber: Int?, cashierName: String, workstation: String, hotelCode: String,
        overridesCredit: Bool, stamp: PostingStamp
    ) {
        self.key = key
        self.mark = mark
        self.checkNumber = checkNumber
        self.guest = guest
        self.breakdown = breakdown
        self.covers = covers
        self.outletNumber = outletNumber
        self.servicePeriod = servicePeriod
        self.tableNumber = tableNumber
        self.cashierName = cashierName
        self.workstation = workstation
        self.hotelCode = hotelCode
        self.overridesCredit = overridesCredit
        self.stamp = stamp
    }

    /// What makes two requests the same one.
    var fingerprint: String {
        let parts = { (amounts: [Itemizer: Money]) in
            amounts.sorted { $0.key < $1.key }.map { "\($0.key.number):\($0.value.minorUnits)" }.joined(separator: ",")
        }
        let account = guest.map { "\($0.roomNumber)|\($0.reservationNumber)|\($0.name)" } ?? "-"
        return [
            String(checkNumber), account, parts(breakdown.subtotals), parts(breakdown.discounts), String(breakdown.tip.minorUnits),
            String(breakdown.serviceCharge.minorUnits), breakdown.total.currency.code, String(covers), String(outletNumber),
            String(servicePeriod), tableNumber.map { String($0) } ?? "-", cashierName, workstation, hotelCode, String(overridesCredit),
            stamp.date, stamp.clock,
        ].joined(separator: "\n")
    }

    /// The posting that carries it from here.
    func posting(answeredForBy cashier: CashierID, at moment: Timestamp) -> FolioPosting {
        FolioPosting(
            id: .make(at: moment), checkID: nil, tenderID: nil, checkNumber: checkNumber, guest: guest, breakdown: breakdown,
            covers: covers, outletNumber: outletNumber, servicePeriod: servicePeriod, tableNumber: tableNumber, cashierName: cashierName,
            workstation: workstation, hotelCode: hotelCode, overridesCredit: overridesCredit, stamp: stamp, createdAt: moment,
            createdBy: cashier, updatedAt: moment, notBefore: moment, isRelayed: true)
    }
}
