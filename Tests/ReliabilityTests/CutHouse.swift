import FIAS
import Foundation
import HotelGateway
import HotelSimulator
import Logging
import NIOCore
import NIOPosix
import Operations
import PointOfSale
import ServiceLifecycle
import Storage
import TestSupport
import Testing

/// A till without pages, a hotel, and the wire between them: the product's own actions, storage, gateway and link over real sockets.
struct CutHouse: Sendable {
    /// By how much the gateway's clock runs fast: its quiet periods and second looks are waited for in real time.
    static let haste: Int64 = 100
    /// How long the line must be quiet before a missing charge counts as not booked, ms of the gateway's clock.
    static let quietMs: Int64 = 5_000
    /// Numbers taken out of use beforehand, so that those of all charges have five digits.
    static let numbersSkipped = 10_000
    /// Numbers taken out of use beforehand, so that those of all checks have three digits.
    static let checksSkipped = 100

    let restaurant: Restaurant
    let database: SQLiteDatabase
    let hotel: SimulatedHotel
    let wire: CutWire
    private let link: FIASLink
    private let waiter: Cashier
    let manager: Cashier
    private let outlet: Outlet
    private let method: PaymentMethod
    private let items: [MenuItem]

    /// Runs a house while the body lasts. A posting waits so long for its answer, and a silent line is taken for dead after so long, ms.
    static func open(
        _ evidence: CutHotel.Evidence, postingTimeoutMs: Int = 30_000, aliveTimeoutMs: Int = 750,
        _ body: @escaping @Sendable (CutHouse) async throws -> Void
    ) async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let hotel = SimulatedHotel(CutHotel.make(evidence, atMs: now().milliseconds), now: { now().milliseconds })
        let server = FIASServer(
            hotel: hotel, configuration: HotelProfile.ifc8Strict.linkConfiguration(for: hotel.snapshot), profile: .ifc8Strict, group: group,
            logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await server.run() }
            let wire = CutWire(to: try await server.boundPort(), group: group)
            try await wire.carries { port in
                let (house, services) = try await make(
                    hotel: hotel, wire: wire,
                    line: linkConfiguration(port: port, postingTimeoutMs: postingTimeoutMs, aliveTimeoutMs: aliveTimeoutMs), group: group)
                try await withThrowingTaskGroup(of: Void.self) { running in
                    for service in services { running.addTask { try await service.run() } }
                    try await house.isLinked()
                    try await body(house)
                    running.cancelAll()
                }
            }
            tasks.cancelAll()
        }
    }

    private static func make(
        hotel: SimulatedHotel, wire: CutWire, line: LinkConfiguration, group: any EventLoopGroup
    ) async throws -> (CutHouse, [any Service]) {
        let database = try SQLiteDatabase.inMemory()
        let pepper = try #require(PINPepper(Array(repeating: 7, count: PINPepper.byteCount), rounds: 16))
        var set = try TestHouse.brasserie()
        for index in set.staff.indices { set.staff[index].pin = nil }
        _ = try await Catalogue(set).load(into: database, pepper: pepper, at: now())
        try await database.write { tx in
            _ = try tx.reservePostingNumbers(numbersSkipped, digits: 8)
            for _ in 0..<checksSkipped { _ = try tx.nextCheckNumber() }
        }

        let signals = PostingSignals()
        let clock = LinkClock(nowMs: { now().milliseconds })
        let link = FIASLink(
            configuration: line, group: group, clock: clock, logger: logger,
            observer: { if case .stateChanged = $0 { signals.wake() } })
        let connector = FIASConnector(
            link: link, settings: FIASSettings(workstation: "TILL1"), currency: .eur, clock: clock, database: database)
        let times = gatewayClock()
        let restaurant = Restaurant(
            database: database, hotels: Hotels(opera: connector), signals: signals, pepper: pepper, logger: logger, now: now)
        let house = try await CutHouse(restaurant: restaurant, database: database, hotel: hotel, wire: wire, link: link)
        return (
            house,
            [
                link, LateAnswers(link: link, database: database, signals: signals, logger: logger, clock: times),
                DoubtSeeker(
                    database: database, hotel: connector, signals: signals, rules: DoubtRules(quietMs: quietMs, billIsComplete: true),
                    logger: logger, clock: times),
                PostingDispatcher(
                    database: database, hotel: connector, signals: signals, inFlightMax: 16, logger: logger, clock: times),
            ]
        )
    }

    private init(restaurant: Restaurant, database: SQLiteDatabase, hotel: SimulatedHotel, wire: CutWire, link: FIASLink) async throws {
        self.restaurant = restaurant
        self.database = database
        self.hotel = hotel
        self.wire = wire
        self.link = link
        let staff = try await database.read { tx in try tx.cashiers() }
        waiter = try #require(staff.first { $0.name == "Anna" })
        manager = try #require(staff.first { $0.name == "Hélène" })
        outlet = try #require(try await restaurant.outlets().first { $0.whileHotelIsDown == .queue })
        method = try #require(try await restaurant.paymentMethods().first { $0.kind == .room })
        items = try await restaurant.menu().items
    }

    /// A line that is found dead within a second or so, and on which a busy machine is not taken for a dead hotel.
    private static func linkConfiguration(port: Int, postingTimeoutMs: Int, aliveTimeoutMs: Int) -> LinkConfiguration {
        var configuration = LinkConfiguration(host: "127.0.0.1", port: port)
        configuration.reconnectDelaysMs = [1]
        configuration.aliveCheckIdleMs = 250
        configuration.aliveTimeoutMs = aliveTimeoutMs
        configuration.postingTimeoutMs = postingTimeoutMs
        configuration.inquiryTimeoutMs = 30_000
        return configuration
    }

    private static func gatewayClock() -> GatewayClock {
        let system = GatewayClock.system(now: now)
        return GatewayClock(
            now: now, uptimeMs: { system.uptimeMs() * haste }, pause: { ms in try await system.pause(max(ms / haste, 1)) })
    }

    private static let now: @Sendable () -> Timestamp = { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
    private static let logger = Logger(label: "cut") { _ in SwiftLogNoOpLogHandler() }
}

