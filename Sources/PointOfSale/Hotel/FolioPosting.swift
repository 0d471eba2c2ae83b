/// What we ask the hotel to book on a guest's account.
package struct FolioPosting: Hashable, Sendable, Codable, Identifiable {
    package let id: PostingID
    package let checkID: CheckID
    package let tenderID: TenderID
    package let checkNumber: Int
    package let guest: GuestChoice
    package let breakdown: PostingBreakdown
    package let covers: Int
    package let outletNumber: Int
    package let servicePeriod: Int
    package let tableNumber: Int?
    package let cashierName: String
    /// The till it was made on.
    package let workstation: String
    /// The hotel's code for the payment method.
    package let hotelCode: String
    package let stamp: PostingStamp
    package let state: PostingState
    /// A stable word for how it ended or what it waits for: `guestNotFound`, `timedOut`, `linkDown`; nil when there is nothing to say.
    package let outcomeCode: String?
    /// The hotel's own words, for those who may see them.
    package let hotelText: String?
    /// The hotel's numbers for what it booked.
    package let transactionNumbers: [String]
    package let createdAt: Timestamp
    package let createdBy: CashierID
    package let updatedAt: Timestamp
    /// Not to be sent before this moment.
    package let notBefore: Timestamp
    /// How many attempts there were.
    package let attempts: Int

    /// The longest workstation name (`FIAS 2.20.24 §7`, WS).
    package static let workstationCharactersMax = 16

    /// A posting.
    package init(
        id: PostingID, checkID: CheckID, tenderID: TenderID, checkNumber: Int, guest: GuestChoice, breakdown: PostingBreakdown, covers: Int,
        outletNumber: Int, servicePeriod: Int, tableNumber: Int?, cashierName: String, workstation: String, hotelCode: String,
        stamp: PostingStamp,
        state: PostingState = .queued, outcomeCode: String? = nil, hotelText: String? = nil, transactionNumbers: [String] = [],
        createdAt: Timestamp, createdBy: CashierID, updatedAt: Timestamp, notBefore: Timestamp, attempts: Int = 0
    ) {
        self.id = id
        self.checkID = checkID
        self.tenderID = tenderID
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
        self.stamp = stamp
        self.state = state
        self.outcomeCode = outcomeCode
        self.hotelText = hotelText
        self.transactionNumbers = transactionNumbers
        self.createdAt = createdAt
        self.createdBy = createdBy
        self.updatedAt = updatedAt
        self.notBefore = notBefore
        self.attempts = attempts
    }

    /// What a person can look for on the folio: `A1007.1`, the check's number and which posting of the program's it is.
    package var reference: String { "A\(checkNumber).\(id.text.suffix(4))" }
}
