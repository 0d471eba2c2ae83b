import Foundation
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Operations

struct LoadConfigurationTests {
    private let pepper = PINPepper(Array(repeating: 7, count: PINPepper.byteCount), rounds: 16)!

    @discardableResult
    private func load(_ set: ConfigurationSet, into database: any Database) async throws -> ConfigurationLoaded {
        try await Catalogue(set).load(into: database, pepper: pepper, at: Sample.evening)
    }

    private func loaded(_ set: ConfigurationSet? = nil) async throws -> SQLiteDatabase {
        let database = try SQLiteDatabase.inMemory()
        try await load(set ?? TestHouse.brasserie(), into: database)
        return database
    }

    @Test func `the shipped brasserie has nothing wrong with it and is what it says`() async throws {
        let database = try SQLiteDatabase.inMemory()
        let summary = try await load(TestHouse.brasserie(), into: database)
        #expect(summary.items == 60)
        #expect(summary.outlets == 2)
        #expect(summary.tables == 30)
        #expect(summary.staff == 6)
        #expect(summary.staffWithoutPIN.isEmpty)
        let (menu, methods, link, roles) = try await database.read { tx in
            (try tx.menu(), try tx.paymentMethods(), try tx.hotelLink(), try tx.cashiers().map(\.role))
        }
        #expect(Set(menu.taxClasses.map(\.rate.basisPoints)) == [2000, 1000, 550])
        for rate in menu.taxClasses { #expect(menu.items.contains { $0.taxClassID == rate.id }, "\(rate.name.fr) taxes something") }
        for group in menu.revenueGroups { #expect(menu.items.contains { $0.revenueGroupID == group.id }, "\(group.name.fr) is sold") }
        for page in menu.categories { #expect(menu.items.contains { $0.categoryID == page.id }, "\(page.name.fr) has articles") }
        #expect(menu.categories.count == 7)
        #expect(menu.items.allSatisfy { $0.name.en != nil && $0.price.isPositive && $0.isActive })
        #expect(methods.map(\.kind) == [.cash, .card, .room, .paymaster])
        #expect(methods[2].code == "IKPMS", "S1-02")
        #expect(methods[2].hotelCode == link?.roomPaymentCode)
        #expect(roles.filter { $0 == .waiter }.count == 4)
        #expect(roles.contains(.manager))
        #expect(roles.contains(.administrator))
    }

    @Test func `alcohol is taxed at 20 % and never booked as food`() throws {
        let set = try TestHouse.brasserie()
        let rates = Dictionary(uniqueKeysWithValues: set.taxClasses.map { ($0.code, $0.rate) })
        for item in set.items { #expect((rates[item.tax] == "20") == (item.revenue == "VINS"), "\(item.name.fr)") }
    }

    @Test func `loading a set again changes nothing`() async throws {
        let database = try await loaded()
        let before = try await Snapshot.taken(of: database)
        try await load(TestHouse.brasserie(), into: database)
        #expect(try await Snapshot.taken(of: database) == before)
    }

    @Test func `what is gone from the set is switched off but still there for the checks that point at it, and comes back`() async throws {
        let database = try await loaded()
        let whole = try await Snapshot.taken(of: database)
        var smaller = try TestHouse.brasserie()
        let gone = smaller.items.removeFirst()
        let terrace = smaller.outlets[0].floorPlans.removeLast()
        smaller.staff.removeFirst()
        smaller.paymentMethods.remove(at: 1)
        try await load(smaller, into: database)
        let now = try await Snapshot.taken(of: database)
        #expect(now.menu.items.count == 60)
        #expect(now.menu.items.filter { !$0.isActive }.map(\.code) == [gone.plu])
        #expect(now.plans.map(\.name) == ["Salle", "Bar"])
        #expect(now.tables.count == 30)
        #expect(now.tables.filter { !$0.isActive }.map(\.number) == terrace.tables.map(\.number).sorted())
        #expect(now.staff.filter { !$0.isActive }.map(\.name) == ["Anna"])
        #expect(now.methods.filter { !$0.isActive }.map(\.code) == ["CARD"])
        try await load(TestHouse.brasserie(), into: database)
        #expect(try await Snapshot.taken(of: database) == whole)
    }

    @Test func `a table with an open check cannot be taken away, nor the currency changed`() async throws {
        let database = try await loaded()
        try await database.write { tx in
            let (outlet, cashier) = (try tx.outlets()[0], try tx.cashiers()[0])
            let table = try #require(try tx.tables(outlet: outlet.id).first { $0.number == 12 })
            try tx.insertCheck(
                Check(
                    id: Sample.id(1), number: 1007, outletID: outlet.id, tableID: table.id, tableNumber: 12, covers: 2,
                    businessDate: BusinessDate(year: 2026, month: 11, day: 22), servicePeriod: 4, currency: .eur,
                    openedAt: Sample.evening, openedBy: cashier.id))
        }
        let before = try await Snapshot.taken(of: database)
        var smaller = try TestHouse.brasserie()
        smaller.items.removeFirst()
        for index in smaller.outlets[0].floorPlans.indices { smaller.outlets[0].floorPlans[index].tables.removeAll { $0.number == 12 } }
        var rejected = await #expect(throws: ConfigurationRejected.self) { try await load(smaller, into: database) }
        #expect(rejected?.problems.map(\.place) == ["check 1007"])
        var dollars = try TestHouse.brasserie()
        dollars.property.currency = "USD"
        rejected = await #expect(throws: ConfigurationRejected.self) { try await load(dollars, into: database) }
        #expect(rejected?.problems.map(\.place) == ["property.currency"])
        #expect(try await Snapshot.taken(of: database) == before, "nothing of either set was loaded")
    }

    @Test func `a set without PINs leaves those that are set, and names who has none`() async throws {
        let database = try await loaded()
        var set = try TestHouse.brasserie()
        for index in set.staff.indices { set.staff[index].pin = nil }
        set.staff.append(ConfigurationSet.StaffEntry(number: 7, name: "Malo", role: "waiter", language: "fr", pin: nil))
        let summary = try await load(set, into: database)
        #expect(summary.staffWithoutPIN == ["Malo"])
        #expect(summary.description.contains("Malo"))
        try await pepper.setPIN(PIN("503817")!, ofStaffNumber: 7, in: database, at: Sample.evening)
        #expect(try await load(set, into: database).staffWithoutPIN.isEmpty)
        await #expect(throws: PINRefused.taken) {
            try await pepper.setPIN(PIN("2580")!, ofStaffNumber: 7, in: database, at: Sample.evening)
        }
        await #expect(throws: PINRefused.tooEasy) {
            try await pepper.setPIN(PIN("1234")!, ofStaffNumber: 7, in: database, at: Sample.evening)
        }
        await #expect(throws: StorageFault.missing("member of staff", id: "77")) {
            try await pepper.setPIN(PIN("503818")!, ofStaffNumber: 77, in: database, at: Sample.evening)
        }
    }

    @Test func `two people may swap their PINs; a newcomer may have the PIN of who left, not of who is there`() async throws {
        let database = try await loaded()
        var swapped = try TestHouse.brasserie()
        (swapped.staff[0].pin, swapped.staff[1].pin) = (swapped.staff[1].pin, swapped.staff[0].pin)
        try await load(swapped, into: database)
        var newcomer = swapped
        for index in newcomer.staff.indices { newcomer.staff[index].pin = nil }
        newcomer.staff.append(ConfigurationSet.StaffEntry(number: 7, name: "Malo", role: "waiter", language: "fr", pin: "2580"))
        let rejected = await #expect(throws: ConfigurationRejected.self) { try await load(newcomer, into: database) }
        #expect(rejected?.problems.map(\.place) == ["staff number 7, pin"])
        newcomer.staff.remove(at: 1)
        try await load(newcomer, into: database)
        let digest = try pepper.digest(of: PIN("2580")!)
        #expect(try await database.read { try $0.cashier(pinDigest: digest) }?.name == "Malo")
    }

    @Test func `the key of the hotel's interface is kept sealed`() async throws {
        var set = try TestHouse.brasserie()
        set.hotel.authenticationKey = "FidCrypt0S|a-shared-key"
        let database = try await loaded(set)
        let kept = try await database.read { try $0.hotelLink()?.authenticationKey }
        #expect(kept?.contains("shared") == false)
        #expect(try pepper.open(#require(kept)) == "FidCrypt0S|a-shared-key")
        let other = PINPepper(Array(repeating: 8, count: PINPepper.byteCount), rounds: 16)!
        #expect(try other.open(#require(kept)) == nil)
    }

    @Test func `a menu and a staff list come from a spreadsheet`() async throws {
        var set = try TestHouse.brasserie()
        let menu = "plu;name_fr;name_en;category;price;tax;revenue;look\r\n901;\"Huîtres; au verre\";;ENTREES;9,50;TVA10;CUISINE;\r\n"
        let staff = "\u{FEFF}number,name,role,language\n1,Anna,waiter,fr\n6,Loïc,administrator,fr\n"
        try set.replaceItems(csv: Array(menu.utf8))
        try set.replaceStaff(csv: Array(staff.utf8))
        let database = try await loaded()
        let summary = try await load(set, into: database)
        #expect(summary.items == 1)
        #expect(summary.staff == 2)
        #expect(summary.staffWithoutPIN.isEmpty, "their PINs have stayed")
        let items = try await database.read { try $0.menu() }.items.filter(\.isActive)
        #expect(items.map(\.name) == [LocalizedName(fr: "Huîtres; au verre")])
        #expect(items.map(\.price) == [Sample.euros(950)])
        #expect(items.map(\.look) == [.plain])
    }
}

/// All that a configuration describes, as it stands in a database.
private struct Snapshot: Equatable, Sendable {
    let menu: Menu
    let outlets: [Outlet]
    let plans: [FloorPlan]
    let tables: [Table]
    let staff: [Cashier]
    let methods: [PaymentMethod]
    let link: HotelLinkSettings?

    static func taken(of database: any Database) async throws -> Snapshot {
        try await database.read { tx in
            let outlets = try tx.outlets()
            return Snapshot(
                menu: try tx.menu(), outlets: outlets, plans: try outlets.flatMap { try tx.floorPlans($0.id) },
                tables: try outlets.flatMap { try tx.tables(outlet: $0.id) }, staff: try tx.cashiers(), methods: try tx.paymentMethods(),
                link: try tx.hotelLink())
        }
    }
}
