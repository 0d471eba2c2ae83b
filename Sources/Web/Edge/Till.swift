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
    let logger: Logger

    var now: Timestamp { restaurant.now() }
}

extension Till {
    /// The house's currency.
    func currency() async throws -> Currency { try await restaurant.property().currency }
}
