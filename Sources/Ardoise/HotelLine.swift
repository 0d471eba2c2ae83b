import FIAS
import HotelGateway
import Logging
import NIOPosix
import Operations
import PointOfSale
import ServiceLifecycle
import Storage

/// Everything between the postings and the hotel, put together from what is configured now, and anew whenever that changes.
///
/// The rest of the program knows `hotel` only, which stays the same.
struct HotelLine: Service {
    let configuration: TillConfiguration
    let storage: TillStorage
    let hotel: CurrentHotel
    let feed: HotelLinkFeed
    let signals: PostingSignals
    let changes: HotelLinkChanges
    let logger: Logger

    func run() async throws {
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            // Listening begins before reading, so that a change in between is not missed.
            let changed = changes.stream()
            let change = changes.newest
            let ending: Ending
            do {
                let services = try await services()
                changes.follow(change)
                signals.wake()
                ending = try await until(changed, run: services)
            } catch  where !Task.isCancelled && !(error is StorageFault) {
                // A key or a certificate that cannot be used: said, and waited for a better one.
                logger.error("the line to the hotel cannot be set up", metadata: ["reason": "\(type(of: error))"])
                stand(error is LinkAuthentication.KeyError ? .notAuthentic : .tlsFailed)
                ending = try await until(changed, run: [])
            }
            if ending == .stopped { return }
        }
    }

    private enum Ending { case changed, stopped }

    /// Runs services until something was changed, or until all is stopped. Without any it only waits.
    private func until(_ changed: AsyncStream<Void>, run services: [any Service]) async throws -> Ending {
        let group = ServiceGroup.stopping(services, logger: logger)
        return try await withThrowingTaskGroup(of: Ending.self) { tasks in
            tasks.addTask {
                if services.isEmpty { try? await gracefulShutdown() } else { try await group.run() }
                return .stopped
            }
            tasks.addTask {
                for await _ in changed {
                    await group.triggerGracefulShutdown()
                    return .changed
                }
                return .stopped
            }
            let first = try await tasks.next() ?? .stopped
            if first == .stopped || services.isEmpty { tasks.cancelAll() }
            do {
                try await tasks.waitForAll()
            } catch  where first == .changed {
                // What was running has been asked to stop; how it took that is of no account for what comes.
                logger.notice("the line to the hotel ended with an error", metadata: ["reason": "\(type(of: error))"])
            }
            return first
        }
    }

    /// The line and what listens to it, in the order of the safety story; nothing when there is no gateway or it is switched off.
    private func services() async throws -> [any Service] {
        let database = storage.database
        let (found, property) = try await database.read { tx in (try tx.hotelLink(), try tx.property()) }
        guard let settings = found, settings.isOn else {
            stand(found == nil ? .notSetUp : .switchedOff)
            return []
        }
        try await PostingRecovery.run(on: database, at: SystemClock.now(), logger: logger)
        var rules = DoubtRules(settings)
        if let quietMs = configuration.quietMs { rules.quietMs = quietMs }
        let times = GatewayClock.system(now: SystemClock.now)
        let clock = LinkClock(
            nowMs: { SystemClock.now().milliseconds },
            secondsFromGMT: { property.calendar.secondsFromGMT(at: Timestamp(milliseconds: $0)) })
        let link = FIASLink(
            configuration: LinkConfiguration(settings, pepper: storage.pepper, postingTimeoutMs: configuration.postingTimeoutMs),
            group: MultiThreadedEventLoopGroup.singleton, clock: clock, logger: logger,
            observer: { [configuration, feed, signals] event in
                configuration.linkObserver?(event)
                if case .stateChanged(let state) = event {
                    feed.announce(HotelLinkState(state))
                    signals.wake()
                }
            })
        let connector = FIASConnector(
            link: link, settings: FIASSettings(settings), currency: property.currency, clock: clock, database: database)
        hotel.connect(connector)
        return [
            link, LateAnswers(link: link, database: database, signals: signals, logger: logger, clock: times),
            DoubtSeeker(database: database, hotel: connector, signals: signals, rules: rules, logger: logger, clock: times),
            PostingDispatcher(
                database: database, hotel: connector, signals: signals, inFlightMax: settings.postingsInFlightMax, logger: logger,
                clock: times),
        ]
    }

    /// There is no line, for that reason.
    private func stand(_ fault: HotelLinkState.Fault) {
        let state = HotelLinkState(phase: .down, since: SystemClock.now(), fault: fault)
        hotel.disconnect(state)
        feed.announce(state)
        signals.wake()
    }
}
