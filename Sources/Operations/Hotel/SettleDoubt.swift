package import PointOfSale
import Storage

extension Restaurant {
    /// A person has looked at the folio and says whether the posting stands there. The last source of evidence, journaled with who and why.
    /// - Parameter isOnFolio: true settles the tender, false gives the check back to be paid another way.
    /// - Throws: `Refusal` — not permitted, unknown posting, not in doubt, no reason given.
    package func settleDoubt(of id: PostingID, isOnFolio: Bool, note: String, by cashier: Cashier) async throws -> RoomCharge {
        try cashier.mustBeAllowed(.settleDoubt)
        guard note.contains(where: { !$0.isWhitespace }) else { throw Refusal.noteMissing }
        guard note.count <= CheckLine.noteCharactersMax else { throw Refusal.noteTooLong(CheckLine.noteCharactersMax) }
        let moment = now()
        let charge = try await database.write { tx in
            guard let posting = try tx.posting(id) else { throw Refusal.unknownPosting }
            guard posting.state == .inDoubt else { throw Refusal.postingNotInDoubt }
            try tx.conclude(posting, as: PostingConclusion(isOnFolio ? .accepted : .notBooked, code: "settledByPerson"), at: moment)
            try tx.journal(
                isOnFolio ? .doubtSettledBooked : .doubtSettledNotBooked, subject: id.text, note: note, by: cashier.id, at: moment)
            return try tx.roomCharge(tx.posting(id)!)
        }
        signals.announce(PostingChange(charge.posting))
        return charge
    }

    /// Takes back a posting that has not been sent.
    /// - Throws: `Refusal` — not permitted, unknown posting, already sent.
    package func withdraw(_ id: PostingID, by cashier: Cashier) async throws -> RoomCharge {
        try cashier.mustBeAllowed(.settleChecks)
        let moment = now()
        let charge = try await database.write { tx in
            guard let posting = try tx.posting(id) else { throw Refusal.unknownPosting }
            guard posting.state == .queued else { throw Refusal.postingNotQueued }
            try tx.conclude(posting, as: PostingConclusion(.withdrawn), at: moment)
            try tx.journal(.postingWithdrawn, subject: id.text, by: cashier.id, at: moment)
            return try tx.roomCharge(tx.posting(id)!)
        }
        signals.announce(PostingChange(charge.posting))
        return charge
    }
}
