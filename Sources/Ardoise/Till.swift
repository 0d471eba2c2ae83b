import FIAS
import HotelGateway
import Logging
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
    /// Who signs for charges to rooms; nil is as each hotel's system is set up.
    var signaturePolicy: SignaturePolicy?
    /// The OPERA Cloud house of a demo or a test; nil is the hotel link as it is configured.
    var operaCloud: OHIPSettings?
    /// Overhears the line to the hotel: for `demo --once`.
    var linkObserver: (@Sendable (LinkEvent) -> Void)?
    /// The clock on the wall.
    var now: @Sendable () -> Timestamp = SystemClock.now
}

/// A till put together: the one place where everything meets.
struct Till: Sendable {
    let restaurant: Restaurant
    /// In the order of the safety story: the line to the hotel with what listens to it and what sends, and the web last. They stop in
    /// reverse.
    let services: [any Service]
    private let web: WebServer

    /// Puts a till together on an open storage.
    ///
    /// What was found half-sent is in doubt before this returns, and so before the link comes up.
    /// - Throws: a `StorageFault`, or `NotConfigured`.
    static func assemble(_ configuration: TillConfiguration, on storage: TillStorage, logger: Logger) async throws -> Till {
        let database = storage.database
        let now = configuration.now
        guard try await database.read({ tx in try tx.propertyIfConfigured() }) != nil else { throw NotConfigured() }
        try await PostingRecovery.run(on: database, at: now(), logger: logger)

        let signals = PostingSignals()
        let feed = HotelLinkFeed(at: now())
        let opera = CurrentHotel(at: now())
        let raccoon = CurrentHotel(.roomRaccoon, capabilities: .roomRaccoon, at: now())
        let restaurant = Restaurant(
            database: database, hotels: Hotels(opera: opera, others: [raccoon]), signals: signals, pepper: storage.pepper, logger: logger,
            signaturePolicy: configuration.signaturePolicy, now: now)
        let setUp = OperaSetUp(configuration: configuration, storage: storage, feed: feed, signals: signals, logger: logger)
        let raccoonFeed = HotelLinkFeed(at: now())
        let raccoonSetUp = RoomRaccoonSetUp(storage: storage, feed: raccoonFeed, signals: signals, logger: logger)
        let web = WebServer(
            restaurant: restaurant,
            configuration: WebConfiguration(
                host: configuration.host, port: configuration.port, cookiesAreSecure: configuration.cookiesAreSecure,
                isDemo: configuration.isDemo,
                version: Version.current),
            linkStates: [feed.states, raccoonFeed.states], logger: logger)
        return Till(
            restaurant: restaurant,
            services: [
                LinkHistory(of: .opera, feed: feed, database: database, logger: logger),
                HotelLine(
                    hotel: opera, feed: feed, signals: signals, changes: restaurant.hotelLinkChanges, logger: logger, setUp: setUp.make),
                LinkHistory(of: .roomRaccoon, feed: raccoonFeed, database: database, logger: logger),
                HotelLine(
                    hotel: raccoon, feed: raccoonFeed, signals: signals, changes: restaurant.roomRaccoonChanges, logger: logger,
                    setUp: raccoonSetUp.make),
                RevenueSchedule(
                    database: database, hotel: opera, signals: signals, logger: logger, clock: .system(now: now)),
                PaperLine(restaurant: restaurant, isTest: configuration.isDemo, logger: logger),
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
