import PointOfSale
import Storage
import TestSupport

/// A small house in an in-memory database, for trying the tables: one outlet, one plan, two tables, two articles, staff, ways of paying.
struct House: Sendable {
    let database: SQLiteDatabase
    let property: Property
    let outlet: Outlet
    let plan: FloorPlan
    let table: Table
    let otherTable: Table
    let category: MenuCategory
    let taxClass: TaxClass
    let group: RevenueGroup
    let item: MenuItem
    let cash: PaymentMethod
    let room: PaymentMethod
    let anna: Cashier

    static let moment = Sample.evening

    init(_ database: SQLiteDatabase) async throws {
        self.database = database
        property = Property(id: Sample.id(1), name: "Hôtel", currency: .eur, calendar: Sample.calendar, language: .fr)
        outlet = Outlet(id: Sample.id(2), number: 1, name: "Brasserie")
        plan = FloorPlan(id: Sample.id(3), outletID: outlet.id, name: "Salle", position: 0)
        table = Table(id: Sample.id(4), floorPlanID: plan.id, number: 12, seats: 4, x: 1, y: 2)
        otherTable = Table(id: Sample.id(5), floorPlanID: plan.id, number: 13, seats: 2, x: 2, y: 2)
        category = MenuCategory(id: Sample.id(6), name: LocalizedName(fr: "Plats", en: "Mains"), position: 0)
        taxClass = TaxClass(id: Sample.id(7), name: LocalizedName(fr: "Taux intermédiaire"), rate: Rate(basisPoints: 1000)!)
        group = RevenueGroup(id: Sample.id(8), name: LocalizedName(fr: "Cuisine"), itemizer: Itemizer(1)!)
        item = MenuItem(
            id: Sample.id(9), code: 101, name: LocalizedName(fr: "Moules marinières", en: "Mussels"), categoryID: category.id,
            price: Sample.euros(1650), taxClassID: taxClass.id, revenueGroupID: group.id, look: .hot)
        cash = PaymentMethod(
            id: Sample.id(10), code: "CASH", name: LocalizedName(fr: "Espèces", en: "Cash"), kind: .cash, hotelCode: "CASH",
            givesChange: true, opensDrawer: true, position: 0)
        room = PaymentMethod(
            id: Sample.id(11), code: "IKPMS", name: LocalizedName(fr: "Opera"), kind: .room, hotelCode: "ROOM", givesChange: false,
            opensDrawer: false, position: 1)
        anna = Cashier(id: Sample.id(99), number: 7, name: "Anna", role: .waiter, language: .fr)
        let house = self
        try await database.write { tx in
            try tx.upsert(house.property)
            try tx.upsert(house.outlet, property: house.property.id)
            try tx.upsert(house.plan)
            try tx.upsert(house.table, property: house.property.id)
            try tx.upsert(house.otherTable, property: house.property.id)
            try tx.upsert(house.category, code: "MAINS", property: house.property.id)
            try tx.upsert(house.taxClass, code: "T10", property: house.property.id)
            try tx.upsert(house.group, code: "FOOD", property: house.property.id)
            try tx.upsert(house.item, property: house.property.id)
            try tx.upsert(house.cash, property: house.property.id)
            try tx.upsert(house.room, property: house.property.id)
            try tx.upsert(house.anna, property: house.property.id)
        }
    }

    static func inMemory() async throws -> House { try await House(SQLiteDatabase.inMemory()) }

    func write<T: Sendable>(_ body: @Sendable @escaping (any SQLTransaction) throws -> T) async throws -> T {
        try await database.write(body)
    }

    func read<T: Sendable>(_ body: @Sendable @escaping (any SQLTransaction) throws -> T) async throws -> T {
        try await database.read(body)
    }

    /// An open check without lines; `number` makes it and its id.
    func check(_ number: Int = 1007, table: Table? = nil) -> Check {
        Check(
            id: Sample.id(UInt64(number)), number: number, outletID: outlet.id, tableID: table?.id, tableNumber: table?.number, covers: 2,
            businessDate: BusinessDate(year: 2026, month: 11, day: 22), servicePeriod: 4, currency: .eur, openedAt: Self.moment,
            openedBy: anna.id)
    }

    func line(_ number: Int, quantity: Int = 1, cents: Int = 1650) -> CheckLine {
        CheckLine(
            id: Sample.key(number), menuItemID: item.id, name: item.name, quantity: quantity, unitPrice: Sample.euros(cents),
            taxRate: taxClass.rate, itemizer: group.itemizer, note: "sans sel", addedAt: Self.moment, addedBy: anna.id)
    }

    func tender(
        _ number: UInt64, check: CheckID, cents: Int, state: Tender.State = .settled, by method: PaymentMethod? = nil
    ) -> Tender {
        Tender(
            id: Sample.id(number), checkID: check, paymentMethodID: (method ?? cash).id, kind: (method ?? cash).kind,
            amount: Sample.euros(cents), tip: Sample.euros(50), state: state, takenAt: Self.moment, takenBy: anna.id,
            businessDate: BusinessDate(year: 2026, month: 11, day: 22))
    }

    /// A check of 33.00 with a pending room charge of all of it, queued: what `ChargeToRoom` writes.
    func queuedCharge(_ number: Int = 2000, due: Timestamp = moment) async throws -> FolioPosting {
        let check = check(number)
        let pending = tender(UInt64(number) + 10_000, check: check.id, cents: 3300, state: .pending, by: room)
        let posting = Self.posting(
            id: .make(at: Self.moment.advanced(byMs: Int64(number))), check: check, tender: pending.id, by: anna.id, due: due)
        let line = line(number, quantity: 2)
        try await write { tx in
            try tx.insertCheck(check)
            try tx.insertLine(line, check: check.id)
            try tx.insertTender(pending, share: TenderShare(subtotals: posting.breakdown.subtotals))
            try tx.enqueue(posting)
        }
        return posting
    }

    /// A queued posting of 33.00 and 0.50 tip to Mme Garibaldi in room 204.
    static func posting(
        id: PostingID, check: Check, tender: TenderID, by cashier: CashierID, due: Timestamp = moment
    ) -> FolioPosting {
        FolioPosting(
            id: id, checkID: check.id, tenderID: tender, checkNumber: check.number,
            guest: GuestChoice(roomNumber: RoomNumber("204")!, reservationNumber: "12345", name: "Garibaldi, Lucia")!,
            breakdown: PostingBreakdown(subtotals: [Itemizer(1)!: Sample.euros(3300)], tip: Sample.euros(50)), covers: 2,
            outletNumber: 1, servicePeriod: 4, tableNumber: check.tableNumber, cashierName: "Anna", workstation: "TILL1",
            hotelCode: "ROOM", stamp: PostingStamp(time: LocalTime(year: 2026, month: 11, day: 22, hour: 20, minute: 15, second: 30)),
            createdAt: moment, createdBy: cashier, updatedAt: moment, notBefore: due)
    }
}
