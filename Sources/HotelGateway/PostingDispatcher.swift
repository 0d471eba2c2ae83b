package import Logging
package import PointOfSale
import ServiceLifecycle
package import Storage
import Synchronization

/// Sends what is queued: claims a posting, writes the attempt down, and only then hands it to the hotel.
///
/// Delivery is at most once by machine: an attempt whose outcome is not known leaves its posting in doubt, and nothing here ever sends that
/// posting again. Only what certainly did not leave this program, or what the hotel certainly did not book, is tried again.
package struct PostingDispatcher: Service {
    /// How many postings may be on the wire at once, unless set otherwise.
    package static let inFlightMaxDefault = 8
    /// How long a stop waits for answers that are under way, ms. What is left is found in doubt at the next start.
    package static let stopWaitMs: Int64 = 2500

    private let signals: PostingSignals
    private let delivery: PostingDelivery
    private let inFlightMax: Int

    /// A dispatcher. Whoever sees the link come up or go down calls `signals.wake()`.
    package init(
        database: any Database, hotel: any HotelConnector, signals: PostingSignals, inFlightMax: Int = inFlightMaxDefault,
        logger: Logger, clock: GatewayClock
    ) {
        self.signals = signals
        self.inFlightMax = inFlightMax
        delivery = PostingDelivery(database: database, hotel: hotel, signals: signals, logger: logger, clock: clock)
    }

    /// Works until the service group stops it. Recovery has been done before: see `PostingRecovery`.
    package func run() async throws {
        let (nudges, nudge) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let (stopping, stop) = AsyncStream<Void>.makeStream()
        // A stream whose other end is let go of has ended: outside a service group only this holds it.
        defer { stop.finish() }
        let alarm = Alarm(clock: delivery.clock, nudge: nudge)
        await withGracefulShutdownHandler {
            await withTaskGroup(of: Void.self) { sources in
                sources.addTask { await forward(signals.wakes(), to: nudge) }
                sources.addTask { await alarm.run() }
                await work(on: nudges, nudge, alarm, stopping: stopping)
                sources.cancelAll()
            }
        } onGracefulShutdown: {
            nudge.finish()
            stop.finish()
        }
    }

    /// Sends what is due now, one after another, and returns: for whoever keeps the time himself.
    package func sendDue() async {
        while let claimed = await delivery.claim(atMost: 1).postings.first { await delivery.deliver(claimed) }
    }

    /// Delivers until the nudges end; then answers under way get a moment, and what is left ends in doubt, on disk.
    private func work(
        on nudges: AsyncStream<Void>, _ nudge: AsyncStream<Void>.Continuation, _ alarm: Alarm, stopping: AsyncStream<Void>
    ) async {
        nudge.yield()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await deliverAll(nudges, nudge, alarm) }
            group.addTask {
                for await _ in stopping {}
                try? await delivery.clock.pause(Self.stopWaitMs)
            }
            await group.next()
            group.cancelAll()
        }
    }

    /// As many claims as there is room for, each delivered in a task of its own; then wait to be told.
    private func deliverAll(_ nudges: AsyncStream<Void>, _ nudge: AsyncStream<Void>.Continuation, _ alarm: Alarm) async {
        let inFlight = InFlight()
        await withDiscardingTaskGroup { group in
            for await _ in nudges {
                let room = inFlightMax - inFlight.count
                guard room > 0 else { continue }
                let claim = await delivery.claim(atMost: room)
                alarm.ring(inMs: claim.lookAgainMs)
                for claimed in claim.postings {
                    inFlight.change(by: 1)
                    group.addTask {
                        await delivery.deliver(claimed)
                        inFlight.change(by: -1)
                        nudge.yield()
                    }
                }
            }
        }
    }

    private func forward(_ changes: AsyncStream<Void>, to nudge: AsyncStream<Void>.Continuation) async {
        for await _ in changes { nudge.yield() }
    }
}

/// How many postings are on the wire.
private final class InFlight: Sendable {
    private let counter = Mutex(0)

    var count: Int { counter.withLock { $0 } }

    func change(by step: Int) { counter.withLock { $0 += step } }
}
