import HotelSimulator
import PointOfSale
import TestSupport
import Testing

@testable import HotelGateway

/// The line against the simulated OPERA Cloud: the judge is the hotel's own ledger.
@Suite struct OHIPHouseTests {
    private static let dinner = OHIPSample.posting()
    private static let dinnerLines = ["2010 2800", "2020 1200", "2015 -400", "2910 150", "2900 250"]

    @Test(arguments: OHIPSettings.Search.allCases)
    func `a guest is found with name, balance, limit and dates, and a sharer who takes no charges is shown`(
        search: OHIPSettings.Search
    ) async throws {
        try await OHIPHouseInTest.open { house in
            let guests = try await (try house.connector(search: search)).findGuests(.room(RoomNumber("204")!))
            #expect(guests.map(\.reservationNumber) == ["20401", "20402"])
            #expect(guests.map(\.mayBeCharged) == [true, false])
            let lucia = guests[0]
            #expect(lucia.displayName == "Mme Garibaldi, Lucia" && lucia.vip == "3" && !lucia.isPaymaster)
            #expect(lucia.balance == Sample.euros(12_050) && lucia.creditLimit == Sample.euros(50_000))
            #expect(lucia.arrival?.description == "2026-11-21" && lucia.departure?.description == "2026-11-25")
            #expect(guests[1].creditLimit == nil)
        }
    }

    @Test(arguments: OHIPSettings.Search.allCases)
    func `guests are found by the beginning of a name, and house accounts by their room`(search: OHIPSettings.Search) async throws {
        try await OHIPHouseInTest.open { house in
            let connector = try house.connector(search: search)
            let named = try await connector.findGuests(.name("Gar"))
            #expect(named.map(\.reservationNumber).sorted() == ["11701", "12101", "20401", "41501"])
            let account = try await connector.findGuests(.room(RoomNumber("9001")!))
            #expect(account.map(\.isPaymaster) == [true] && account[0].name == "Séminaire Cap Horn")
            #expect(try await connector.findGuests(.room(RoomNumber("999")!)).isEmpty)
            #expect(try await connector.findGuests(.room(RoomNumber("208")!)).isEmpty, "he has left")
            #expect(connector.linkState.isAlive)
        }
    }

    @Test func `a search of many pages brings them all`() async throws {
        try await OHIPHouseInTest.open { house in
            let guests = try await (try house.connector()).findGuests(.name("b"))
            let inHouse = house.hotel.snapshot.reservations.values.filter { $0.status == .inHouse && $0.guest.searchKey.hasPrefix("b") }
            #expect(inHouse.count > 3 && Set(guests.map(\.reservationNumber)) == Set(inHouse.map(\.number)))
        }
    }

    @Test func `what a search leaves out is asked for, and amounts may be texts`() async throws {
        try await OHIPHouseInTest.open { house in
            house.set {
                $0.leavesMembersOut = true
                $0.callsRoomNumber = true
                $0.amountsAsText = true
                $0.emptyLists = true
            }
            let connector = try house.connector()
            let guests = try await connector.findGuests(.room(RoomNumber("204")!))
            #expect(guests.map(\.mayBeCharged) == [true, false])
            #expect(guests[0].balance == Sample.euros(12_050) && guests[0].creditLimit == Sample.euros(50_000))
            #expect(try await connector.findGuests(.room(RoomNumber("999")!)).isEmpty)
        }
    }

    @Test func `a charge stands on the bill line by line under the hotel's codes, with its reference`() async throws {
        try await OHIPHouseInTest.open { house in
            let reply = await (try house.connector()).post(Self.dinner, as: Sample.attempt(number: 4242))
            #expect(reply.outcome == .accepted(transactionNumbers: house.hotel.ledger.bookings[0].transactionNumbers.map(String.init)))
            #expect(reply.balanceBefore == Sample.euros(12_050))
            #expect(house.lines() == Self.dinnerLines)
            let details = house.hotel.ledger.bookings[0].charge.details
            #expect(details.reference == "A1007.4242" && details.covers == "2" && details.cashier == "113")
            #expect(house.hotel.snapshot.folio(of: .reservation("20401"))?.balanceMinor == 12_050 + 4000)
        }
    }

    @Test func `what is given back is the mirror of what was charged`() async throws {
        try await OHIPHouseInTest.open { house in
            let connector = try house.connector()
            _ = await connector.post(Self.dinner, as: Sample.attempt(number: 1))
            let back = Self.dinner.reversal(id: Sample.id(2), at: Sample.evening)
            guard case .accepted = await connector.post(back, as: Sample.attempt(number: 2)).outcome else {
                Issue.record("the reversal was not accepted")
                return
            }
            #expect(house.lines() == Self.dinnerLines + ["2010 -2800", "2020 -1200", "2015 400", "2910 -150", "2900 -250"])
            #expect(house.hotel.snapshot.folio(of: .reservation("20401"))?.balanceMinor == 12_050)
        }
    }

