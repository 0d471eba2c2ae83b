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
            return PostingStory(
                posting: posting, attempts: try tx.attempts(of: id), evidence: try tx.evidence(of: id), reversals: try tx.reversals(of: id))
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
