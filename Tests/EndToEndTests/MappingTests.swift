import HotelSimulator
import NIOHTTP1
import Operations
import PointOfSale
import Storage
import Testing

@testable import Ardoise

/// Where the sales of a place go in the hotel's books, as the back office says it and as the hotel's ledger then has it.
@Suite(.serialized) struct MappingTests {
    @Test func `S1-12: floor plan before till before outlet before fallback, for room charges and for the rest alike`() async throws {
        try await House.open { house in
            let admin = try await house.administrator()
            try await house.transmitsReceipts()
            try await house.running.restaurant.database.write { tx in _ = try tx.execute("delete from revenue_mapping_itemizer") }
            try await house.running.restaurant.database.write { tx in _ = try tx.execute("delete from revenue_mapping") }
            let place = try await house.place()
            let till = try await admin.till(number: 9, in: place.outlet)
            // Nothing is mapped: the outlet's own number, and the day warns.
            #expect(try await house.hotelOutlet(of: place, till: till) == "1")
            #expect(try await house.day().hotel.fallbacks == 1)
            try await admin.map("outlet-\(place.outlet)", to: 11)
            #expect(try await house.hotelOutlet(of: place, till: till) == "11")
            try await admin.map("till-\(till)", to: 12)
            #expect(try await house.hotelOutlet(of: place, till: till) == "12")
            try await admin.map("plan-\(place.plan)", to: 13)
            #expect(try await house.hotelOutlet(of: place, till: till) == "13")
            #expect(try await house.day().hotel.fallbacks == 1, "what is mapped warns no more")
        }
    }

    @Test func `S1-12: a mapping that points nowhere in the hotel is refused by the hotel, in words, and mended in the back office`()
        async throws
    {
        try await House.open { house in
            let admin = try await house.administrator()
            house.running.hotel.change { hotel, _ in hotel.settings.takesKnownOutletsOnly = true }
            let place = try await house.place()
            try await admin.map("outlet-\(place.outlet)", to: 77)
            let check = try await house.check(plus: [20])
            let lucia = try await house.guest("204")
            let said = try await house.waiter.refused(
                "/api/v1/checks/\(check.id)/room-charges", ChargeBody(amount: check.total, guest: lucia))
            #expect(said.code == "POSTING_UNPROCESSABLE" && said.fr != said.en)
            #expect(house.booked(check).isEmpty)
            for number in ["0", "100000", "1a"] {
                let answer = try await admin.form(
                    "/configuration/settings/revenue-mapping/outlet-\(place.outlet)", House.mapping(to: number))
                #expect(answer.status == 422, "\(number)")
            }
            let nowhere = try await admin.form(
                "/configuration/settings/revenue-mapping/outlet-\(House.key())", House.mapping(to: "1"))
            #expect(nowhere.status == 404)
            try await admin.map("outlet-\(place.outlet)", to: 1)
            #expect(try await house.charge(check, to: lucia).status == 201)
            #expect(house.charges(ofCheck: check.number).map(\.details.outlet) == ["1"])
        }
    }

    @Test func `S1-12: a till takes the payment methods that it was given, and no other`() async throws {
        try await House.open { house in
            let admin = try await house.administrator()
            let place = try await house.place()
            let card = try await house.method("card")
            let till = try await admin.till(number: 9, in: place.outlet, methods: [card])
            let check = try await house.check(in: place, till: till)
            let cash = try await house.waiter.refused(
                "/api/v1/checks/\(check.id)/payments",
                SettlementBody(paymentMethodId: try await house.method("cash"), amount: check.total))
            #expect(cash.code == "PAYMENT_METHOD_NOT_ON_THIS_TILL" && cash.fr != cash.en)
            let room = try await house.charge(check, to: try await house.guest("204"))
            #expect(try room.read(ProblemBody.self).code == "PAYMENT_METHOD_NOT_ON_THIS_TILL")
            #expect(house.booked(check).isEmpty)
            #expect(try await house.settle(check, by: "card").status == 201)
        }
    }
}

extension House {
    /// A table, with the outlet and the floor plan that it stands in.
    struct Place: Sendable {
        let outlet: String
        let plan: String
        let table: String
    }

    /// The first table of the first outlet.
    func place() async throws -> Place {
        try await running.restaurant.database.read { tx in
            let outlet = try #require(try tx.outlets().first { $0.number == 1 })
            let plan = try #require(try tx.floorPlans(outlet.id).first)
            let table = try #require(try tx.tables(outlet: outlet.id).first { $0.floorPlanID == plan.id })
            return Place(outlet: outlet.id.text, plan: plan.id.text, table: table.id.text)
        }
    }

    /// A check at that table with a starter on it.
    func check(in place: Place, till: String) async throws -> CheckBody {
        let check: CheckBody = try await waiter.call(
            .POST, "/api/v1/checks",
            TillCheckBody(outletId: place.outlet, tableId: place.table, covers: 2, tillConfigurationId: till), key: House.key())
        let menu: MenuBody = try await waiter.call(.GET, "/api/v1/menu")
        let change = ChangeBody(id: House.key(), menuItemId: try #require(menu.items.first { $0.code == 20 }).id, quantity: 1)
        return try await waiter.call(.POST, "/api/v1/checks/\(check.id)/lines", LinesBody(changes: [change]))
    }

    /// Which outlet the hotel books for a check of that place: its room charge and its cash alike.
    fileprivate func hotelOutlet(of place: Place, till: String) async throws -> String {
        let check = try await check(in: place, till: till)
        // Half an hour later than the look before: a window is made once.
        let before = running.directBookings.count
        #expect(try await charge(check, to: try await guest("204"), amount: check.total - 100).status == 201)
        try await pay(check, by: "CASH", amount: 100)
        try await keepBooks(minutes: 31 * Int64(before + 1))
        try await revenueArrives()
        let onRoom = try #require(charges(ofCheck: check.number).first).details.outlet
        let rest = running.directBookings.dropFirst(before).map(\.outlet)
        #expect(rest == [onRoom], "room charge and revenue go to the same place")
        return onRoom
    }

    /// The form of a mapping to that outlet of the hotel's.
    static func mapping(to hotelOutlet: String) -> KeyValuePairs<String, String> {
        ["hotelOutlet": hotelOutlet, "itemizer1": "1", "itemizer2": "2", "itemizer3": "3", "itemizer5": "5"]
    }

    private struct TillCheckBody: Encodable, Sendable {
        let outletId: String
        let tableId: String
        let covers: Int
        let tillConfigurationId: String
    }
}

extension TillClient {
    /// Maps a place, in the back office.
    func map(_ place: String, to hotelOutlet: Int) async throws {
        let saved = try await form("/configuration/settings/revenue-mapping/\(place)", House.mapping(to: String(hotelOutlet)))
        #expect(saved.status == 303)
    }

    /// Sets up a till in the back office, with these methods or all, and gives its identity.
    func till(number: Int, in outlet: String, methods: [String]? = nil) async throws -> String {
        let all: MethodsBody = try await call(.GET, "/api/v1/payment-methods")
        let chosen = (methods ?? all.paymentMethods.map(\.id)).map { ("method-\($0)", "on") }
        let fields = [("number", String(number)), ("name", "Caisse \(number)"), ("outlet", outlet), ("active", "on")] + chosen
        #expect(try await form("/configuration/settings/tills/add", fields).status == 303)
        return try #require(
            try await page("/configuration/settings/tills").matches(of: /settings\/tills\/([0-9a-f-]{36})/).map { String($0.1) }.last)
    }
}
