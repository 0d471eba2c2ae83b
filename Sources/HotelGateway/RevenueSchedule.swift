package import Logging
package import PointOfSale
import ServiceLifecycle
package import Storage

/// Keeps the books by the clock: when half an hour is over its revenue is queued for the hotel, and when a business date is over it is
/// closed (`S1-05`, `S1-13`). What a crash or an outage left undone is made up at the next look.
package struct RevenueSchedule: Service {
    /// The longest between two looks, ms: the clock on the wall may be set.
    static let lookAgainMsMax: Int64 = 60_000
    /// The shortest, ms.
    static let lookAgainMsMin: Int64 = 1_000

    private let database: any Database
    private let hotel: any HotelConnector
    private let signals: PostingSignals
    private let logger: Logger
    private let clock: GatewayClock

    /// A schedule for this hotel.
    package init(database: any Database, hotel: any HotelConnector, signals: PostingSignals, logger: Logger, clock: GatewayClock) {
        self.database = database
        self.hotel = hotel
        self.signals = signals
        self.logger = logger
        self.clock = clock
    }

    /// Works until the service group stops it.
    package func run() async throws {
        await untilStopped {
            while !Task.isCancelled {
                await look()
                guard (try? await clock.pause(await untilNextLookMs())) != nil else { return }
            }
        }
    }

    /// One look at the books.
    func look() async {
        let moment = clock.now()
        let takesRevenue = hotel.capabilities.takesOutsideRevenue
        do {
            let kept = try await database.write { tx in
                guard try tx.propertyIfConfigured() != nil else { return BooksKept() }
                return try tx.keepBooks(at: moment, takesRevenue: takesRevenue)
            }
            signals.announce(kept.postings)
            if !kept.postings.isEmpty { logger.info("revenue is queued", metadata: ["postings": "\(kept.postings.count)"]) }
            for date in kept.closed { logger.info("a business date is closed", metadata: ["date": "\(date)"]) }
        } catch {
            logger.error("the books could not be kept", metadata: ["fault": "\(error)"])
        }
    }

    /// Until the window under way is over and its grace has passed, or the longest wait.
    private func untilNextLookMs() async -> Int64 {
        let moment = clock.now()
        guard let calendar = try? await database.read({ tx in try tx.propertyIfConfigured()?.calendar }) else { return Self.lookAgainMsMax }
        let window = RevenueWindow(containing: moment.advanced(byMs: -RevenueBooks.graceMs), in: calendar)
        let due = window.end.advanced(byMs: RevenueBooks.graceMs).ms(since: moment)
        return min(max(due, Self.lookAgainMsMin), Self.lookAgainMsMax)
    }
}
