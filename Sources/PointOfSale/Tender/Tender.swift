/// One payment on one check, with its tip. What is voided or refunded is a payment of less than nothing.
package struct Tender: Hashable, Sendable, Codable, Identifiable {
    package let id: TenderID
    package let checkID: CheckID
    package let paymentMethodID: PaymentMethodID
    package let kind: PaymentMethod.Kind
    /// The part of the check that it pays, tip aside. Never nothing; less than nothing when money goes back.
    package let amount: Money
    /// For the staff: never revenue, never taxed (`S1-08`). Of the same sign as the amount.
    package let tip: Money
    /// What the guest handed over in cash, if it was counted.
    package let cashGiven: Money?
    package let state: State
    package let takenAt: Timestamp
    package let takenBy: CashierID
    /// The business date of the moment when it was taken: the one whose revenue it is.
    package let businessDate: BusinessDate
    /// The payment that this one takes back, when its check is voided.
    package let reverses: TenderID?
    /// The posting that carries it to a room.
    package let postingID: PostingID?

    /// Where a payment is in its life: it moves from pending to one of the others, never back.
    package enum State: String, Hashable, Sendable, Codable { case pending, settled, refused }

    /// A payment.
    package init(
        id: TenderID, checkID: CheckID, paymentMethodID: PaymentMethodID, kind: PaymentMethod.Kind, amount: Money, tip: Money,
        cashGiven: Money? = nil,
        state: State, takenAt: Timestamp, takenBy: CashierID, businessDate: BusinessDate, reverses: TenderID? = nil,
        postingID: PostingID? = nil
    ) {
        self.id = id
        self.checkID = checkID
        self.paymentMethodID = paymentMethodID
        self.kind = kind
        self.amount = amount
        self.tip = tip
        self.cashGiven = cashGiven
        self.state = state
        self.takenAt = takenAt
        self.takenBy = takenBy
        self.businessDate = businessDate
        self.reverses = reverses
        self.postingID = postingID
    }

    /// What goes back to the guest.
    package var change: Money? { cashGiven.map { $0 - amount - tip } }
}
