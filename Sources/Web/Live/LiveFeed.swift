import Operations
import PointOfSale
import ServiceLifecycle
import Storage

/// Carries what happens to postings and to the hotel link to the open pages, as long as the server runs.
struct LiveFeed: Service {
    let restaurant: Restaurant
    let live: LiveUpdates
    let linkStates: [@Sendable () -> AsyncStream<HotelLinkState>]

    func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in restaurant.signals.updates().cancelOnGracefulShutdown() {
                    live.announce(.posting)
                    live.announce(.floor)
                }
            }
            for states in linkStates {
                group.addTask {
                    for await _ in states().cancelOnGracefulShutdown() { live.announce(.link) }
                    // A link that tells nothing more is no reason to stop the server.
                    try? await gracefulShutdown()
                }
            }
        }
    }
}
