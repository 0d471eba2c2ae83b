/// What came of sending a posting.
package enum PostingOutcome: Hashable, Sendable {
    /// Booked. The hotel's own numbers for it, where it gives them.
    case accepted(transactionNumbers: [String])
    /// Refused, and so not booked.
    case refused(PostingRefusal)
    /// Not one byte left this program: it may be sent again.
    case notSent(NotSent)
    /// The hotel asked to try again later, and so booked nothing.
    case tryAgain(TryAgain)
    /// Sent, and nobody knows whether it was booked.
    case inDoubt(Doubt)

    /// Why nothing was sent.
    package enum NotSent: String, Hashable, Sendable, Codable { case linkDown, nightAudit, resyncing, busy, inquiryUnanswered }

    /// Why the hotel wants it again later.
    package enum TryAgain: String, Hashable, Sendable, Codable { case nightAudit, retry }

    /// Why nobody knows.
    package enum Doubt: String, Hashable, Sendable, Codable, CaseIterable {
        case timedOut
        case linkLost
        /// Found half-sent when the program started.
        case interrupted
        /// The hotel answered something that is neither yes nor no.
        case unknownAnswer
        /// The answer named another amount, guest or check.
        case mismatchedAnswer
    }
}

/// Why a hotel refused a posting: each has its words in both languages.
package enum PostingRefusal: String, Hashable, Sendable, Codable, CaseIterable {
    /// NG: no such guest any more.
    case guestNotFound
    /// The room answered, but another stay is in it now.
    case guestChanged
    /// NP: the reservation takes no postings (`S1-15`).
    case noPosting
    /// CO: the credit limit would be passed (`S1-16`).
    case creditLimit
    /// IA: the account takes nothing.
    case invalidAccount
    /// DM: the parts do not add up in the hotel's eyes.
    case sumMismatch
    /// DN: denied.
    case denied
    /// FX: the guest has no right to this.
    case noRight
    /// UR: the hotel cannot process it, and says not to try again.
    case unprocessable
    /// Asked to try again too many times.
    case triesExhausted
}

/// What the hotel said to a posting, with its words and the bytes they came in.
package struct PostingReply: Hashable, Sendable {
    package let outcome: PostingOutcome
    /// The hotel's own words, for those who may see them; at most `hotelTextCharactersMax`.
    package let hotelText: String?
    /// What came back over the wire, as text. May hold a guest name: shown masked.
    package let answer: String?
    /// What stood on the guest's folio just before it was sent, if the hotel said so.
    package let balanceBefore: Money?

    /// The longest text of the hotel's that is kept.
    package static let hotelTextCharactersMax = 200

    /// A reply.
    package init(_ outcome: PostingOutcome, hotelText: String? = nil, answer: String? = nil, balanceBefore: Money? = nil) {
        self.outcome = outcome
        self.hotelText = hotelText.map { String($0.prefix(Self.hotelTextCharactersMax)) }
        self.answer = answer
        self.balanceBefore = balanceBefore
    }

    /// The same reply, with the balance that the inquiry before it brought.
    package func with(balanceBefore: Money?) -> PostingReply {
        PostingReply(outcome, hotelText: hotelText, answer: answer, balanceBefore: balanceBefore)
    }
}