    @Test func `who takes no charges, left, or was never there is refused before anything is sent`() async throws {
        try await OHIPHouseInTest.open { house in
            let connector = try house.connector()
            for (room, number, refusal) in [
                ("204", "20402", PostingRefusal.noPosting), ("208", "20812", .guestNotFound), ("204", "1", .guestChanged),
                ("999", "20401", .guestNotFound),
            ] {
                let guest = GuestChoice(roomNumber: RoomNumber(room)!, reservationNumber: number, name: "")!
                let reply = await connector.post(OHIPSample.posting(guest: guest), as: Sample.attempt())
                #expect(reply.outcome == .refused(refusal), "\(room) \(number)")
            }
            #expect(house.calls("/charges").isEmpty && house.hotel.ledger.bookings.isEmpty)
        }
    }

    @Test func `a wrong cashier, hotel, key or code is refused, and says what to put right`() async throws {
        try await OHIPHouseInTest.open { house in
            let cashier = await (try house.connector(cashierID: 7)).post(Self.dinner, as: Sample.attempt())
            #expect(cashier.outcome == .refused(.denied) && cashier.hotelText == "FOF00094: Invalid Cashier")
            let hotel = await (try house.connector(hotelID: "OTHER")).post(Self.dinner, as: Sample.attempt())
            #expect(hotel.outcome == .refused(.denied))
            let secret = try house.connector(clientSecret: "wrong-secret")
            #expect(await secret.post(Self.dinner, as: Sample.attempt()).outcome == .refused(.denied))
            #expect(secret.linkState.fault == .notAuthentic)
            let codes = TransactionCodeMap([.init(.sales(Itemizer(1)!)): "7777"])
            let connector = try OHIPSample.connector(port: house.port, settings: OHIPSample.settings(port: house.port, codes: codes))
            let food = OHIPSample.posting([1: 100], discounts: [:], tip: 0, service: 0)
            #expect(await connector.post(food, as: Sample.attempt()).hotelText == "Invalid transaction code")
            let gap = await connector.post(Self.dinner, as: Sample.attempt())
            #expect(gap.outcome == .refused(.unprocessable) && gap.hotelText == "no transaction code for revenue group 2")
            #expect(house.hotel.ledger.bookings.isEmpty)
        }
    }

    @Test func `a yes that lists nothing is read back at once`() async throws {
        try await OHIPHouseInTest.open { house in
            house.set {
                $0.listsNothing = true
                $0.padsReferences = true
            }
            let reply = await (try house.connector()).post(Self.dinner, as: Sample.attempt(number: 4242))
            #expect(reply.outcome == .accepted(transactionNumbers: []))
            #expect(house.calls("financialPostings").count == 1 && house.lines() == Self.dinnerLines)
        }
    }

    @Test func `a token that the hotel let go of is renewed once, and the charge lands once`() async throws {
        try await OHIPHouseInTest.open { house in
            let connector = try house.connector()
            _ = try await connector.findGuests(.room(RoomNumber("204")!))
            house.desk.endTokens()
            guard case .accepted = await connector.post(Self.dinner, as: Sample.attempt()).outcome else {
                Issue.record("not accepted")
                return
            }
            #expect(house.desk.tokensMade == 2 && house.hotel.ledger.bookings.count == 1)
            #expect(house.calls("/charges").map(\.status) == [401, 201])
        }
    }

    @Test func `too many requests mean later, and the hotel is left alone`() async throws {
        try await OHIPHouseInTest.open { house in
            let connector = try house.connector()
            _ = try await connector.findGuests(.room(RoomNumber("204")!))
            house.hotel.arm(.refuse(status: "429"))
            #expect(await connector.post(Self.dinner, as: Sample.attempt()).outcome == .tryAgain(.retry))
            await #expect(throws: HotelUnavailable.busy) { try await connector.findGuests(.room(RoomNumber("204")!)) }
            #expect(house.hotel.ledger.bookings.isEmpty)
        }
    }

    @Test func `the connection test walks from the token to the codes and names the step that fails`() async throws {
        try await OHIPHouseInTest.open { house in
            let room = RoomNumber("204")!
            let good = await (try house.connector()).test(room: room)
            #expect(good.isGood && good.passed == OHIPTest.Step.allCases && good.businessDate?.description == "2026-11-22")
            let secret = await (try house.connector(clientSecret: "wrong-secret")).test(room: room)
            #expect(secret.failure?.step == .token && secret.failure?.trouble == .credentialsRefused && secret.passed.isEmpty)
            let hotel = await (try house.connector(hotelID: "OTHER")).test(room: room)
            #expect(hotel.failure?.step == .businessDate && hotel.failure?.trouble == .notAllowed && hotel.passed == [.token])
            let codes = TransactionCodeMap([.init(.tip): "7777", .init(.serviceCharge): "2910"])
            let connector = try OHIPSample.connector(port: house.port, settings: OHIPSample.settings(port: house.port, codes: codes))
            let unknown = await connector.test(room: room)
            #expect(unknown.failure == .init(step: .codes, trouble: .codesUnknown, words: "7777"))
            #expect(house.hotel.ledger.bookings.isEmpty)
        }
        let nobody = await (try OHIPSample.connector(port: 1)).test(room: RoomNumber("204")!)
        #expect(nobody.failure?.step == .token && nobody.failure?.trouble == .unreachable)
    }
}
