import HotelGateway
import Logging
import PointOfSale
import ServiceLifecycle
import Storage

/// The line to an OPERA Cloud house over Oracle's REST interface.
struct OperaCloudSetUp: Sendable {
    let configuration: TillConfiguration
    let storage: TillStorage
    let feed: HotelLinkFeed
    let signals: PostingSignals
    let logger: Logger

    /// What looks after doubts and what sends. Nothing is held open between requests, so there is no link to run.
    func make(_ settings: OHIPSettings, currency: Currency) -> HotelLine.SetUp {
        let database = storage.database
        let clock = GatewayClock.system(now: configuration.now)
        var rules = DoubtRules.operaCloud
        if let quietMs = configuration.quietMs { rules.quietMs = quietMs }
        let connector = OHIPConnector(
            settings: settings, currency: currency, clock: clock,
            onChange: { [feed, signals] state in
                feed.announce(state)
                signals.wake()
            })
        feed.announce(connector.linkState)
        return .line(
            connector,
            services: [
                DoubtSeeker(database: database, hotel: connector, signals: signals, rules: rules, logger: logger, clock: clock),
                PostingDispatcher(database: database, hotel: connector, signals: signals, logger: logger, clock: clock),
            ])
    }
}
