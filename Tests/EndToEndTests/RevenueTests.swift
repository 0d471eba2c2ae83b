import HotelSimulator
import NIOHTTP1
import Operations
import PointOfSale
import Storage
import Testing

@testable import Ardoise

/// The rest of the revenue, from the till to the hotel's own ledger. Half an hour passes by telling the books a later moment.
@Suite struct RevenueTests {
    @Test func `S1-05: cash and cards go to the hotel every half hour, each payment once, tips apart`() async throws {
        try await House.open { house in
            try await house.transmitsReceipts()
            let (first, second, card) = (try await house.check(), try await house.check(), try await house.check(outlet: 2))
            try await house.pay(first, by: "CASH")
            try await house.pay(second, by: "CASH", tip: 150)
            try await house.pay(card, by: "CARD")
            for _ in 0..<2 { try await house.halfAnHourPasses() }
            let direct = house.running.directBookings
            #expect(direct.count == 2)
            let cash = try #require(direct.first { $0.method == "CASH" })
            #expect(cash.total == first.total + second.total + 150 && cash.tip == 150 && cash.outlet == "1")
            let byCard = try #require(direct.first { $0.method == "CARD" })
            #expect(byCard.total == card.total && byCard.outlet == "2")
            #expect(house.running.leftOnPostingAccounts == 0, "each posting account is balanced to nothing")
            let day = try await house.day()
            #expect(day.hotel.revenueAccepted == cash.total + card.total && day.difference == 0)
        }
    }

    @Test func `S1-05: what went to a room is not sent a second time with the revenue`() async throws {
        try await House.open { house in
            try await house.transmitsReceipts()
            let check = try await house.check()
            let lucia = try await house.guest("204")
            #expect(try await house.charge(check, to: lucia, amount: check.total - 500).status == 201)
            try await house.pay(check, by: "CASH", amount: 500)
            try await house.halfAnHourPasses()
            #expect(house.booked(check).map(\.total) == [check.total - 500])
            #expect(house.running.directBookings.map(\.total) == [500])
            let day = try await house.day()
            #expect(day.hotel.rooms == check.total - 500 && day.hotel.revenueAccepted == 500 && day.difference == 0)
        }
    }

    @Test func `S1-05: while the hotel is away revenue waits, and then goes once`() async throws {
        try await House.open { house in
            try await house.transmitsReceipts()
            let check = try await house.check()
            try await house.pay(check, by: "CASH")
            try await house.hotelGoesAway()
            try await house.keepBooks(minutes: 31)
            #expect(house.running.directBookings.isEmpty)
            #expect(try await house.day().hotel.revenueOnItsWay == check.total)
            try await house.hotelIsBack()
            try await house.revenueArrives()
            #expect(house.running.directBookings.map(\.total) == [check.total])
        }
    }

    @Test func `S1-12: the mapping of the outlet decides where it goes; without one the fallback is taken and the day says so`()
        async throws
    {
        try await House.open { house in
            try await house.transmitsReceipts()
            let outlets: OutletsBody = try await house.waiter.call(.GET, "/api/v1/outlets")
            let outlet = try #require(outlets.outlets.first { $0.number == 1 }.flatMap { OutletID(text: $0.id) })
            let mapping = RevenueMapping(
                id: RevenueMappingID(text: outlet.text)!, scope: .outlet(outlet), hotelOutlet: 3, itemizers: [Itemizer(1)!: Itemizer(4)!])
            try await house.running.restaurant.database.write { tx in
                _ = try tx.setRevenueMapping(mapping)
                try tx.execute("delete from revenue_mapping where outlet_id <> $1", outlet)
            }
            let (mapped, fallback) = (try await house.check(), try await house.check(plus: [20], outlet: 2))
            try await house.pay(mapped, by: "CASH")
            try await house.pay(fallback, by: "CASH")
            try await house.halfAnHourPasses()
            let direct = house.running.directBookings
            #expect(direct.first { $0.total == mapped.total }?.outlet == "3")
            #expect(direct.first { $0.total == mapped.total }?.fields.contains("S4") == true)
            #expect(direct.first { $0.total == mapped.total }?.fields.contains("S1") == false)
            #expect(direct.first { $0.total == fallback.total }?.outlet == "2")
            #expect(try await house.day().hotel.fallbacks == 1)
        }
    }

    @Test func `S1-12: revenue that the hotel has not mapped is refused, said, and sent again once it is`() async throws {
        try await House.open { house in
            try await house.transmitsReceipts()
            house.running.hotel.change { hotel, _ in hotel.settings.takesKnownOutletsOnly = true }
            try await house.running.restaurant.database.write { tx in
                _ = try tx.execute("update revenue_mapping set hotel_outlet = 77")
            }
            let check = try await house.check()
            try await house.pay(check, by: "CASH")
            try await house.halfAnHourPasses()
            #expect(house.running.directBookings.isEmpty)
            #expect(try await house.day().hotel.revenueRefused == check.total)
            try await house.running.restaurant.database.write { tx in
                _ = try tx.execute("update revenue_mapping set hotel_outlet = 1")
            }
            let batch = try #require(try await house.revenue().first)
            let answer = try await house.manager.send(.POST, "/api/v1/revenue/\(batch.id)/postings", NoBody(), key: House.key())
            #expect(answer.status == 201)
            try await house.revenueArrives()
            #expect(house.running.directBookings.map(\.total) == [check.total])
            let again = try await house.manager.send(.POST, "/api/v1/revenue/\(batch.id)/postings", NoBody(), key: House.key())
            #expect(again.status == 409)
            #expect(try again.read(ProblemBody.self).code == "REVENUE_NOT_REFUSED")
        }
    }

    @Test func `S1-13: the day closes by the clock and balances with the hotel's ledger`() async throws {
        try await House.open { house in
            try await house.transmitsReceipts()
            let (cash, room) = (try await house.check(), try await house.check())
            try await house.pay(cash, by: "CARD", tip: 70)
            #expect(try await house.charge(room, to: try await house.guest("204"), tip: 30).status == 201)
            let date = try await house.today()
            try await house.keepBooks(minutes: 24 * 60 + 60)
            try await house.revenueArrives(on: date)
            let day = try await house.day(date)
            #expect(day.status == "closed" && day.difference == 0)
            let ledger = house.booked(room).map(\.total).reduce(0, +) + house.running.directBookings.map(\.total).reduce(0, +)
            #expect(ledger == day.total && day.total == cash.total + 70 + room.total + 30)
            let waiter = try await house.waiter.send(.GET, "/api/v1/days/\(date)")
            #expect(waiter.status == 403)
        }
    }
}

struct NoBody: Encodable, Sendable {}
struct DayBody: Decodable, Sendable {
    let status: String
    let total: Int
    let difference: Int
    let hotel: Hotel

    struct Hotel: Decodable, Sendable {
        let rooms: Int
        let revenueAccepted: Int
        let revenueOnItsWay: Int
        let revenueRefused: Int
        let fallbacks: Int
    }
}
struct RevenueDayBody: Decodable, Sendable {
    let revenue: [Batch]

    struct Batch: Decodable, Sendable {
        let id: String
        let state: String?
    }
}