// MARK: What a test does in the house

extension CutHouse {
    /// Returns once the line is alive, after so many lives of it.
    func isLinked(after session: Int = 0) async throws {
        for await state in link.states() where state.phase == .alive && state.session > session { return }
        throw CancellationError()
    }

    /// How often the line has come alive.
    var session: Int { link.state.session }

    /// A check with these articles.
    func check(plus: [Int] = [20, 52]) async throws -> Check {
        let opened = try await restaurant.openCheck(key: try Self.key(), outlet: outlet.id, table: nil, covers: 2, by: waiter).value
        let batch = try plus.map { plu in
            LineChange.add(id: try Self.key(), item: try #require(items.first { $0.code == plu }).id, quantity: 1, note: "")
        }
        return try await restaurant.changeLines(of: opened.id, batch, by: waiter)
    }

    /// Puts a check, or a part of it, on a guest's room.
    func charge(_ check: Check, amount: Money? = nil, to guest: Int) async throws -> FolioPosting {
        let request = RoomChargeRequest(
            checkID: check.id, key: try Self.key(), methodID: method.id, amount: amount ?? check.totals.total, tip: Money(150, .eur),
            guest: try #require(CutHotel.guest(guest)), workstation: "TILL1")
        return try await restaurant.chargeToRoom(request, by: waiter).value.posting
    }

    /// Returns once the posting is in one of these states; which one.
    func becomes(_ states: Set<PostingState>, _ posting: PostingID) async throws -> PostingState {
        let changes = restaurant.signals.changes(of: posting)
        let state = try await restaurant.posting(posting).posting.state
        if states.contains(state) { return state }
        for await change in changes where states.contains(change.state) { return change.state }
        throw CancellationError()
    }

    /// What the hotel has booked for a check.
    func booked(_ check: Check) -> [Booking] { hotel.ledger.bookings(ofCheck: String(check.number)) }

    private static func key() throws -> ClientKey { try #require(ClientKey(UUID().uuidString.lowercased())) }
}
