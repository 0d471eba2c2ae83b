import HotelSimulator
import Logging
import PointOfSale
import ServiceLifecycle
import TestSupport
import Testing

@testable import HotelGateway

/// The line against the simulated RoomRaccoon house: the judge is what stands on the reservation there.
@Suite struct RoomRaccoonHouseTests {
    private struct House: Sendable {
        let hotel: SimulatedHotel
        let port: Int

        func connector(key: String = RaccoonSettings.demo.apiKey, clock: GatewayClock? = nil) throws -> RoomRaccoonConnector {
            let settings = try RoomRaccoonSettings(
                serviceAddress: "http://127.0.0.1:\(port)/api/", apiKey: key, hotelID: RaccoonSettings.demo.hotelID,
                revenueGroups: [Itemizer(1)!: 101, Itemizer(2)!: 102, Itemizer(3)!: 103], tipGroup: 109)
            return RoomRaccoonConnector(
                settings: settings, currency: .eur, clock: clock ?? RaccoonSample.patientClock)
        }

        func set(_ change: (inout RaccoonSettings) -> Void) {
            hotel.change { hotel, _ in
                var settings = hotel.raccoon ?? .demo
                change(&settings)
                hotel.raccoon = settings
            }
        }

        static func open(_ body: (House) async throws -> Void) async throws {
            let simulation = try RoomRaccoonSimulation(logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for service in simulation.services { tasks.addTask { try await service.run() } }
                try await body(House(hotel: simulation.hotel, port: try await simulation.port()))
                tasks.cancelAll()
            }
        }
    }

    private static func dinner(_ room: String, _ reservation: String) -> FolioPosting {
        RaccoonSample.posting(
            [RaccoonSample.line("Galette complète", cents: 2200, quantity: 2), RaccoonSample.line("Cidre", cents: 650, itemizer: 2)],
            tip: 150,
            guest: RaccoonSample.guest(room, reservation))
    }

