import HotelGateway
import HotelSimulator
import Logging
import Operations
import PointOfSale
import Storage
import Synchronization

/// The till's program in a history of OPERA Cloud: the product's own connector, dispatcher and seeker, and waiters who charge rooms.
struct CloudTill: Sendable {
    /// How long what is unsettled may take to settle when everything works again, ms.
    private static let settlingMsMax: Int64 = 10 * 60_000
    /// How long the hotel may be at a request that nobody waits for any more, ms.
    private static let hotelBusyMsMax: Int64 = 110_000
    private static let lookEveryMs: Int64 = 5_000

    let database: SQLiteDatabase
    let house: HouseImage
    let time: VirtualTime
    let network: CloudNetwork
    let plan: CloudPlan
    let doubts: DoubtClock
    private let logger = Logger(label: "till") { _ in SwiftLogNoOpLogHandler() }

    init(database: SQLiteDatabase, house: HouseImage, time: VirtualTime, network: CloudNetwork, plan: CloudPlan) {
        self.database = database
        self.house = house
        self.time = time
        self.network = network
        self.plan = plan
        doubts = DoubtClock()
    }

    /// Charges what the plan says, and lives until all of it is settled, or for too long.
    func live() async {
        guard let settings = try? CloudHotel.settings(plan) else { preconditionFailure("the settings of the small hotel are in order") }
        let time = time
        let clock = GatewayClock(now: { time.now }, uptimeMs: { time.uptimeMs }, pause: { try await time.pause(ms: $0) })
        let signals = PostingSignals()
        let jitter = Chances(seed: plan.jitterSeed)
        let connector = OHIPConnector(
            settings: settings, currency: .eur, clock: clock, wire: network.wire,
            jitter: { range in range.lowerBound + Int64(jitter.next() * Double(range.upperBound - range.lowerBound)) },
            onChange: { _ in signals.wake() })
        let restaurant = Restaurant(
            database: database, hotels: Hotels(opera: connector), signals: signals, pepper: house.pepper, logger: logger,
            now: { time.now })
        let dispatcher = PostingDispatcher(database: database, hotel: connector, signals: signals, logger: logger, clock: clock)
        let seeker = DoubtSeeker(
            database: database, hotel: connector, signals: signals, rules: .operaCloud, logger: logger, clock: clock)
        await withDiscardingTaskGroup { tasks in
            tasks.addTask { try? await dispatcher.run() }
            tasks.addTask { try? await seeker.run() }
            tasks.addTask { await watch(signals) }
            tasks.addTask { for await call in network.late { _ = try? await network.desk.respond(to: call, wait: { _ in }) } }
            await serve(restaurant, signals)
            network.endLate()
            tasks.cancelAll()
        }
    }

    private func serve(_ restaurant: Restaurant, _ signals: PostingSignals) async {
        await withDiscardingTaskGroup { waiters in
            for (number, dinner) in plan.dinners.enumerated() {
                waiters.addTask { await charge(dinner, number, at: restaurant) }
            }
            for (number, revenue) in plan.revenue.enumerated() {
                waiters.addTask { await queue(revenue, number, signals) }
            }
        }
        var isCalm = false
        let endMs = max(plan.faultsUntilMs, time.uptimeMs) + Self.settlingMsMax
        while time.uptimeMs < endMs {
            if !isCalm, time.uptimeMs >= plan.faultsUntilMs {
                network.calmDown()
                isCalm = true
            }
            // What the hotel still is at may yet be booked.
            let isQuiet = isCalm && time.uptimeMs > network.lastMishapMs + Self.hotelBusyMsMax
            if isQuiet, (try? database.readNow({ try $0.unsettledPostings() })) == 0 { return }
            guard (try? await time.pause(ms: Self.lookEveryMs)) != nil else { return }
        }
    }

    private func charge(_ dinner: CloudPlan.Dinner, _ number: Int, at restaurant: Restaurant) async {
        guard (try? await time.pause(ms: dinner.afterMs)) != nil, let key = ClientKey("diner-\(1_000 + number)"),
            let line = ClientKey("diner-\(1_000 + number)-0"), let chargeKey = ClientKey("diner-\(1_000 + number)-charge")
        else { return }
        do {
            let opened = try await restaurant.openCheck(
                key: key, outlet: house.outletThatQueues, table: nil, covers: 2, by: house.waiter)
            let check = try await restaurant.changeLines(
                of: opened.value.id, [.add(id: line, item: house.items[dinner.item], quantity: dinner.quantity, note: "")],
                by: house.waiter)
            let request = RoomChargeRequest(
                checkID: check.id, key: chargeKey, methodID: house.roomMethod, amount: check.totals.total,
                tip: Money(dinner.tipMinor, .eur), guest: dinner.guest, workstation: "TILL-1")
            for _ in 0...dinner.taps {
                _ = try await restaurant.chargeToRoom(request, by: house.waiter)
            }
        } catch {
            doubts.note(refused: "\(error)")
        }
    }

    /// Queues revenue as the schedule would (`S1-05`).
    private func queue(_ revenue: CloudPlan.Revenue, _ number: Int, _ signals: PostingSignals) async {
        guard (try? await time.pause(ms: revenue.afterMs)) != nil else { return }
        let moment = time.now
        let waiter = house.waiter.id
        let queued = try? await database.write { tx in
            let posting = FolioPosting(
                id: .make(at: moment), checkID: nil, tenderID: nil, checkNumber: try tx.nextCheckNumber(), guest: nil,
                breakdown: PostingBreakdown(subtotals: revenue.subtotals, tip: Money(revenue.tipMinor, .eur)), covers: 3, outletNumber: 1,
                servicePeriod: 1, tableNumber: nil, cashierName: RevenueBooks.cashierName, workstation: "ARDOISE", hotelCode: "CASH",
                stamp: PostingStamp(time: LocalTime(year: 2026, month: 11, day: 22, hour: 20, minute: 0, second: 0)), createdAt: moment,
                createdBy: waiter, updatedAt: moment, notBefore: moment)
            try tx.enqueue(posting)
            return posting
        }
        if let queued { signals.announce([queued]) }
    }

    /// Notes when doubts begin and end.
    private func watch(_ signals: PostingSignals) async {
        for await change in signals.updates() {
            doubts.note(change, atMs: time.uptimeMs, lastMishapMs: network.lastMishapMs)
        }
    }
}

extension SQLTransaction {
    /// How many postings still wait for something.
    fileprivate func unsettledPostings() throws -> Int {
        try first("select count(*) as n from folio_posting where state in ('queued', 'sending', 'inDoubt')")?.int("n") ?? 0
    }
}
