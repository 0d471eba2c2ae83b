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
    /// Nil when RoomRaccoon was not added; without its key.
    package let roomRaccoon: RoomRaccoonLink?
    /// Nil when OPERA Cloud was not added; without its secrets.
    package let operaCloud: OperaCloudLink?
    package let hasKey: Bool

    /// Whether the line to OPERA is the one over Oracle's REST interface.
    package var isOperaCloud: Bool { operaCloud?.isOn == true }

    /// Changes of the line shown.
    package static let historyMax = 60
    /// Records shown.
    package static let recordsMax = 20
}

extension Restaurant {
    /// What helps when the line to a hotel's system does not work.
    /// - Throws: `Refusal.notPermitted`, `.hotelUnavailable` when this program has no such line.
    package func hotelHelp(of integration: Integration = .opera, by cashier: Cashier) async throws -> HotelHelp {
        try cashier.mustBeAllowed(.viewPostings)
        let state = try hotels.line(integration).linkState
        return try await database.read { tx in
            var (settings, roomRaccoon, operaCloud) = (try tx.hotelLink(), try tx.roomRaccoonLink(), try tx.operaCloudLink())
            let hasKey =
                switch integration {
                case .opera where operaCloud?.isOn == true: operaCloud?.appKey.isEmpty == false
                case .opera: settings?.authenticationKey != nil
                case .roomRaccoon: roomRaccoon?.apiKey.isEmpty == false
                }
            settings?.authenticationKey = nil
            roomRaccoon?.apiKey = ""
            operaCloud?.forgetSecrets()
            return HotelHelp(
                link: state, history: try tx.linkEvents(of: integration, limit: HotelHelp.historyMax),
                records: try tx.newestAttempts(of: integration, limit: HotelHelp.recordsMax), open: try tx.openPostingCounts(),
                settings: settings, roomRaccoon: roomRaccoon, operaCloud: operaCloud, hasKey: hasKey)
        }
    }
}

extension OperaCloudLink {
    fileprivate mutating func forgetSecrets() { (appKey, clientSecret, userPassword) = ("", "", "") }
}
