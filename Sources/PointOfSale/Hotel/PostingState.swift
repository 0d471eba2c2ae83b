/// Where a posting is in its life. `docs/posting-states.md` draws it.
package enum PostingState: String, Hashable, Sendable, Codable, CaseIterable {
    /// Written, not sent: may wait, may be withdrawn.
    case queued
    /// An attempt is on disk and may be on the wire.
    case sending
    /// The hotel booked it.
    case accepted
    /// The hotel said no: nothing is booked.
    case refused
    /// Sent, and nobody knows. Never sent again without proof that the hotel has not booked it.
    case inDoubt
    /// In doubt once; a person says that the hotel did not book it.
    case notBooked
    /// Taken back before it was sent.
    case withdrawn

    /// The states that may follow this one.
    package var successors: Set<PostingState> {
        switch self {
        case .queued: [.sending, .withdrawn, .refused, .accepted]
        case .sending: [.accepted, .refused, .inDoubt, .queued]
        case .inDoubt: [.accepted, .notBooked, .refused, .queued]
        case .accepted, .refused, .notBooked, .withdrawn: []
        }
    }

    /// Whether nothing changes any more.
    package var isFinal: Bool { successors.isEmpty }

    /// What becomes of the tender: nil while it is still open.
    package var tenderState: Tender.State? {
        switch self {
        case .accepted: .settled
        case .refused, .notBooked, .withdrawn: .refused
        case .queued, .sending, .inDoubt: nil
        }
    }
}
