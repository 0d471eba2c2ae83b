/// What a waiter has to know of a check's room charges, in one word.
package enum ChargeProgress: String, Hashable, Sendable, CaseIterable {
    /// Waits to be sent.
    case waiting
    /// Sent; the answer is on its way.
    case sent
    /// Nobody knows yet: do not charge again.
    case beingConfirmed
    /// On the folio.
    case posted
    /// Not on the folio, and still to be paid.
    case refused

    /// What a posting's state means to the waiter; nil for one that was taken back on purpose.
    package init?(_ state: PostingState) {
        switch state {
        case .queued: self = .waiting
        case .sending: self = .sent
        case .inDoubt: self = .beingConfirmed
        case .accepted: self = .posted
        case .refused, .notBooked: self = .refused
        case .withdrawn: return nil
        }
    }

    /// The word for a whole check: what needs most care first. A refusal counts as long as nothing newer was tried.
    /// - Parameter postings: oldest first.
    package init?(of postings: [FolioPosting]) {
        let all = postings.compactMap { ChargeProgress($0.state) }
        guard let last = all.last else { return nil }
        self = [.beingConfirmed, .sent, .waiting].first(where: all.contains) ?? last
    }
}
