package import PointOfSale
import Storage

extension Restaurant {
    /// Notes that somebody has seen that the hotel did not give money back (`S1-10`, `S1-11`): the posting leaves the Hotel desk. What is
    /// to be done about it is that person's: a second try, or another way.
    /// - Throws: `Refusal` — not permitted, unknown, nothing that the hotel did not give back.
    package func acknowledgeRefusal(_ id: PostingID, by cashier: Cashier) async throws {
        try cashier.mustBeAllowed(.settleDoubt)
        let moment = now()
        let posting = try await database.write { tx in
            guard let posting = try tx.posting(id) else { throw Refusal.unknownPosting }
            guard posting.isNotGivenBack else { throw Refusal.postingNotRefused }
            if try tx.acknowledge(id, by: cashier.id, at: moment) {
                try tx.journal(.refusalAcknowledged, subject: id.text, by: cashier.id, at: moment)
            }
            return posting
        }
        signals.announce(PostingChange(posting))
    }
}

extension FolioPosting {
    /// Whether it was to give money back, and the hotel did not book it.
    fileprivate var isNotGivenBack: Bool {
        kind == .charge && breakdown.total.isNegative && [.refused, .notBooked].contains(state)
    }
}
