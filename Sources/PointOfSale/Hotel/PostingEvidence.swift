/// Something seen of a posting in doubt: by the machine, or by a person.
package struct PostingEvidence: Hashable, Sendable, Codable, Identifiable {
    package let id: Identifier<PostingEvidence>
    package let postingID: PostingID
    /// The attempt that it tells of, when it tells of one.
    package let attemptID: PostingAttemptID?
    package let seenAt: Timestamp
    package let source: Source
    package let finding: Finding
    package let code: Code
    /// What stood on the folio just before the attempt, and when it was looked at.
    package let balanceBefore: Money?
    package let balanceNow: Money?

    /// Where it comes from, strongest first.
    package enum Source: String, Hashable, Sendable, Codable, CaseIterable { case lateAnswer, bill, balance, person }

    /// What it says of the attempt.
    package enum Finding: String, Hashable, Sendable, Codable, CaseIterable { case booked, notBooked, cannotTell }

    /// What was seen: each has its words in both languages.
    package enum Code: String, Hashable, Sendable, Codable, CaseIterable {
        /// The hotel answered after we had stopped waiting.
        case answeredYes, answeredNo
        /// The attempt's own reference stands on the bill.
        case referenceOnBill
        /// The bill was read after the quiet period, and the reference is not on it.
        case referenceNotOnBill
        /// Not on the bill yet; the hotel may still be at it.
        case notOnBillYet
        /// The bill shows none of our references, so that a missing one says nothing.
        case billWithoutReferences
        /// Earlier charges of ours are not on this bill either: they go to another folio.
        case billElsewhere
        /// Not on the bill, but this hotel may put the charges of a stay on another account.
        case billMayBeElsewhere
        case billNotOffered, billRefused, billUnavailable
        /// Some of its lines stand on the bill and some do not: only a person can put that right.
        case partOnBill
        /// The balance grew by exactly the amount.
        case balanceGrew
        /// The balance is what it was.
        case balanceUnchanged
        /// The balance moved by something else, or somebody else may have moved it.
        case balanceUnclear
        /// The hotel gives no balance, or gave none before.
        case balanceUnknown
        /// The guest is no longer found in that room.
        case guestGone
        case personSaidBooked, personSaidNotBooked
    }

    /// A piece of evidence.
    package init(
        id: Identifier<PostingEvidence>, postingID: PostingID, attemptID: PostingAttemptID?, seenAt: Timestamp, source: Source,
        finding: Finding, code: Code, balanceBefore: Money? = nil, balanceNow: Money? = nil
    ) {
        self.id = id
        self.postingID = postingID
        self.attemptID = attemptID
        self.seenAt = seenAt
        self.source = source
        self.finding = finding
        self.code = code
        self.balanceBefore = balanceBefore
        self.balanceNow = balanceNow
    }
}
