import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

/// Outlets, periods, closing time, tills, plans, groups and staff in the back office.
@Suite struct FloorSettingTests {
    private let house: TestHouse
    private let admin: Cashier

    init() async throws {
        house = try await TestHouse.open()
        admin = try await house.administrator()
    }

    private var restaurant: Restaurant { house.restaurant }

    @Test func `an outlet keeps its number, and is not switched off under an open check`() async throws {
        let terrace = try await restaurant.saveOutlet(number: 7, name: "Terrasse", whileHotelIsDown: .queue, isActive: true, by: admin)
        #expect(try await restaurant.outlets().contains { $0.id == terrace.id && $0.servicePeriods == .standard })
        await #expect(throws: Refusal.settingTaken(.number)) {
            try await restaurant.saveOutlet(number: 7, name: "Autre", whileHotelIsDown: .refuse, isActive: true, by: admin)
        }
        let brasserie = try await house.outlet()
        _ = try await house.check()
        await #expect(throws: Refusal.settingInUse) {
            try await restaurant.saveOutlet(
                id: brasserie.id, number: 1, name: "Brasserie", whileHotelIsDown: .refuse, isActive: false, by: admin)
        }
        #expect(try await house.outlet().isActive, "nothing of a refused change is kept")
    }

    @Test func `service periods follow on each other around the clock`() async throws {
        let outlet = try await house.outlet()
        let two = [(1, 330, 900, "Jour"), (2, 900, 330, "Soir")].map {
            ServicePeriods.Entry(number: $0.0, startMinute: $0.1, endMinute: $0.2, name: LocalizedName(fr: $0.3))
        }
        try await restaurant.saveServicePeriods(two, of: outlet.id, by: admin)
        #expect(try await house.outlet().servicePeriods.entries == two)
        await #expect(throws: Refusal.servicePeriodsGap(minute: 900)) {
            try await restaurant.saveServicePeriods([two[0]], of: outlet.id, by: admin)
        }
    }

    @Test func `closing time inside a service period must be meant, and the default never asks`() async throws {
        await #expect(throws: Refusal.closingInsidePeriod(minute: 180)) {
            try await restaurant.setClosingTime(180, isMeant: false, by: admin)
        }
        let calendar = try await restaurant.setClosingTime(180, isMeant: true, by: admin)
        let today = calendar.businessDate(at: house.clock.now)
        #expect(calendar.change == BusinessCalendar.Change(closingMinute: 180, from: today.next))
        #expect(try await restaurant.property().calendar == calendar, "it is kept")
        _ = try await restaurant.setClosingTime(240, isMeant: false, by: admin)
        let back = try await restaurant.setClosingTime(330, isMeant: false, by: admin)
        #expect(back.change == nil)
        await #expect(throws: Refusal.settingInvalid(.time)) { try await restaurant.setClosingTime(1440, isMeant: true, by: admin) }
    }

    @Test func `a till sells for one outlet and takes what it is allowed`() async throws {
        let outlet = try await house.outlet()
        let cash = try await house.method("CASH")
        let card = try await house.method("CARD")
        let draft = TillDraft(number: 3, name: "Comptoir", outletID: outlet.id, methodIDs: [cash.id])
        let till = try await restaurant.saveTillConfiguration(draft, by: admin)
        #expect(till.allows(cash.id) && !till.allows(card.id))
        #expect(try await restaurant.settings(by: admin).tills == [till])
        await #expect(throws: Refusal.settingTaken(.number)) { try await restaurant.saveTillConfiguration(draft, by: admin) }
        let bar = try await house.outlet(2)
        var wrong = draft
        wrong.number = 4
        wrong.outletID = bar.id
        wrong.floorPlanID = try await restaurant.floor(of: outlet.id).plans[0].id
        await #expect(throws: Refusal.settingInvalid(.floorPlan)) { try await restaurant.saveTillConfiguration(wrong, by: admin) }
    }

    @Test func `a plan is renamed with its tables, and a table under an open check stays`() async throws {
        let outlet = try await house.outlet()
        let floor = try await restaurant.floor(of: outlet.id)
        let plan = try #require(floor.plans.first)
        _ = try await restaurant.saveFloorPlan(id: plan.id, outlet: outlet.id, name: "Grande salle", position: 0, by: admin)
        let renamed = try await restaurant.floor(of: outlet.id)
        #expect(renamed.plans.contains { $0.id == plan.id && $0.name == "Grande salle" } && renamed.tables.count == floor.tables.count)
        let table = try #require(renamed.tables.first { $0.table.floorPlanID == plan.id }?.table)
        _ = try await restaurant.openCheck(key: Sample.key(1), outlet: outlet.id, table: table.id, covers: 2, by: house.anna)
        await #expect(throws: Refusal.settingInUse) {
            try await restaurant.saveTable(
                id: table.id, plan: plan.id, number: 0, seats: 2, x: table.x, y: table.y, isActive: false, by: admin)
        }
        await #expect(throws: Refusal.settingInUse) {
            try await restaurant.saveFloorPlan(id: plan.id, outlet: outlet.id, name: "X", position: 0, isActive: false, by: admin)
        }
        await #expect(throws: Refusal.settingTaken(.place)) {
            try await restaurant.saveTable(plan: plan.id, number: 990, seats: 2, x: table.x, y: table.y, by: admin)
        }
        let added = try await restaurant.saveTable(plan: plan.id, number: 990, seats: 6, x: 39, y: 39, by: admin)
        #expect(try await restaurant.floor(of: outlet.id).tables.contains { $0.table.id == added.id })
    }

    @Test func `two revenue groups never share a subtotal, and one that is sold under stays`() async throws {
        await #expect(throws: Refusal.settingTaken(.itemizer)) {
            try await restaurant.saveRevenueGroup(code: "SPA", nameFR: "Spa", nameEN: nil, itemizer: 1, by: admin)
        }
        let spa = try await restaurant.saveRevenueGroup(code: "SPA", nameFR: "Spa", nameEN: nil, itemizer: 9, by: admin)
        let food = try #require(try await restaurant.settings(by: admin).revenueGroups.first { $0.group.itemizer.number == 1 })
        await #expect(throws: Refusal.settingInUse) {
            try await restaurant.saveRevenueGroup(
                id: food.group.id, code: "", nameFR: "Cuisine", nameEN: nil, itemizer: 1, isActive: false, by: admin)
        }
        _ = try await restaurant.saveRevenueGroup(
            id: spa.id, code: "", nameFR: "Spa", nameEN: nil, itemizer: 9, isActive: false, by: admin)
        #expect(try await restaurant.settings(by: admin).revenueGroups.contains { $0.code == "SPA" && !$0.isActive })
    }

    @Test func `revenue of a floor plan goes where it was said, and elsewhere as its outlet`() async throws {
        let outlet = try await house.outlet()
        let plan = try #require(try await restaurant.floor(of: outlet.id).plans.last)
        let (one, nine) = (Itemizer(1)!, Itemizer(9)!)
        try await restaurant.saveRevenueMapping(of: .floorPlan(plan.id), hotelOutlet: 77, itemizers: [one: nine], by: admin)
        let mappings = try await restaurant.settings(by: admin).revenueMappings
        let there = RevenueRoute(of: RevenuePlace(outletID: outlet.id, floorPlanID: plan.id), outletNumber: outlet.number, by: mappings)
        #expect(there.hotelOutlet == 77 && there.itemizers == [one: nine])
        let elsewhere = RevenueRoute(of: RevenuePlace(outletID: outlet.id), outletNumber: outlet.number, by: mappings)
        #expect(elsewhere.hotelOutlet == outlet.number && elsewhere.mappingID != nil)
        await #expect(throws: Refusal.settingInvalid(.number)) {
            try await restaurant.saveRevenueMapping(of: .outlet(outlet.id), hotelOutlet: 0, itemizers: [:], by: admin)
        }
        await #expect(throws: Refusal.unknownSetting) {
            try await restaurant.saveRevenueMapping(of: .outlet(Sample.id(9)), hotelOutlet: 1, itemizers: [:], by: admin)
        }
    }

    @Test func `staff come, change and go, and somebody always stays who can configure`() async throws {
        let draft = CashierDraft(number: 12, name: "Malo", role: .waiter, language: .fr, pin: "7391")
        let malo = try await restaurant.saveCashier(draft, by: admin)
        #expect(try await restaurant.signIn(pin: "7391", device: "a").id == malo.id)
        var other = CashierDraft(number: 13, name: "Nora", role: .waiter, language: .fr, pin: "7391")
        await #expect(throws: Refusal.pinTaken) { try await restaurant.saveCashier(other, by: admin) }
        other.pin = "1234"
        await #expect(throws: Refusal.pinTooEasy) { try await restaurant.saveCashier(other, by: admin) }
        other.pin = "12"
        await #expect(throws: Refusal.settingInvalid(.pin)) { try await restaurant.saveCashier(other, by: admin) }
        var gone = draft
        (gone.isActive, gone.pin) = (false, nil)
        _ = try await restaurant.saveCashier(gone, id: malo.id, by: admin)
        await #expect(throws: Refusal.self) { try await restaurant.signIn(pin: "7391", device: "b") }
        let alone = CashierDraft(number: admin.number, name: admin.name, role: .manager, language: .fr)
        await #expect(throws: Refusal.administratorMissing) { try await restaurant.saveCashier(alone, id: admin.id, by: admin) }
    }
}
