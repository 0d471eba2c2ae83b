import Foundation
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Operations

@Suite struct ExportTests {
    private let house: TestHouse
    private let admin: Cashier

    init() async throws {
        house = try await TestHouse.open()
        admin = try await house.administrator()
    }

    @Test func `what is exported and loaded again changes nothing`() async throws {
        let outlet = try await house.outlet()
        _ = try await house.restaurant.saveTillConfiguration(
            TillDraft(number: 3, name: "Comptoir", outletID: outlet.id, methodIDs: [try await house.method("CASH").id]), by: admin)
        let plan = try await house.restaurant.floor(of: outlet.id).plans[1]
        try await house.restaurant.saveRevenueMapping(
            of: .floorPlan(plan.id), hotelOutlet: 77, itemizers: [Itemizer(1)!: Itemizer(3)!], by: admin)
        try await house.restaurant.setOpenChecksAtClosing(.refuse, by: admin)
        try await house.restaurant.saveHotelIntegration(.operaCloud, version: "26.1", isOn: true, by: admin)
        let first = try await house.restaurant.exportConfiguration(by: admin)
        let loaded = try await house.restaurant.importConfiguration(first, by: admin)
        #expect(loaded.outlets == 2 && loaded.items > 10)
        #expect(try await house.restaurant.exportConfiguration(by: admin) == first)
        let again = try await house.restaurant.signIn(pin: "864209", device: "a")
        #expect(again.id == admin.id, "PINs in force stay")
    }

    @Test func `the export is what the demo was loaded from, less what it says by default`() async throws {
        let set = try ConfigurationSet(json: try await house.restaurant.exportConfiguration(by: admin))
        let source = try TestHouse.brasserie()
        #expect(set.items.map(\.plu).sorted() == source.items.map(\.plu).sorted())
        #expect(set.items.map(\.price).sorted() == source.items.map(\.price).sorted())
        #expect(set.outlets.flatMap(\.floorPlans).flatMap(\.tables).count == source.outlets.flatMap(\.floorPlans).flatMap(\.tables).count)
        #expect(set.taxClasses.map(\.code).sorted() == source.taxClasses.map(\.code).sorted())
        #expect(set.staff.allSatisfy { $0.pin == nil })
    }

    @Test func `no PIN and no key leaves in a file, and both stay when it comes back`() async throws {
        let link = HotelLinkSettings(host: "opera", port: 5010)
        try await house.restaurant.saveGateway(GatewayDraft(settings: link, newKey: "FidCrypt0S|secret"), by: admin)
        let sealed = try await house.database.read { try $0.hotelLink()?.authenticationKey }
        let json = try await house.restaurant.exportConfiguration(by: admin)
        let text = String(decoding: json, as: UTF8.self)
        #expect(!text.contains("authenticationKey") && !text.contains("\"pin\"") && !text.contains("864209"))
        _ = try await house.restaurant.importConfiguration(json, by: admin)
        #expect(try await house.database.read { try $0.hotelLink()?.authenticationKey } == sealed)
    }

    @Test func `an import that would lock its owner out is refused whole`() async throws {
        let json = try await house.restaurant.exportConfiguration(by: admin)
        var set = try ConfigurationSet(json: json)
        set.staff.removeAll { $0.number == admin.number }
        set.staff.append(ConfigurationSet.StaffEntry(number: 77, name: "Autre", role: "administrator", language: "fr", pin: "739152"))
        let other = try JSONEncoder().encode(set)
        await #expect(throws: ConfigurationRejected.self) { try await house.restaurant.importConfiguration(other, by: admin) }
        #expect(try await house.restaurant.exportConfiguration(by: admin) == json)
    }

    @Test func `a closing time in a file waits for the next business date once there are checks`() async throws {
        _ = try await house.check()
        var set = try ConfigurationSet(json: try await house.restaurant.exportConfiguration(by: admin))
        set.property.closingTime = "04:00"
        _ = try await house.restaurant.importConfiguration(try JSONEncoder().encode(set), by: admin)
        let calendar = try await house.restaurant.property().calendar
        #expect(calendar.closingMinute == 330 && calendar.change?.closingMinute == 240)
        let after = try ConfigurationSet(json: try await house.restaurant.exportConfiguration(by: admin))
        #expect(after.property.closingTime == "04:00")
    }

    @Test func `a file with a plan's old name finds the plan that was renamed by its new one`() async throws {
        let outlet = try await house.outlet()
        let plan = try await house.restaurant.floor(of: outlet.id).plans[0]
        let before = try await house.restaurant.exportConfiguration(by: admin)
        _ = try await house.restaurant.saveFloorPlan(id: plan.id, outlet: outlet.id, name: "Grande salle", position: 0, by: admin)
        let renamed = try await house.restaurant.exportConfiguration(by: admin)
        for json in [renamed, before, renamed] {
            _ = try await house.restaurant.importConfiguration(json, by: admin)
            #expect(try await house.restaurant.exportConfiguration(by: admin) == json)
        }
    }

    @Test(arguments: ["[]", "{}", "{\"property\": 3}", "not json"]) func `what is no configuration is refused with the reason`(text: String)
        async throws
    {
        let rejected = await #expect(throws: ConfigurationRejected.self) {
            try await house.restaurant.importConfiguration(Data(text.utf8), by: admin)
        }
        #expect(rejected?.problems.isEmpty == false)
    }

    @Test func `an old hotel system in a file is a mistake with its place`() async throws {
        var set = try TestHouse.brasserie()
        set.hotel.version = "5.0.04.02 E16"
        let rejected = #expect(throws: ConfigurationRejected.self) { try Catalogue(set) }
        #expect(rejected?.problems.map(\.place) == ["hotel.version"])
        set.hotel.isOn = false
        _ = try Catalogue(set)
    }
}
