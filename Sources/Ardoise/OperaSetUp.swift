import FIAS
import HotelGateway
import Logging
import NIOPosix
import PointOfSale
import ServiceLifecycle
import Storage

/// The line to OPERA as it is configured: FIAS over TCP, Oracle's REST interface, or another Ardoise that is the gateway.
struct OperaSetUp: Sendable {
    let configuration: TillConfiguration
    let storage: TillStorage
    let feed: HotelLinkFeed
    let signals: PostingSignals
    let logger: Logger

    /// The line and what listens to it; none when there is no gateway or it is switched off.
    /// - Throws: `HotelLine.CannotBeSetUp`, or a `StorageFault`.
    func make() async throws -> HotelLine.SetUp {
        let database = storage.database
        let (found, property, relay) = try await database.read { tx in (try tx.hotelLink(), try tx.property(), try tx.relayLink()) }
        if let relay {
            try await PostingRecovery.run(on: database, of: .opera, at: configuration.now(), logger: logger)
            return try RelaySetUp(configuration: configuration, storage: storage, feed: feed, signals: signals, logger: logger)
                .make(relay, currency: property.currency)
        }
        if let cloud = try await operaCloud() {
            try await PostingRecovery.run(on: database, of: .opera, at: configuration.now(), logger: logger)
            return OperaCloudSetUp(configuration: configuration, storage: storage, feed: feed, signals: signals, logger: logger)
                .make(cloud, currency: property.currency)
        }
        guard let settings = found, settings.isOn else { return .none(found == nil ? .notSetUp : .switchedOff) }
        try await PostingRecovery.run(on: database, of: .opera, at: configuration.now(), logger: logger)
        var rules = DoubtRules(settings)
        if let quietMs = configuration.quietMs { rules.quietMs = quietMs }
        let times = GatewayClock.system(now: configuration.now)
        let clock = LinkClock(
            nowMs: { [now = configuration.now] in now().milliseconds },
            secondsFromGMT: { property.calendar.secondsFromGMT(at: Timestamp(milliseconds: $0)) })
        let link = FIASLink(
            configuration: try link(settings), group: MultiThreadedEventLoopGroup.singleton, clock: clock, logger: logger,
            observer: { [configuration, feed, signals] event in
                configuration.linkObserver?(event)
                if case .stateChanged(let state) = event {
                    feed.announce(HotelLinkState(state))
                    signals.wake()
                }
            })
        let connector = FIASConnector(
            link: link, settings: FIASSettings(settings), currency: property.currency, clock: clock, database: database)
        return .line(
            connector,
            services: [
                link, LateAnswers(link: link, database: database, signals: signals, logger: logger, clock: times),
                DoubtSeeker(database: database, hotel: connector, signals: signals, rules: rules, logger: logger, clock: times),
                PostingDispatcher(
                    database: database, hotel: connector, signals: signals, inFlightMax: settings.postingsInFlightMax, logger: logger,
                    clock: times),
            ])
    }

    /// The OPERA Cloud house that this till charges over REST; nil when it charges none.
    private func operaCloud() async throws -> OHIPSettings? {
        if let given = configuration.operaCloud { return given }
        let (link, rules) = try await storage.database.read { tx in (try tx.operaCloudLink(), try tx.hotelCodeRules()) }
        guard let link, link.isOn else { return nil }
        return try OHIPSettings(link, rules, openedWith: storage.pepper)
    }

    /// The link's settings, tried: the link itself would find a key or a certificate of no use only when it runs.
    private func link(_ settings: HotelLinkSettings) throws(HotelLine.CannotBeSetUp) -> LinkConfiguration {
        let link = LinkConfiguration(settings, pepper: storage.pepper, postingTimeoutMs: configuration.postingTimeoutMs)
        do {
            _ = try link.authenticationKey.map { key throws(LinkAuthentication.KeyError) in try LinkAuthentication(key: key) }
        } catch {
            throw HotelLine.CannotBeSetUp(fault: .notAuthentic)
        }
        do {
            _ = try link.tls?.context()
        } catch {
            throw HotelLine.CannotBeSetUp(fault: .tlsFailed)
        }
        return link
    }
}
