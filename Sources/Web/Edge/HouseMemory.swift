import Operations
import PointOfSale
import Synchronization

/// The house as it was read lately: nearly every request wants its currency or its clock, and it hardly ever changes.
final class HouseMemory: Sendable {
    /// How long a reading serves.
    static let keptMs: Int64 = 1000

    private let last = Mutex<(property: Property, at: Timestamp)?>(nil)

    /// Lets go of the last reading: the house was changed.
    func forget() { last.withLock { $0 = nil } }

    /// The house, read anew when the last reading is old.
    func property(_ restaurant: Restaurant) async throws -> Property {
        let now = restaurant.now()
        if let last = last.withLock({ $0 }), (0..<Self.keptMs).contains(now.ms(since: last.at)) { return last.property }
        let property = try await restaurant.property()
        last.withLock { $0 = (property, now) }
        return property
    }
}
