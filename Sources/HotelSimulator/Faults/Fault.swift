/// Something that goes wrong with one answer. Armed faults wait for a request of their kind; each is used up by it.
package enum Fault: Sendable, Equatable {
    /// The answer never leaves the hotel; the charge is booked or not.
    case loseAnswer(booked: Bool)
    /// The answer comes late, in milliseconds; other answers overtake it.
    case delayAnswer(ms: Int)
    /// The hotel takes the request up only after so many milliseconds, whatever has become of the link, and answers then.
    case bookLate(ms: Int)
    /// The answer comes twice.
    case duplicateAnswer
    /// The answer waits until the next one has left.
    case reorderAnswer
    /// The connection is torn down and nothing is booked.
    case cutBeforeBooking
    /// The charge is booked, then the connection is torn down instead of answering.
    case cutAfterBooking
    /// The charge is booked and the connection is torn down after so many bytes of the answer.
    case cutInAnswer(bytes: Int)
    /// The hotel answers with this status and books nothing.
    case refuse(status: String)
    /// The charge is booked, and the answer makes no sense.
    case nonsense(Nonsense)

    /// How an answer can make no sense.
    package enum Nonsense: String, Sendable, Codable, CaseIterable {
        case unknownStatus, missingStatus, wrongPostingNumber, missingPostingNumber
    }

    /// The longest delay, in milliseconds: a day.
    package static let delayMsMax = 86_400_000
    /// The most bytes of an answer that are let through before a cut.
    package static let bytesMax = 2_000
}

/// Something that happens to the link at once.
package enum Disturbance: Sendable, Equatable {
    /// The hotel sends `LS` in mid-life.
    case renewLinkStart
    /// The hotel sends `LE`.
    case endLink
    /// The connection is torn down.
    case cut
    /// Bytes that are no record, then one more that is none.
    case garbage
    /// The connection stays open and the hotel neither hears nor says anything, link records included, until `false`.
    case halfOpen(Bool)
    /// A whole night audit that takes so many milliseconds.
    case nightAudit(ms: Int)
    /// A swap of the whole house, `DS` … `DE`, that takes so many milliseconds.
    case resync(ms: Int)
}
