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
    /// Whether a posting shows line by line on the guest's account (`S2-16`), or by revenue group only.
    package let showsLines: Bool
    /// Whether it is the built-in simulated hotel: every screen and every receipt says so (`S2-03`).
    package let isTest: Bool

    /// What a system can do.
    package init(
        systemName: String, findsByName: Bool, takesOutsideRevenue: Bool, takesCheckDiscounts: Bool, showsLines: Bool = false,
        isTest: Bool = false
    ) {
        self.systemName = systemName
        self.findsByName = findsByName
        self.takesOutsideRevenue = takesOutsideRevenue
        self.takesCheckDiscounts = takesCheckDiscounts
        self.showsLines = showsLines
        self.isTest = isTest
    }

    /// The same, said of the built-in simulated hotel or of a real one.
    package func testing(_ isTest: Bool) -> HotelCapabilities {
        HotelCapabilities(
            systemName: systemName, findsByName: findsByName, takesOutsideRevenue: takesOutsideRevenue,
            takesCheckDiscounts: takesCheckDiscounts, showsLines: showsLines, isTest: isTest)
    }

    /// What every OPERA can do.
    package static let opera = HotelCapabilities(
        systemName: "OPERA", findsByName: true, takesOutsideRevenue: true, takesCheckDiscounts: true)
    /// What RoomRaccoon can do: rooms by number only, line by line, and nothing but what its guests spend (`S2-01`, `S2-06`, `S2-12`).
    package static let roomRaccoon = HotelCapabilities(
        systemName: "RoomRaccoon", findsByName: false, takesOutsideRevenue: false, takesCheckDiscounts: false, showsLines: true)
}
