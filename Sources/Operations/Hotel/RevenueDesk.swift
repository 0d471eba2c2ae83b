package import PointOfSale
import Storage

/// The revenue of a business date as it went to the hotel, window by window (`S1-05`).
package struct RevenueDay: Sendable, Hashable {
    package let date: BusinessDate
    /// Whether all receipts go to the hotel, or room charges only (`S1-02`).
    package let isTransmitting: Bool
    /// In the sequence of their windows.
    package let sent: [RevenueSent]
    /// Up to which moment the windows are made; nil before the first look.
    package let madeUntil: Timestamp?
}

/// One batch of revenue with its payments.
package struct RevenueStory: Sendable, Hashable {
    package let sent: RevenueSent
    /// Oldest first; at most `tendersMax`.
    package let tenders: [RevenueTender]

    /// The most payments shown.
    package static let tendersMax = 1000
    /// Whether it may be sent again: the hotel certainly did not book it.
    package var mayBeSentAgain: Bool { sent.posting.map { [.refused, .notBooked].contains($0.state) } ?? false }
}

extension Restaurant {
    /// The revenue sent for a business date; for the one that runs when none is named.
    /// - Throws: `Refusal.notPermitted`.
    package func revenueDay(_ wanted: BusinessDate? = nil, by cashier: Cashier) async throws -> RevenueDay {
        try cashier.mustBeAllowed(.viewReports)
        let moment = now()
        return try await database.read { tx in
            let date = try wanted ?? tx.property().calendar.businessDate(at: moment)
            return RevenueDay(
                date: date, isTransmitting: try tx.transmitsReceipts(), sent: try tx.revenueSent(on: date),
                madeUntil: try tx.revenueProgress()?.madeUntil)
        }
    }

    /// One batch with the checks it comes from.
    /// - Throws: `Refusal` — not permitted, unknown batch.
    package func revenueStory(_ id: RevenueBatchID, by cashier: Cashier) async throws -> RevenueStory {
        try cashier.mustBeAllowed(.viewReports)
        return try await database.read { tx in
            guard let sent = try tx.revenueSent(id) else { throw Refusal.unknownRevenue }
            return RevenueStory(sent: sent, tenders: try tx.tenders(of: id, limit: RevenueStory.tendersMax))
        }
    }

    /// Sends a batch again that the hotel certainly did not book, by the mapping and the codes that hold now.
    /// - Throws: `Refusal` — not permitted, unknown batch, the hotel may have booked it.
    package func resendRevenue(_ id: RevenueBatchID, by cashier: Cashier) async throws -> FolioPosting {
        try cashier.mustBeAllowed(.settleDoubt)
        let moment = now()
        let posting = try await database.write { tx in
            guard try tx.revenueSent(id) != nil else { throw Refusal.unknownRevenue }
            guard let posting = try tx.resendRevenue(id, at: moment) else { throw Refusal.revenueNotRefused }
            try tx.journal(.postingSentAgain, subject: posting.id.text, note: id.text, by: cashier.id, at: moment)
            return posting
        }
        signals.announce([posting])
        return posting
    }
}
