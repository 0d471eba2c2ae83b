package import PointOfSale

/// What became of one attempt, and where its posting goes when that decides it.
package struct AttemptVerdict: Hashable, Sendable {
    package let attemptID: PostingAttemptID
    package let fate: AttemptFate
    /// Where the posting goes when nothing of it was booked.
    package let otherwise: PostingConclusion
    /// A stable word for how it is known, and the hotel's own words and numbers, for a posting that was booked.
    package let booked: PostingConclusion

    /// An attempt that stands on the folio.
    package static func booked(_ id: PostingAttemptID, code: String, hotelText: String? = nil, transactionNumbers: [String] = [])
        -> AttemptVerdict
    {
        let accepted = PostingConclusion(.accepted, code: code, hotelText: hotelText, transactionNumbers: transactionNumbers)
        return AttemptVerdict(attemptID: id, fate: .booked, otherwise: accepted, booked: accepted)
    }

    /// An attempt that does not, and what that means for its posting.
    package static func notBooked(_ id: PostingAttemptID, then conclusion: PostingConclusion) -> AttemptVerdict {
        AttemptVerdict(
            attemptID: id, fate: .notBooked, otherwise: conclusion, booked: PostingConclusion(.accepted, code: conclusion.code))
    }
}

extension SQLTransaction {
    /// Notes what is known of an attempt and moves its posting on, if that decides it: booked is accepted, once; what the hotel booked
    /// beyond that is taken back. A posting of which another attempt is unknown stays in doubt, and one that is being sent ends with that.
    ///
    /// - Returns: the postings that moved or were queued by it.
    package func learn(_ verdict: AttemptVerdict, about posting: FolioPosting, at moment: Timestamp) throws -> [FolioPosting] {
        guard try setFate(of: verdict.attemptID, to: verdict.fate) else { return [] }
        var moved: [FolioPosting] = []
        if let conclusion = try conclusion(of: posting, by: verdict) {
            try conclude(posting, as: conclusion, at: moment)
            try journalConclusion(of: posting, as: conclusion, at: moment)
            moved = try self.posting(posting.id).map { [$0] } ?? []
        }
        return moved + (try reverseSurplus(of: posting.id, at: moment))
    }

    private func conclusion(of posting: FolioPosting, by verdict: AttemptVerdict) throws -> PostingConclusion? {
        let attempts = try attempts(of: posting.id)
        let isBooked = attempts.contains { $0.fate == .booked }
        switch posting.state {
        case .inDoubt:
            guard !attempts.contains(where: { $0.isUnknown }) else { return nil }
            return isBooked ? verdict.booked : verdict.otherwise
        case .queued: return isBooked ? verdict.booked : nil
        case .sending, .accepted, .refused, .notBooked, .withdrawn: return nil
        }
    }

    /// The line of the journal that tells where a posting went.
    package func journalConclusion(of posting: FolioPosting, as conclusion: PostingConclusion, at moment: Timestamp) throws {
        let kind: JournalEntry.Kind =
            switch conclusion.state {
            case .inDoubt: .postingInDoubt
            case .queued where posting.state == .inDoubt: .postingSentAgain
            default: .postingConcluded
            }
        try journal(kind, subject: posting.id.text, note: conclusion.code ?? conclusion.state.rawValue, by: nil, at: moment)
    }
}
