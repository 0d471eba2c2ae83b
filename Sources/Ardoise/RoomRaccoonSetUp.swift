import HotelGateway
import HotelSimulator
import Logging
import NIOCore
import NIOPosix
import Operations
import PointOfSale
import ServiceLifecycle
import Storage

/// The line to RoomRaccoon as it is configured; in test mode to the built-in simulated one, and never to the real one (`S2-03`).
struct RoomRaccoonSetUp: Sendable {
    let storage: TillStorage
    let feed: HotelLinkFeed
    let signals: PostingSignals
    let logger: Logger

    /// RoomRaccoon shows no bill: every doubt is left to a person.
    private static let rules = DoubtRules(quietMs: 60_000, billIsComplete: false)

    /// What sends and what looks after doubts; none when the integration was not added or is switched off.
    /// - Throws: `HotelLine.CannotBeSetUp`, or a `StorageFault`.
    func make() async throws -> HotelLine.SetUp {
        let database = storage.database
        let (found, property) = try await database.read { tx in (try tx.roomRaccoonLink(), try tx.property()) }
        guard let link = found, link.isOn else { return .none(found == nil ? .notSetUp : .switchedOff) }
        try await PostingRecovery.run(on: database, of: .roomRaccoon, at: SystemClock.now(), logger: logger)
        let training = link.isTest ? try await TrainingHouse(for: link, logger: logger) : nil
        let clock = GatewayClock.system(now: SystemClock.now)
        let connector = RoomRaccoonConnector(
            settings: try training?.settings() ?? settings(link), currency: property.currency, clock: clock,
            onChange: { [feed, signals] state in
                feed.announce(state)
                signals.wake()
            })
        feed.announce(connector.linkState)
        let services: [any Service] = [
            DoubtSeeker(database: database, hotel: connector, signals: signals, rules: Self.rules, logger: logger, clock: clock),
            PostingDispatcher(database: database, hotel: connector, signals: signals, logger: logger, clock: clock),
        ]
        return .line(
            connector, isTest: link.isTest, trainingAddress: training?.address, services: (training?.services ?? []) + services)
    }

    /// The key is opened here and nowhere else.
    private func settings(_ link: RoomRaccoonLink) throws(HotelLine.CannotBeSetUp) -> RoomRaccoonSettings {
        do {
            return try RoomRaccoonSettings(
                serviceAddress: link.serviceAddress, apiKey: storage.pepper.open(link.apiKey) ?? "", hotelID: link.hotelID,
                revenueGroups: link.revenueGroups, tipGroup: link.tipGroup)
        } catch {
            throw HotelLine.CannotBeSetUp(fault: .notAuthentic)
        }
    }
}

/// The built-in simulated RoomRaccoon that a till in test mode talks to: for this machine only, and gone with the program.
private struct TrainingHouse {
    private static let host = "127.0.0.1"
    let services: [any Service]
    private let house: RaccoonSettings
    private let groups: [Itemizer: Int]
    private let tipGroup: Int
    private let port: Int

    init(for link: RoomRaccoonLink, logger: Logger) async throws {
        port = try await Self.freePort()
        var configuration = RoomRaccoonSimulation.Configuration()
        configuration.host = Self.host
        configuration.port = port
        // Groups that the house has set are known to the simulated hotel too: what works in training works for real.
        groups = Self.usualGroups.merging(link.revenueGroups) { $1 }
        tipGroup = link.tipGroup ?? Self.usualTipGroup
        for group in groups.values where configuration.settings.revenueGroups[group] == nil {
            configuration.settings.revenueGroups[group] = String(group)
        }
        if configuration.settings.revenueGroups[tipGroup] == nil { configuration.settings.revenueGroups[tipGroup] = String(tipGroup) }
        house = configuration.settings
        services = try RoomRaccoonSimulation(configuration: configuration, logger: logger).services
    }

    /// Of its back office, for whoever sits at this machine.
    var address: String { "http://\(Self.host):\(port)" }

    func settings() throws -> RoomRaccoonSettings {
        try RoomRaccoonSettings(
            serviceAddress: "\(address)/api/", apiKey: house.apiKey, hotelID: house.hotelID, revenueGroups: groups,
            tipGroup: tipGroup)
    }

    /// What a simulated house calls our revenue groups until somebody sets others.
    private static let usualGroups = Dictionary(
        uniqueKeysWithValues: (1...9).compactMap { number in Itemizer(number).map { ($0, 100 + number) } })
    private static let usualTipGroup = 109

    /// A port that nobody listens on. Somebody may take it before the house does: the line then ends, and is put together anew.
    private static func freePort() async throws -> Int {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton).bind(host: host, port: 0).get()
        defer { channel.close(promise: nil) }
        guard let port = channel.localAddress?.port else { throw HotelLine.CannotBeSetUp(fault: .unreachable) }
        return port
    }
}
