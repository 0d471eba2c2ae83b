/// A place that sells: the restaurant, the bar. A revenue centre of the hotel.
package struct Outlet: Hashable, Sendable, Codable, Identifiable {
    package let id: OutletID
    /// The number the hotel knows it by (`FIAS 2.20.24 §7`, SO, five digits).
    package let number: Int
    package let name: String
    package let servicePeriods: ServicePeriods
    package let whileHotelIsDown: WhileHotelIsDown
    package let isActive: Bool
    /// The only hotel's system whose guests it charges; nil: any that is in use.
    package let integration: Integration?

    /// What becomes of a room charge when the hotel cannot be reached.
    package enum WhileHotelIsDown: String, Hashable, Sendable, Codable {
        /// It is refused at once, with the reason.
        case refuse
        /// It waits and is sent when the hotel is back.
        case queue
    }

    /// An outlet.
    package init(
        id: OutletID, number: Int, name: String, servicePeriods: ServicePeriods = .standard, whileHotelIsDown: WhileHotelIsDown = .refuse,
        isActive: Bool = true, integration: Integration? = nil
    ) {
        self.id = id
        self.number = number
        self.name = name
        self.servicePeriods = servicePeriods
        self.whileHotelIsDown = whileHotelIsDown
        self.isActive = isActive
        self.integration = integration
    }
}
