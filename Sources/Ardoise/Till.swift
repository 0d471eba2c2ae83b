import FIAS
import HotelGateway
import Logging
import NIOPosix
import Operations
import PointOfSale
import ServiceLifecycle
import Storage
import Web

/// Where and how a till runs.
struct TillConfiguration: Sendable {
    var host: String
    var port: Int
    var cookiesAreSecure = false
    /// Marks every page and receipt as a demo's.
    var isDemo = false
    /// How long a posting waits for the hotel's answer, ms; nil is what FIAS asks for (`FIAS 2.20.24 §1.3`, 60 s).
    var postingTimeoutMs: Int?
    /// How long the line must have been quiet before a charge that is missing on the bill counts as not booked, ms; nil is what the
    /// configuration says, 60 s or more.
    var quietMs: Int64?
    /// Overhears the line to the hotel: for `demo --once`.
    var linkObserver: (@Sendable (LinkEvent) -> Void)?
}

/// A till put together: the one place where everything meets.
struct Till: Sendable {
    let restaurant: Restaurant
    /// In the order of the safety story: the line to the hotel, what listens to it, what sends, and the web last. They stop in reverse.
    let services: [any Service]
    private let web: WebServer

    /// Puts a till together on an open storage.
    ///
    /// What was found half-sent is in doubt before this returns, and so before the link comes up.
    /// - Throws: a `StorageFault`, or `NotConfigured`.
    static func assemble(_ configuration: TillConfiguration, on storage: TillStorage, logger: Logger) async throws -> Till {
        let database = storage.database
        let now = SystemClock.now
        guard let settings = try await database.read({ tx in try tx.hotelLink() }) else { throw NotConfigured() }
        let property = try await database.read { tx in try tx.property() }
        try await PostingRecovery.run(on: database, at: now(), logger: logger)

        var rules = DoubtRules(settings)
        if let quietMs = configuration.quietMs { rules.quietMs = quietMs }
        let times = GatewayClock.system(now: now)
        let signals = PostingSignals()
        let feed = HotelLinkFeed(at: now())
        let clock = LinkClock(
            nowMs: { now().milliseconds }, secondsFromGMT: { property.calendar.secondsFromGMT(at: Timestamp(milliseconds: $0)) })
        let link = FIASLink(
            configuration: LinkConfiguration(settings, pepper: storage.pepper, postingTimeoutMs: configuration.postingTimeoutMs),
            group: MultiThreadedEventLoopGroup.singleton, clock: clock,
            logger: logger,
            observer: { event in
                configuration.linkObserver?(event)
                if case .stateChanged(let state) = event {
                    feed.announce(HotelLinkState(state))
                    signals.wake()
                }
            })
        let connector = FIASConnector(
            link: link, settings: FIASSettings(settings), currency: property.currency, clock: clock, database: database)
        let restaurant = Restaurant(
            database: database, hotel: connector, signals: signals, pepper: storage.pepper, logger: logger, now: now)
        let web = WebServer(
            restaurant: restaurant,
            configuration: WebConfiguration(
                host: configuration.host, port: configuration.port, cookiesAreSecure: configuration.cookiesAreSecure,
                isDemo: configuration.isDemo,
                version: Version.current),
            linkStates: { feed.states() }, logger: logger)
        return Till(
            restaurant: restaurant,
            services: [
                link, LateAnswers(link: link, database: database, signals: signals, logger: logger, clock: times),
                DoubtSeeker(
                    database: database, hotel: connector, signals: signals, rules: rules, logger: logger, clock: times),
                PostingDispatcher(
                    database: database, hotel: connector, signals: signals, inFlightMax: settings.postingsInFlightMax,
                    logger: logger, clock: times),
                web.service,
            ],
            web: web)
    }

    /// The port the till listens on, once it does. Throws when it cannot listen.
    func boundPort() async throws -> Int { try await web.boundPort() }
}

/// The database is new: nobody has said what this house is.
struct NotConfigured: Error, CustomStringConvertible {
    var description: String {
        "This till has no configuration yet. Load one with `ardoise configure FILE`; Sources/Ardoise/Demo/brasserie.json is an example."
    }
}
