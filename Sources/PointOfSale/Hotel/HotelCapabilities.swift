/// What a hotel system can do. The till shows and hides by these values, never by the system's name.
package struct HotelCapabilities: Hashable, Sendable, Codable {
    /// What staff call the system: `OPERA`.
    package let systemName: String
    /// Whether guests can be found by name, or by room number only (`S2-06`).
    package let findsByName: Bool
    /// Whether the hotel may be told revenue that no room pays (`S1-05`, `S2-01`).
    package let takesOutsideRevenue: Bool
    /// Whether a posting may carry a discount on the whole check (`S2-12`).
    package let takesCheckDiscounts: Bool

    /// What a system can do.
    package init(systemName: String, findsByName: Bool, takesOutsideRevenue: Bool, takesCheckDiscounts: Bool) {
        self.systemName = systemName
        self.findsByName = findsByName
        self.takesOutsideRevenue = takesOutsideRevenue
        self.takesCheckDiscounts = takesCheckDiscounts
    }
}
