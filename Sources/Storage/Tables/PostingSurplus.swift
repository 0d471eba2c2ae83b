package import PointOfSale

extension SQLTransaction {
    /// Queues a reversal for each booking of a posting that the hotel has too many: more than one when it is accepted, any when it ended
    /// otherwise. While the posting is under way there is nothing to say yet.
    ///
    /// Call it whenever a posting has ended or an attempt turned out to be booked. Doing so again changes nothing.
    /// - Returns: the reversals that were queued.
    @discardableResult
    package func reverseSurplus(of id: PostingID, at moment: Timestamp) throws -> [FolioPosting] {
        guard let posting = try posting(id), posting.state.isFinal else { return [] }
        let booked = try attempts(of: id).filter { $0.fate == .booked }
        let wanted = posting.state == .accepted ? 1 : 0
        let surplus = booked.count - wanted - booked.count { $0.reversalID != nil }
        guard surplus > 0 else { return [] }
        return try booked.filter { $0.reversalID == nil }.prefix(surplus).map { attempt in
            let reversal = posting.reversal(id: .make(at: moment), at: moment)
            try enqueue(reversal)
            try setReversal(of: attempt.id, to: reversal.id)
            try journal(.reversalQueued, subject: reversal.id.text, note: id.text, by: nil, at: moment)
            return reversal
        }
    }

    /// The reversals of a posting, oldest first.
    package func reversals(of id: PostingID) throws -> [FolioPosting] {
        try query("select id from folio_posting where reverses = $1 order by id", id).compactMap { try posting($0.id("id")) }
    }
}
