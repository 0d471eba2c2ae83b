/// What we ask the hotel to book: on a guest's account, or, without a guest, as revenue that was paid otherwise.
package struct FolioPosting: Hashable, Sendable, Codable, Identifiable {
    package let id: PostingID
    /// The check it belongs to; nil for revenue, which is that of many, and for what another till handed over, whose check is there.
    package let checkID: CheckID?
    /// The tender that it pays; nil for a reversal, which moves no money at the till, for revenue, and for what was handed over.
    package let tenderID: TenderID?
    /// The posting of which this takes back one booking too many; nil for a charge.
    package let reverses: PostingID?
    package let checkNumber: Int
    /// Whose account; nil for revenue (`FIAS 2.20.24 §6.2`: no RN and no G# for a payment that names no guest).
    package let guest: GuestChoice?
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
    /// Whether a manager lets it pass the guest's credit limit (`S1-16`; `FIAS 2.20.24 §7`, CO).
    package let overridesCredit: Bool
    package let stamp: PostingStamp
    /// Which line to a hotel it goes by.
    package let integration: Integration
    /// What it is for, line by line, where the hotel shows lines; they come to the breakdown's subtotals and discounts. Empty where it does
    /// not.
    package let lines: [PostingLine]
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
    /// Whether another till made it and handed it over to this one, which is its gateway (`S1-02`).
    package let isRelayed: Bool

    /// The longest workstation name (`FIAS 2.20.24 §7`, WS).
    package static let workstationCharactersMax = 16

    /// A posting.
    package init(
        id: PostingID, checkID: CheckID?, tenderID: TenderID?, reverses: PostingID? = nil, checkNumber: Int, guest: GuestChoice?,
        breakdown: PostingBreakdown, covers: Int, outletNumber: Int, servicePeriod: Int, tableNumber: Int?, cashierName: String,
        workstation: String, hotelCode: String, overridesCredit: Bool = false, stamp: PostingStamp,
        integration: Integration = .opera, lines: [PostingLine] = [],
        state: PostingState = .queued, outcomeCode: String? = nil, hotelText: String? = nil, transactionNumbers: [String] = [],
        createdAt: Timestamp, createdBy: CashierID, updatedAt: Timestamp, notBefore: Timestamp, attempts: Int = 0, isRelayed: Bool = false
    ) {
        precondition(checkID == nil || guest != nil, "what belongs to a check goes to a guest's account")
        precondition(!isRelayed || checkID == nil, "the check of what was handed over is with its till")
        self.id = id
        self.checkID = checkID
        self.tenderID = tenderID
        self.reverses = reverses
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
        self.integration = integration
        self.lines = lines
        self.state = state
        self.outcomeCode = outcomeCode
        self.hotelText = hotelText
        self.transactionNumbers = transactionNumbers
        self.createdAt = createdAt
        self.createdBy = createdBy
        self.updatedAt = updatedAt
        self.notBefore = notBefore
        self.attempts = attempts
        self.isRelayed = isRelayed
    }

    /// What it is for.
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A payment that goes to a guest's account or a paymaster's; less than nothing where a payment is undone.
        case charge
        /// Takes back what the hotel booked once too often.
        case reversal
        /// What was paid otherwise in a window of time (`S1-05`).
        case revenue
        /// Whatever another till handed over to its gateway (`S1-02`).
        case relayed
    }

    package var kind: Kind { reverses != nil ? .reversal : isRelayed ? .relayed : tenderID != nil ? .charge : .revenue }

    /// Whether it takes back what the hotel booked once too often.
    package var isReversal: Bool { reverses != nil }

    /// Whether it waits for a hotel that is away, whatever the outlet does with charges: nobody stands at the till for it. What was handed
    /// over does not: whether it waits is for the till that made it to say, and it waits there.
    package var waitsForHotel: Bool { kind == .reversal || kind == .revenue }

    /// What every attempt's reference begins with: `A1007`.
    package var folioMark: String { "A\(checkNumber)" }

    /// What the hotel shows on the folio for an attempt under that number.
    package func reference(number: Int) -> PostingReference { PostingReference(checkNumber: checkNumber, number: number) }

    /// The posting that takes this one back: the same account, check and stamp, every amount with the other sign (`FIAS 2.20.24 §10.5`).
    package func reversal(id: PostingID, at moment: Timestamp) -> FolioPosting {
        FolioPosting(
            id: id, checkID: checkID, tenderID: nil, reverses: self.id, checkNumber: checkNumber, guest: guest,
            breakdown: breakdown.negated, covers: covers, outletNumber: outletNumber, servicePeriod: servicePeriod,
            tableNumber: tableNumber, cashierName: cashierName, workstation: workstation, hotelCode: hotelCode, stamp: stamp,
            integration: integration, lines: lines.map(\.negated), createdAt: moment, createdBy: createdBy, updatedAt: moment,
            notBefore: moment)
    }
}
