/// A batch with the posting that carries it now.
package struct RevenueSent: Hashable, Sendable {
    package let batch: RevenueBatch
    /// The last posting of it; nil when its amounts came to nothing and there was nothing to send.
    package let posting: FolioPosting?
    package let outletName: String
    package let methodName: LocalizedName

    /// A batch as it was sent.
    package init(batch: RevenueBatch, posting: FolioPosting?, outletName: String, methodName: LocalizedName) {
        self.batch = batch
        self.posting = posting
        self.outletName = outletName
        self.methodName = methodName
    }
}

/// One payment that a batch carries.
package struct RevenueTender: Hashable, Sendable {
    package let tenderID: TenderID
    package let checkID: CheckID
    package let checkNumber: Int
    package let takenAt: Timestamp
    package let amount: Money
    package let tip: Money

    /// A payment.
    package init(tenderID: TenderID, checkID: CheckID, checkNumber: Int, takenAt: Timestamp, amount: Money, tip: Money) {
        self.tenderID = tenderID
        self.checkID = checkID
        self.checkNumber = checkNumber
        self.takenAt = takenAt
        self.amount = amount
        self.tip = tip
    }
}
