/// A hotel system, as the till needs it. One of the two ports of the program; each hotel protocol lives behind it.
package protocol HotelConnector: Sendable {
    /// Which line of the house it is: only its own postings go by it.
    var integration: Integration { get }
    /// What this hotel system can do.
    var capabilities: HotelCapabilities { get }
    /// Digits of the numbers that postings go under, agreed with the hotel.
    var postingNumberDigits: Int { get }
    /// How the line stands now.
    var linkState: HotelLinkState { get }
    /// Asks the hotel who that is. Nothing is stored and nothing is booked.
    /// - Throws: `HotelUnavailable` when no answer could be had; an empty list means that the hotel knows nobody.
    func findGuests(_ inquiry: GuestInquiry) async throws(HotelUnavailable) -> [GuestAccount]
    /// What will go over the wire for this posting under this number: pure, so that it can be written down before it is sent.
    func wireText(of posting: FolioPosting, number: Int) -> String
    /// Sends a posting whose attempt is already on disk. Never throws: doubt is a value.
    func post(_ posting: FolioPosting, as attempt: PostingAttempt) async -> PostingReply
    /// Reads what stands on a guest's account: the evidence for a posting whose answer never came. Never throws: books nothing, may be
    /// repeated, and what cannot be read is a value.
    func readAccount(of guest: GuestChoice) async -> AccountReading
    /// Looks for what the hotel booked of an attempt. A hotel that can be asked for a posting itself says so in the reading; of any other
    /// the guest's account is read. Never throws: books nothing and may be repeated.
    func findBooking(of posting: FolioPosting, as attempt: PostingAttempt) async -> AccountReading
    /// Tries the line by a question that books nothing. Nil when this line can tell no more than how it stands.
    func diagnosis() async -> HotelLinkDiagnosis?
    /// Tries a line over the web step by step, booking nothing, and brings the hotel's own codes along. Nil when it has no such steps.
    func walk() async -> HotelLineWalk?
    /// Where the pages of the built-in hotel are that a line in test mode leads to (`S2-03`); nil for a real hotel.
    var trainingAddress: String? { get }
}

extension HotelConnector {
    package func diagnosis() async -> HotelLinkDiagnosis? { nil }
    package func walk() async -> HotelLineWalk? { nil }
    package var trainingAddress: String? { nil }

    /// The guest's account: all that a hotel shows which cannot be asked for a posting itself.
    package func findBooking(of posting: FolioPosting, as attempt: PostingAttempt) async -> AccountReading {
        guard let guest = posting.guest else { return AccountReading(.notOffered) }
        return await readAccount(of: guest)
    }
}

/// Why the hotel could not be asked.
package enum HotelUnavailable: String, Error, Hashable, Sendable, CaseIterable {
    /// The link is not alive.
    case notConnected
    /// No answer within the time a hotel has.
    case timedOut
    /// The hotel closes its day.
    case nightAudit
    /// Too many questions are waiting.
    case busy
    /// The answer made no sense.
    case nonsense
    /// The hotel will not serve this till.
    case denied
}
