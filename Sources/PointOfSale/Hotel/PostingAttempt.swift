/// One try at sending a posting: the log of the wire. Written before the first byte leaves, closed when the outcome is known.
package struct PostingAttempt: Hashable, Sendable, Codable, Identifiable {
    package let id: PostingAttemptID
    package let postingID: PostingID
    /// The number on the wire (`FIAS 2.20.24 §7`, P#).
    package let number: Int
    package let startedAt: Timestamp
    /// What goes over the wire, as text. Holds a guest name: shown masked.
    package let request: String
    /// What came back, as text, if anything.
    package let answer: String?
    /// Nil while it is live: `accepted`, or the stable word for why not.
    package let outcome: String?
    package let closedAt: Timestamp?
    /// What is known of it; nil while it is live, and for as long as nobody knows.
    package let fate: AttemptFate?
    /// What stood on the guest's folio just before, if the hotel said so (`FIAS 2.20.24 §7`, BA).
    package let balanceBefore: Money?
    /// The posting that takes this one back, when the hotel booked it once too often.
    package let reversalID: PostingID?

    /// An attempt.
    package init(
        id: PostingAttemptID, postingID: PostingID, number: Int, startedAt: Timestamp, request: String, answer: String? = nil,
        outcome: String? = nil,
        closedAt: Timestamp? = nil, fate: AttemptFate? = nil, balanceBefore: Money? = nil, reversalID: PostingID? = nil
    ) {
        self.id = id
        self.postingID = postingID
        self.number = number
        self.startedAt = startedAt
        self.request = request
        self.answer = answer
        self.outcome = outcome
        self.closedAt = closedAt
        self.fate = fate
        self.balanceBefore = balanceBefore
        self.reversalID = reversalID
    }

    /// Whether it was sent and nobody knows what came of it.
    package var isUnknown: Bool { closedAt != nil && fate == nil }
}

/// What the hotel did with one attempt.
package enum AttemptFate: String, Hashable, Sendable, Codable, CaseIterable {
    /// It stands on a folio.
    case booked
    /// It certainly does not.
    case notBooked
}