    @Test(arguments: RaccoonSettings.AnswerShape.allCases)
    func `a guest is found and charged, whatever shape the answers have`(shape: RaccoonSettings.AnswerShape) async throws {
        try await House.open { house in
            house.set { $0.answerShape = shape }
            let connector = try house.connector()
            let guests = try await connector.findGuests(.room(RoomNumber("21")!))
            #expect(guests.map(\.reservationNumber) == ["702101"])
            #expect(guests[0].name.contains("Quéré"))
            let reply = await connector.post(Self.dinner("21", "702101"), as: Sample.attempt(number: 12))
            #expect(reply.outcome == .accepted(transactionNumbers: ["1"]))
            let tickets = house.hotel.snapshot.tickets(of: "702101")
            #expect(
                tickets.map(\.lines) == [
                    [
                        .init(description: "A1007.12 Galette complète", quantity: 2, amountMinor: 2200, revenueGroup: 101),
                        .init(description: "A1007.12 Cidre", quantity: 1, amountMinor: 650, revenueGroup: 102),
                        .init(description: "A1007.12 Tip", quantity: 1, amountMinor: 150, revenueGroup: 109),
                    ]
                ])
            #expect(house.hotel.snapshot.folio(of: .reservation("702101"))?.balanceMinor == 1850 + 3000)
        }
    }

    @Test func `beds, sharers and those who may not be charged are told apart`() async throws {
        try await House.open { house in
            let connector = try house.connector()
            let dormitory = try await connector.findGuests(.room(RoomNumber("12")!))
            #expect(dormitory.map(\.roomNumber.text) == ["12A", "12B", "12C"])
            #expect(dormitory.map(\.mayBeCharged) == [true, true, false])
            #expect(try await connector.findGuests(.room(RoomNumber("12B")!)).map(\.reservationNumber) == ["701202"])
            #expect(try await connector.findGuests(.room(RoomNumber("1")!)).map(\.mayBeCharged) == [true, false])
            for nobody in ["4", "5", "9", "999"] {
                #expect(try await connector.findGuests(.room(RoomNumber(nobody)!)).isEmpty, "\(nobody)")
            }
            #expect(try await connector.findGuests(.name("Quéré")).isEmpty)
            #expect(!connector.capabilities.findsByName && !connector.capabilities.takesOutsideRevenue)
        }
    }

    @Test(arguments: [
        ("1", "700102", PostingOutcome.refused(.noPosting)), ("5", "700501", .refused(.guestNotFound)),
        ("4", "700401", .refused(.guestNotFound)), ("2", "702101", .refused(.guestNotFound)), ("21", "1", .refused(.guestNotFound)),
    ]) func `who left, is not there yet or takes no charges is refused`(
        room: String, reservation: String, outcome: PostingOutcome
    ) async throws {
        try await House.open { house in
            let reply = await (try house.connector()).post(Self.dinner(room, reservation), as: Sample.attempt())
            #expect(reply.outcome == outcome)
            #expect(reply.hotelText?.isEmpty == false)
            #expect(house.hotel.snapshot.posTickets.isEmpty)
        }
    }

    @Test func `a charge past the guest's limit is refused, and a refund is not`() async throws {
        try await House.open { house in
            let connector = try house.connector()
            let guest = RaccoonSample.guest("3", "700301")
            let feast = RaccoonSample.posting([RaccoonSample.line("Plateau", cents: 9000)], guest: guest)
            #expect(await connector.post(feast, as: Sample.attempt()).outcome == .refused(.creditLimit))
            let refund = RaccoonSample.posting([RaccoonSample.line("Plateau", cents: -9000, quantity: -1)], guest: guest)
            guard case .accepted = await connector.post(refund, as: Sample.attempt()).outcome else {
                Issue.record("the refund was not accepted")
                return
            }
            #expect(house.hotel.snapshot.posTickets.map(\.isRefund) == [true])
        }
    }

    @Test(arguments: [false, true]) func `a wrong key is told as that, and nothing else`(withStatus: Bool) async throws {
        try await House.open { house in
            house.set { $0.deniesWithStatus = withStatus }
            let connector = try house.connector(key: "another-key")
            await #expect(throws: HotelUnavailable.denied) { try await connector.findGuests(.room(RoomNumber("21")!)) }
            #expect(await connector.post(Self.dinner("21", "702101"), as: Sample.attempt()).outcome == .refused(.denied))
            #expect(connector.linkState.fault == .notAuthentic)
            #expect(await connector.test(room: RoomNumber("21")!).finding == .credentialsRefused)
            #expect(await (try house.connector()).test(room: RoomNumber("21")!).finding == .good)
            #expect(await (try house.connector()).test(room: RoomNumber("999")!).finding == .goodNobodyThere)
        }
    }

    /// Each fault with what the line must say and how many tickets there are then.
    private static let faults: [(fault: Fault, outcome: PostingOutcome, tickets: Int)] = [
        (.cutBeforeBooking, .inDoubt(.linkLost), 0), (.cutAfterBooking, .inDoubt(.linkLost), 1),
        (.cutInAnswer(bytes: 0), .inDoubt(.linkLost), 1), (.cutInAnswer(bytes: 20), .inDoubt(.linkLost), 1),
        (.nonsense(.unknownStatus), .inDoubt(.unknownAnswer), 1), (.nonsense(.missingStatus), .inDoubt(.unknownAnswer), 1),
        (.nonsense(.wrongPostingNumber), .inDoubt(.mismatchedAnswer), 1),
        (.nonsense(.missingPostingNumber), .inDoubt(.unknownAnswer), 1), (.duplicateAnswer, .inDoubt(.unknownAnswer), 1),
        (.refuse(status: "BY"), .tryAgain(.retry), 0), (.refuse(status: "DN"), .refused(.denied), 0),
        (.refuse(status: "CO"), .refused(.creditLimit), 0), (.refuse(status: "NP"), .refused(.noPosting), 0),
        (.refuse(status: "NG"), .refused(.guestNotFound), 0), (.refuse(status: "UR"), .refused(.unprocessable), 0),
        (.delayAnswer(ms: 5), .accepted(transactionNumbers: ["1"]), 1), (.bookLate(ms: 5), .accepted(transactionNumbers: ["1"]), 1),
    ]

    @Test(arguments: faults.indices) func `each fault of the hotel ends as what it is`(index: Int) async throws {
        let (fault, outcome, tickets) = Self.faults[index]
        try await House.open { house in
            house.hotel.arm(fault, on: .posting)
            let reply = await (try house.connector()).post(Self.dinner("21", "702101"), as: Sample.attempt(number: 12))
            #expect(reply.outcome == outcome)
            #expect(house.hotel.snapshot.posTickets.count == tickets)
        }
    }

    @Test(arguments: [true, false]) func `an answer that never comes is in doubt, booked or not`(booked: Bool) async throws {
        try await House.open { house in
            house.hotel.arm(.loseAnswer(booked: booked), on: .posting)
            var clock = GatewayClock.system(now: { Sample.evening })
            // The time is up as soon as the hotel has taken the request up.
            clock.pause = { _ in
                let news = house.hotel.news()
                let isTaken = { house.hotel.armedFaults.isEmpty && house.hotel.snapshot.posTickets.count == (booked ? 1 : 0) }
                if isTaken() { return }
                for await _ in news where isTaken() { return }
            }
            let reply = await (try house.connector(clock: clock)).post(Self.dinner("21", "702101"), as: Sample.attempt())
            #expect(reply.outcome == .inDoubt(.timedOut))
            #expect(house.hotel.snapshot.posTickets.count == (booked ? 1 : 0))
        }
    }

    @Test func `more requests than the hotel takes in a minute are put off`() async throws {
        try await House.open { house in
            house.set { $0.requestsPerMinute = 1 }
            let connector = try house.connector()
            _ = try await connector.findGuests(.room(RoomNumber("21")!))
            await #expect(throws: HotelUnavailable.busy) { try await connector.findGuests(.room(RoomNumber("21")!)) }
            #expect(house.hotel.snapshot.posTickets.isEmpty)
        }
    }

    @Test func `the conversation that the hotel shows holds no key`() async throws {
        try await House.open { house in
            _ = await (try house.connector()).post(Self.dinner("21", "702101"), as: Sample.attempt())
            #expect(house.hotel.wire.count == 2)
            #expect(house.hotel.wire.allSatisfy { !$0.text.contains(RaccoonSettings.demo.apiKey) })
        }
    }
}
