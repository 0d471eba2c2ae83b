package import FIAS

extension HotelProfile {
    /// How long protel holds its `LA` back after a description, in milliseconds (`fias.md` §3.2).
    package static let protelAliveDelayMs = 5_000

    /// The link as this system keeps it (`fias.md` §1.1, §1.5, §12).
    package func linkConfiguration(for hotel: Hotel) -> LinkServerConfiguration {
        var link = LinkServerConfiguration()
        link.roomPaymentMethods = hotel.paymentMethods.room + hotel.paymentMethods.roomByManager
        link.hotelID = hotel.identity.id
        switch self {
        case .ifc8Strict:
            link.newestConnectionWins = true
            link.requiresDescription = true
            link.answersAliveWithAlive = false
        case .protel:
            link.newestConnectionWins = false
            link.leavesNewcomersUnanswered = true
            link.requiresRecordDescriptions = true
            link.answersAliveWithAlive = true
            link.aliveDelayMs = Self.protelAliveDelayMs
        case .minimal:
            link.sendsStartAndAliveAtOnce = true
            link.requiresDescription = false
        }
        return link
    }
}
