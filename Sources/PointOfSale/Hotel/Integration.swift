/// A line of the house to a hotel's system, at most one of each kind (`S2-02`). Each outlet and each way of charging a room is bound to its
/// own.
package enum Integration: String, Hashable, Sendable, Codable, CaseIterable {
    /// OPERA 5 or OPERA Cloud: whichever the gateway is set to.
    case opera
    case roomRaccoon

    /// What the trade calls it. For RoomRaccoon it is also the name that its payment method must have, to the letter (`S2-04`).
    package var name: String {
        switch self {
        case .opera: "Oracle OPERA"
        case .roomRaccoon: "RoomRaccoon"
        }
    }
}
