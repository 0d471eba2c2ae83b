package import PointOfSale
package import Storage

/// What helps when the line to the hotel does not work: how it stands and stood, what was last said over it (`S1-17`).
package struct HotelHelp: Sendable {
    package let link: HotelLinkState
    /// How the line stood before, newest first.
    package let history: [HotelLinkState]
    /// The newest records to the hotel with their answers, newest first.
    package let records: [PostingAttempt]
    /// How many postings are in each state that is not the end.
    package let open: [PostingState: Int]
    /// Nil when there is no gateway; without its key.
    package let settings: HotelLinkSettings?
    package let hasKey: Bool

    /// Changes of the line shown.
    package static let historyMax = 60
    /// Records shown.
    package static let recordsMax = 20
}

extension Restaurant {
    /// What helps when the line to the hotel does not work.
    /// - Throws: `Refusal.notPermitted`.
    package func hotelHelp(by cashier: Cashier) async throws -> HotelHelp {
        try cashier.mustBeAllowed(.viewPostings)
        let state = hotel.linkState
        return try await database.read { tx in
            var settings = try tx.hotelLink()
            let hasKey = settings?.authenticationKey != nil
            settings?.authenticationKey = nil
            return HotelHelp(
                link: state, history: try tx.linkEvents(of: .opera, limit: HotelHelp.historyMax),
                records: try tx.newestAttempts(limit: HotelHelp.recordsMax), open: try tx.openPostingCounts(), settings: settings,
                hasKey: hasKey)
        }
    }
}
