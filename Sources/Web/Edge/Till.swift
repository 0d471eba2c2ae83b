import Logging
import Operations
import PointOfSale

/// What all handlers share.
struct Till: Sendable {
    let restaurant: Restaurant
    let configuration: WebConfiguration
    let sessions: Sessions
    let limits: RateLimits
    let live: LiveUpdates
    let templates: Templates
    let assets: Assets
    let house = HouseMemory()
    let logger: Logger

    var now: Timestamp { restaurant.now() }
}

extension Till {
    /// The house, as read within the last second.
    func property() async throws -> Property { try await house.property(restaurant) }
}
