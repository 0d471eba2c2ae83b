package import Storage

/// By which rules a doubt may be settled without a person: agreed with the hotel when the link is set up.
package struct DoubtRules: Hashable, Sendable {
    /// How long the line must have been quiet before a charge that is missing on the bill counts as not booked, ms (rule R3).
    package var quietMs: Int64
    /// Whether every charge to a stay shows on that stay's bill.
    package var billIsComplete: Bool
    /// Whether a balance may decide.
    package var balanceSettles: Bool
    /// Whether the hotel can be asked for revenue that no room pays, too: where it stands on no bill, a person settles it.
    package var looksForRevenue: Bool

    /// Rules.
    package init(quietMs: Int64, billIsComplete: Bool, balanceSettles: Bool = false, looksForRevenue: Bool = false) {
        self.quietMs = quietMs
        self.billIsComplete = billIsComplete
        self.balanceSettles = balanceSettles
        self.looksForRevenue = looksForRevenue
    }

    /// The rules of a configured link.
    package init(_ settings: HotelLinkSettings) {
        self.init(
            quietMs: Int64(settings.quietSeconds) * 1000, billIsComplete: settings.billIsComplete, balanceSettles: settings.balanceSettles)
    }
}
