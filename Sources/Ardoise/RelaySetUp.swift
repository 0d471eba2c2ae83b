import HotelGateway
import Logging
import Operations
import PointOfSale
import ServiceLifecycle
import Storage

/// The line to another Ardoise that is this till's gateway (`S1-02`).
struct RelaySetUp: Sendable {
    let configuration: TillConfiguration
    let storage: TillStorage
    let feed: HotelLinkFeed
    let signals: PostingSignals
    let logger: Logger

    /// What watches over the gateway, asks it after doubts, and hands postings over.
    /// - Throws: `HotelLine.CannotBeSetUp`.
    func make(_ link: RelayLink, currency: Currency) throws(HotelLine.CannotBeSetUp) -> HotelLine.SetUp {
        let clock = GatewayClock.system(now: configuration.now)
        let connector = RelayConnector(
            settings: try settings(link), currency: currency, clock: clock,
            onChange: { [feed, signals] state in
                feed.announce(state)
                signals.wake()
            })
        return .line(
            connector,
            services: [
                RelayWatch(gateway: connector, clock: clock),
                RelaySeeker(database: storage.database, gateway: connector, signals: signals, logger: logger, clock: clock),
                PostingDispatcher(database: storage.database, hotel: connector, signals: signals, logger: logger, clock: clock),
            ])
    }

    /// The key is opened here and nowhere else.
    private func settings(_ link: RelayLink) throws(HotelLine.CannotBeSetUp) -> RelaySettings {
        guard let address = GatewayAddress(link.address) else { throw HotelLine.CannotBeSetUp(fault: .nameUnknown) }
        guard let settings = RelaySettings(address: address, key: storage.pepper.open(link.sealedKey) ?? "") else {
            throw HotelLine.CannotBeSetUp(fault: .notAuthentic)
        }
        return settings
    }
}
