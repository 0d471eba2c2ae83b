import HotelSimulator
import Logging
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import HotelGateway

/// Exactly once over an interface without a key against doing things twice: whatever happens to an answer, the hotel's ledger holds the
/// charge once in the end, and no person is asked.
@Suite struct OHIPDoubtTests {
    /// How a charge's way can go wrong. `nil` is none.
    private static let faults: [Fault?] = [
        nil, .cutBeforeBooking, .cutAfterBooking, .cutInAnswer(bytes: 1), .cutInAnswer(bytes: 200), .refuse(status: "429"),
        .refuse(status: "500"), .refuse(status: "502"), .refuse(status: "503"), .nonsense(.unknownStatus),
        .nonsense(.missingStatus), .nonsense(.wrongPostingNumber), .nonsense(.missingPostingNumber), .duplicateAnswer,
    ]

    private struct Till {
        let house: TestHouse
        let connector: OHIPConnector
        let clock: GatewayClock
        let guest = GuestAccount(roomNumber: RoomNumber("204")!, reservationNumber: "20401", name: "Garibaldi, Lucia")

        /// Sends what is due, as the dispatcher would; what must wait is waited for.
        func send() async {
            for _ in 0..<PostingDelivery.triesMax {
                house.clock.advance(ms: PostingDelivery.retryAfterMsMax)
                await PostingDispatcher(
                    database: house.database, hotel: connector, signals: house.restaurant.signals, logger: Logger(label: "test"),
                    clock: clock
                ).sendDue()
            }
        }

        /// One look at a doubt, after the quiet period or before its end.
        func look(at id: PostingID, isQuiet: Bool) async throws {
            let look = DoubtLook(database: house.database, hotel: connector, rules: .operaCloud, clock: clock)
            let posting = try await house.restaurant.posting(id).posting
            guard posting.state == .inDoubt, let read = try await look.read(posting) else { return }
            _ = try await look.weigh(read, isQuiet: isQuiet)
        }

        func state(_ id: PostingID) async throws -> PostingState { try await house.restaurant.posting(id).posting.state }
    }

    private func till(at port: Int) async throws -> Till {
        let house = try await TestHouse.open()
        let patient = OHIPSample.patientClock.pause
        // On a line that stands still nothing is ever left alone for long, and a failure counts for no time.
        let clock = GatewayClock(
            now: { house.clock.now }, uptimeMs: { house.clock.now.milliseconds },
            pause: { ms in
                guard ms >= OHIPSample.timeoutMs else { return house.clock.advance(ms: ms) }
                try await patient(ms)
            })
        return Till(house: house, connector: try OHIPSample.connector(port: port, clock: clock), clock: clock)
    }

    /// Each charge of a history meets up to three faults in a row, and its read-backs up to two.
    @Test(arguments: 0..<60) func `whatever becomes of the answers, every charge lands exactly once and nobody is asked`(seed: UInt64)
        async throws
    {
        var random = SeededGenerator(seed: seed)
        try await OHIPHouseInTest.open { house in
            house.set {
                $0.listsNothing = Bool.random(using: &random)
                $0.padsReferences = Bool.random(using: &random)
                $0.amountsAsText = Bool.random(using: &random)
                $0.leavesMembersOut = Bool.random(using: &random)
            }
            let till = try await till(at: house.port)
            for key in 1...5 {
                let story = (0..<Int.random(in: 0...3, using: &random)).map { _ in Self.faults.randomElement(using: &random)! }
                for case let fault? in story { house.hotel.arm(fault) }
                for _ in 0..<Int.random(in: 0...2, using: &random) { house.hotel.arm(.refuse(status: "500"), on: .billView) }
                let charge = try await till.house.charge(key: key, to: till.guest)
                for _ in 0..<8 where try await !till.state(charge.posting.id).isFinal {
                    await till.send()
                    till.house.clock.advance(ms: DoubtRules.operaCloud.quietMs)
                    try await till.look(at: charge.posting.id, isQuiet: true)
                }
                let told = "seed \(seed), charge \(key), faults \(story)"
                #expect(try await till.state(charge.posting.id) == .accepted, "\(told)")
                let bookings = house.hotel.ledger.bookings(ofCheck: charge.posting.folioMark)
                #expect(bookings.count == 1, "\(told)")
                #expect(bookings.map(\.charge.totalMinor) == [charge.posting.breakdown.total.minorUnits], "\(told)")
                house.hotel.disarmFaults()
            }
        }
    }

