package import PointOfSale
import Storage

/// A posting with its wire log.
package struct PostingStory: Sendable, Hashable {
    package let posting: FolioPosting
    /// Oldest first.
    package let attempts: [PostingAttempt]
    /// What has been seen of it, oldest first.
    package let evidence: [PostingEvidence]
    /// What takes back what the hotel booked too often, oldest first.
    package let reversals: [FolioPosting]

    /// What people decided about it, oldest first: who, when and why.
    package let decisions: [Decision]

    /// One decision of a person, as the journal has it.
    package struct Decision: Sendable, Hashable {
        package let kind: Kind
        package let at: Timestamp
        package let note: String?
        package let cashierName: String

        /// What was decided.
        package enum Kind: String, Sendable, Hashable, CaseIterable { case booked, notBooked, askedAgain, withdrawn }
    }

    /// What to look for on the folio: the last attempt's reference, or what all of them begin with.
    package var reference: String { attempts.last.map { posting.reference(number: $0.number).text } ?? posting.folioMark }
}

extension Restaurant {
    /// Postings, newest first.
    /// - Parameters:
    ///   - states: only those in one of these states; all when empty.
    ///   - before: only those made before this one, for the next page.
    ///   - limit: how many at the most.
    package func postings(in states: Set<PostingState> = [], before: PostingID? = nil, limit: Int) async throws -> [FolioPosting] {
        try await database.read { tx in try tx.postings(in: states, before: before, limit: limit) }
    }

    /// How many postings are in each state that still wants something of somebody.
    package func openPostingCounts() async throws -> [PostingState: Int] {
        try await database.read { tx in try tx.openPostingCounts() }
    }

    /// One posting with every attempt.
    /// - Throws: `Refusal.unknownPosting`.
    package func posting(_ id: PostingID) async throws -> PostingStory {
        try await database.read { tx in
            guard let posting = try tx.posting(id) else { throw Refusal.unknownPosting }
            return try tx.story(of: posting)
        }
    }

    /// The posting with its check and tender, as they are now.
    /// - Throws: `Refusal.unknownPosting`.
    package func roomCharge(of id: PostingID) async throws -> RoomCharge {
        try await database.read { tx in
            guard let posting = try tx.posting(id) else { throw Refusal.unknownPosting }
            return try tx.roomCharge(posting)
        }
    }
}

extension SQLTransaction {
    /// A posting with everything that is known of it.
    func story(of posting: FolioPosting) throws -> PostingStory {
        let decisions = try journalEntries(subject: posting.id.text).compactMap { entry -> PostingStory.Decision? in
            guard let kind = PostingStory.Decision.Kind(entry.kind), let id = entry.cashierID else { return nil }
            return PostingStory.Decision(kind: kind, at: entry.at, note: entry.note, cashierName: try cashier(id)?.name ?? "")
        }
        return PostingStory(
            posting: posting, attempts: try attempts(of: posting.id), evidence: try evidence(of: posting.id),
            reversals: try reversals(of: posting.id), decisions: decisions)
    }
}

extension PostingStory.Decision.Kind {
    fileprivate init?(_ kind: JournalEntry.Kind) {
        switch kind {
        case .doubtSettledBooked: self = .booked
        case .doubtSettledNotBooked: self = .notBooked
        case .doubtAskedAgain: self = .askedAgain
        case .postingWithdrawn: self = .withdrawn
        default: return nil
        }
    }
}
