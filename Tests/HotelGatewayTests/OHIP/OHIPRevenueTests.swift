import HotelSimulator
import PointOfSale
import TestSupport
import Testing

@testable import HotelGateway

/// Revenue that no room pays, and codes tried before anything goes live: the judge is the hotel's own ledger.
@Suite struct OHIPRevenueTests {
    private static let account = OHIPHouseAccount(room: RoomNumber("9000")!, paymentMethods: ["VISA": "CARD"])

    private static func revenue(_ code: String, _ cents: Int, discounts: [Int: Int] = [1: -400]) -> FolioPosting {
        OHIPSample.posting([1: cents, 2: 1200], discounts: discounts, guest: nil, hotelCode: code)
    }

    private static func isAccepted(_ reply: PostingReply) -> Bool {
        if case .accepted = reply.outcome { true } else { false }
    }

    /// What stands on the house's account for each way of paying: what was charged for it, less what was paid.
    private static func balances(_ house: OHIPHouseInTest) -> [String: Int] {
        var balances: [String: Int] = [:]
        var methods: [String: String] = [:]
        for entry in house.hotel.ledger.entries {
            guard case .lineWritten(.reservation("900001"), let line) = entry.event, let details = line.details else { continue }
            methods[details.reference] = line.text
            balances[line.text, default: 0] += line.amountMinor
        }
        for booking in house.hotel.ledger.bookings {
            balances[methods[booking.charge.details.reference] ?? "unpaid", default: 0] += booking.charge.totalMinor
        }
        return balances
    }

    @Test func `S1-05 revenue is charged to the house's account line by line, and balanced there for each way of paying`() async throws {
        try await OHIPHouseInTest.open { house in
            let connector = try house.connector(houseAccount: Self.account)
            #expect(connector.capabilities.takesOutsideRevenue)
            let replies = [
                await connector.post(Self.revenue("CASH", 2800), as: Sample.attempt(number: 1)),
                await connector.post(Self.revenue("VISA", 9900), as: Sample.attempt(number: 2)),
                await connector.post(Self.revenue("CASH", -5000, discounts: [:]), as: Sample.attempt(number: 3)),
            ]
            #expect(replies.allSatisfy(Self.isAccepted))
            #expect(house.hotel.ledger.bookings.map(\.owner) == Array(repeating: .reservation("900001"), count: 3))
            #expect(house.lines().prefix(5) == ["2010 2800", "2020 1200", "2015 -400", "2910 150", "2900 250"])
            #expect(Self.balances(house) == ["CASH": 0, "CARD": 0])
            #expect(house.hotel.snapshot.folio(of: .reservation("900001"))?.balanceMinor == 0)
            // The answer lists nothing: the numbers come from the books.
            #expect(
                replies[0].outcome
                    == .accepted(
                        transactionNumbers: house.hotel.ledger.bookings[0].transactionNumbers.map(String.init)
                            + [String(house.hotel.ledger.bookings[0].transactionNumbers.max()! + 1)]))
        }
    }

    @Test func `revenue of which the answer is lost is found with its payment, or not at all`() async throws {
        try await OHIPHouseInTest.open { house in
            let connector = try house.connector(houseAccount: Self.account)
            let cash = Self.revenue("CASH", 2800)
            house.hotel.arm(.cutAfterBooking)
            #expect(await connector.post(cash, as: Sample.attempt(number: 7)).outcome == .inDoubt(.linkLost))
            guard case .lines(let lines) = await connector.findBooking(of: cash, as: Sample.attempt(number: 7)).folio else {
                Issue.record("not found")
                return
            }
            #expect(lines.count == 5 && lines.map(\.amount).total(.eur) == cash.breakdown.total)
            let other = await connector.findBooking(of: cash, as: Sample.attempt(number: 8))
            #expect(other == AccountReading(.lines([]), isOfWholeHouse: true))
            house.set { $0.breaksBehindLines = 2 }
            let broken = Self.revenue("CASH", 100)
            #expect(await connector.post(broken, as: Sample.attempt(number: 9)).outcome == .inDoubt(.unknownAnswer))
            guard case .part = await connector.findBooking(of: broken, as: Sample.attempt(number: 9)).folio else {
                Issue.record("a part must be shown as one")
                return
            }
        }
    }

    @Test func `revenue without an account, with two of them, without a code, or by a payment that the hotel does not know is refused`()
        async throws
    {
        try await OHIPHouseInTest.open { house in
            let none = try house.connector()
            #expect(!none.capabilities.takesOutsideRevenue)
            #expect(await none.post(Self.revenue("CASH", 100), as: Sample.attempt()).outcome == .refused(.unprocessable))
            let guests = try house.connector(houseAccount: OHIPHouseAccount(room: RoomNumber("204")!))
            #expect(await guests.post(Self.revenue("CASH", 100), as: Sample.attempt()).outcome == .refused(.invalidAccount))
            let connector = try house.connector(houseAccount: Self.account)
            let nameless = await connector.post(Self.revenue("", 100), as: Sample.attempt())
            #expect(nameless.hotelText == "no hotel code for this way of paying")
            let unknown = await connector.post(Self.revenue("NONE", 100), as: Sample.attempt())
            #expect(unknown.outcome == .refused(.unprocessable) && unknown.hotelText == "Invalid payment method")
            #expect(house.hotel.ledger.bookings.isEmpty && house.hotel.snapshot.folio(of: .reservation("900001"))?.balanceMinor == 0)
        }
    }

    @Test func `a code that would add tax a second time is seen before anything goes live`() async throws {
        try await OHIPHouseInTest.open { house in
            house.set { $0.taxedCodes = ["2020": 10] }
            let connector = try house.connector()
            let runs = try await connector.dryRun()
            #expect(runs.count == OHIPSample.codes.all.count && runs.filter(\.changesTotal).map(\.code) == ["2020"])
            let changing = runs.filter(\.changesTotal)
            let taxed = try #require(changing.first)
            #expect(taxed.amount == Sample.euros(10_000) && taxed.total == Sample.euros(11_000))
            #expect(taxed.generated.map(\.amount) == [Sample.euros(1000)] && taxed.generated.map(\.text) == ["TVA"])
            await #expect(throws: HotelUnavailable.nonsense) { try await connector.dryRun(ofCode: "7777") }
            #expect(house.hotel.ledger.bookings.isEmpty)
            // The same house takes what its code adds when the charge comes.
            _ = await connector.post(OHIPSample.posting([2: 1000], discounts: [:], tip: 0, service: 0), as: Sample.attempt())
            #expect(house.hotel.snapshot.folio(of: .reservation("20401"))?.balanceMinor == 12_050 + 1100)
        }
    }
}