    @Test func `a charge that is not there yet stays in doubt until the quiet period is over, and is then sent again`() async throws {
        try await OHIPHouseInTest.open { house in
            let till = try await till(at: house.port)
            house.hotel.arm(.cutBeforeBooking)
            let charge = try await till.house.charge(key: 1, to: till.guest)
            await till.send()
            try await till.look(at: charge.posting.id, isQuiet: false)
            #expect(try await till.state(charge.posting.id) == .inDoubt)
            try await till.look(at: charge.posting.id, isQuiet: true)
            #expect(try await till.state(charge.posting.id) == .queued)
            await till.send()
            #expect(try await till.state(charge.posting.id) == .accepted && house.hotel.ledger.bookings.count == 1)
        }
    }

    @Test func `a charge of which only a part was booked is never sent again: a person puts it right`() async throws {
        try await OHIPHouseInTest.open { house in
            house.set { $0.breaksBehindLines = 1 }
            let till = try await till(at: house.port)
            let charge = try await till.house.charge(key: 1, to: till.guest)
            await till.send()
            for _ in 0..<3 {
                till.house.clock.advance(ms: DoubtRules.operaCloud.quietMs)
                try await till.look(at: charge.posting.id, isQuiet: true)
                await till.send()
            }
            let story = try await till.house.restaurant.posting(charge.posting.id)
            #expect(story.posting.state == .inDoubt && story.evidence.map(\.code).contains(.partOnBill))
            #expect(house.calls("/charges").count == 1)
        }
    }

    @Test func `a charge is found on the other side of midnight, and after the hotel's day has moved on`() async throws {
        try await OHIPHouseInTest.open { house in
            let till = try await till(at: house.port)
            house.hotel.arm(.cutAfterBooking)
            let charge = try await till.house.charge(key: 1, to: till.guest)
            await till.send()
            for _ in 0..<3 {
                house.hotel.change { hotel, atMs in
                    try? hotel.startNightAudit(atMs: atMs)
                    try? hotel.finishNightAudit(atMs: atMs)
                }
            }
            try await till.look(at: charge.posting.id, isQuiet: true)
            #expect(try await till.state(charge.posting.id) == .accepted && house.hotel.ledger.bookings.count == 1)
        }
    }

    @Test func `while the hotel closes its day a charge waits, and lands once when it is over`() async throws {
        try await OHIPHouseInTest.open { house in
            let till = try await till(at: house.port)
            try house.hotel.change { (hotel, atMs) throws(DeskRefusal) in try hotel.startNightAudit(atMs: atMs) }
            let charge = try await till.house.charge(key: 1, to: till.guest)
            await till.send()
            #expect(try await till.state(charge.posting.id) == .inDoubt && house.hotel.ledger.bookings.isEmpty)
            try house.hotel.change { (hotel, atMs) throws(DeskRefusal) in try hotel.finishNightAudit(atMs: atMs) }
            till.house.clock.advance(ms: DoubtRules.operaCloud.quietMs)
            try await till.look(at: charge.posting.id, isQuiet: true)
            await till.send()
            #expect(try await till.state(charge.posting.id) == .accepted && house.hotel.ledger.bookings.count == 1)
        }
    }

    @Test func `ninety charges at once never make more than fifty requests a second`() async throws {
        let start = ContinuousClock.now
        let now: @Sendable () -> Int64 = {
            let (seconds, attoseconds) = start.duration(to: .now).components
            return Sample.evening.milliseconds + seconds * 1000 + attoseconds / 1_000_000_000_000_000
        }
        try await OHIPHouseInTest.open({ $0.requestsPerSecondMax = 50 }, now: now) { house in
            let connector = try OHIPSample.connector(port: house.port, clock: .system(now: { Sample.evening }))
            _ = try await connector.findGuests(.room(RoomNumber("204")!))
            let outcomes = await withTaskGroup(of: PostingOutcome.self) { group in
                for number in 1...90 {
                    group.addTask { await connector.post(OHIPSample.posting(), as: Sample.attempt(number: number)).outcome }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let accepted = outcomes.filter { if case .accepted = $0 { true } else { false } }.count
            #expect(accepted == 90 && house.hotel.ledger.bookings.count == 90)
            let arrivals = house.desk.requestLog.map(\.atMs).sorted()
            for (first, moment) in arrivals.enumerated() {
                #expect(arrivals[first...].prefix { $0 < moment + 1000 }.count <= 50)
            }
        }
    }
}
