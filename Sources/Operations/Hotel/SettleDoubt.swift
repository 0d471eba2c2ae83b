package import PointOfSale
import Storage

extension Restaurant {
    /// A person has looked at the folio and says whether the posting stands there. The last source of evidence, journaled with who and why.
    /// - Parameter isOnFolio: true settles the tender, false gives the check back to be paid another way.
    /// - Throws: `Refusal` — not permitted, unknown posting, not in doubt, no reason given.
    package func settleDoubt(of id: PostingID, isOnFolio: Bool, note: String, by cashier: Cashier) async throws -> FolioPosting {
        try cashier.mustBeAllowed(.settleDoubt)
        guard note.contains(where: { !$0.isWhitespace }) else { throw Refusal.noteMissing }
        guard note.count <= CheckLine.noteCharactersMax else { throw Refusal.noteTooLong(CheckLine.noteCharactersMax) }
        let moment = now()
        let (settled, moved) = try await database.write { tx in
            guard let posting = try tx.posting(id) else { throw Refusal.unknownPosting }
            guard posting.state == .inDoubt else { throw Refusal.postingNotInDoubt }
            let moved = try tx.settle(posting, isOnFolio: isOnFolio, at: moment)
            try tx.journal(
                isOnFolio ? .doubtSettledBooked : .doubtSettledNotBooked, subject: id.text, note: note, by: cashier.id, at: moment)
            guard let settled = try tx.posting(id) else { throw Refusal.unknownPosting }
            return (settled, moved)
        }
        signals.announce(moved)
        return settled
    }

    /// Looks for evidence once more, now: the hotel's bill, its balance. Journaled; books nothing and sends nothing again by itself.
    /// - Throws: `Refusal` — not permitted, unknown posting, not in doubt.
    package func askAgain(_ id: PostingID, by cashier: Cashier) async throws {
        try cashier.mustBeAllowed(.settleDoubt)
        let moment = now()
        try await database.write { tx in
            guard let posting = try tx.posting(id) else { throw Refusal.unknownPosting }
            guard posting.state == .inDoubt else { throw Refusal.postingNotInDoubt }
            try tx.journal(.doubtAskedAgain, subject: id.text, by: cashier.id, at: moment)
        }
        signals.askAgain(id)
    }

    /// Takes back a posting that has not been sent.
    /// - Throws: `Refusal` — not permitted, unknown posting, already sent.
    package func withdraw(_ id: PostingID, by cashier: Cashier) async throws -> RoomCharge {
        try cashier.mustBeAllowed(.settleChecks)
        let moment = now()
        let charge = try await database.write { tx in
            guard let posting = try tx.posting(id) else { throw Refusal.unknownPosting }
            guard posting.state == .queued, posting.kind == .charge else { throw Refusal.postingNotQueued }
            try tx.conclude(posting, as: PostingConclusion(.withdrawn), at: moment)
            try tx.journal(.postingWithdrawn, subject: id.text, by: cashier.id, at: moment)
            return try tx.roomCharge(tx.posting(id)!)
        }
        signals.announce(PostingChange(charge.posting))
        return charge
    }
}

extension SQLTransaction {
    /// A person's word on every attempt of which nobody knows. A restored backup has doubts of which it knows no attempt.
    fileprivate func settle(_ posting: FolioPosting, isOnFolio: Bool, at moment: Timestamp) throws -> [FolioPosting] {
        let code = PostingConclusion.settledByPerson
        let said = PostingConclusion(isOnFolio ? .accepted : .notBooked, code: code)
        let unknown = try attempts(of: posting.id).filter { $0.isUnknown }
        guard let last = unknown.last else {
            try insertEvidence(.person(isOnFolio, of: posting, attempt: nil, at: moment))
            try conclude(posting, as: said, at: moment)
            return try self.posting(posting.id).map { [$0] } ?? []
        }
        // There is one at most: nothing is sent again before the last attempt is known.
        try insertEvidence(.person(isOnFolio, of: posting, attempt: last.id, at: moment))
        return try learn(isOnFolio ? .booked(last.id, code: code) : .notBooked(last.id, then: said), about: posting, at: moment)
    }
}

extension PostingEvidence {
    fileprivate static func person(
        _ isOnFolio: Bool, of posting: FolioPosting, attempt: PostingAttemptID?, at moment: Timestamp
    ) -> PostingEvidence {
        PostingEvidence(
            id: .make(at: moment), postingID: posting.id, attemptID: attempt, seenAt: moment, source: .person,
            finding: isOnFolio ? .booked : .notBooked, code: isOnFolio ? .personSaidBooked : .personSaidNotBooked)
    }
}

extension PostingConclusion {
    /// The word for a doubt that a person has settled.
    static let settledByPerson = "settledByPerson"
}
