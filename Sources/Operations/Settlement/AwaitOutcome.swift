package import PointOfSale
import Storage

extension Restaurant {
    /// Waits, for a while, until a posting has ended or is in doubt; gives it as it then is.
    ///
    /// No page and no client waits for the hotel longer than this: it then watches.
    /// - Throws: `Refusal.unknownPosting`.
    package func awaitOutcome(of id: PostingID, atMostMs: Int) async throws -> RoomCharge {
        // Listening begins before looking, so that a change in between is not missed.
        let changes = signals.changes(of: id)
        let charge = try await roomCharge(of: id)
        guard !charge.posting.state.hasAnswer else { return charge }
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await change in changes where change.state.hasAnswer { return }
            }
            group.addTask { try? await Task.sleep(for: .milliseconds(atMostMs)) }
            await group.next()
            group.cancelAll()
        }
        return try await roomCharge(of: id)
    }
}

extension PostingState {
    /// Whether there is something to tell the cashier beyond "sent".
    package var hasAnswer: Bool { isFinal || self == .inDoubt }
}
