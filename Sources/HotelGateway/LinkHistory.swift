package import Logging
package import PointOfSale
import ServiceLifecycle
package import Storage

/// Writes down how the line to the hotel stood, change by change: for whoever asks later what happened (`S1-17`).
package struct LinkHistory: Service {
    private let feed: HotelLinkFeed
    private let integration: Integration
    private let database: any Database
    private let logger: Logger

    /// A history that begins with `run`.
    package init(of integration: Integration, feed: HotelLinkFeed, database: any Database, logger: Logger) {
        self.integration = integration
        self.feed = feed
        self.database = database
        self.logger = logger
    }

    /// Listens until the service group stops it. A change that cannot be written is a gap in the history and nothing worse.
    package func run() async {
        await untilStopped {
            var last: HotelLinkState?
            for await state in feed.states() where state.phase != last?.phase || state.fault != last?.fault {
                last = state
                do {
                    try await database.write { tx in try tx.noteLink(state, of: integration) }
                } catch {
                    logger.warning("a change of the link was not noted", metadata: ["reason": "\(error)"])
                }
            }
        }
    }
}
