import Foundation
import Operations
import PointOfSale
import SimulatedDisk
import Storage
import TestSupport

/// A configured house, as a disk that every history begins with, and what people in it know by heart.
package struct HouseImage: Sendable {
    let disk: DiskContents
    let outletThatRefuses: OutletID
    let outletThatQueues: OutletID
    let waiter: Cashier
    let manager: Cashier
    let items: [MenuItemID]
    let roomMethod: PaymentMethodID
    let cashMethod: PaymentMethodID
    let pepper: PINPepper

    static let databaseFile = "till.db"
    /// Where the wall clock stands when a history begins: 22 November 2026, 20:14 in Paris.
    static let beginsAt = Sample.evening

    /// Builds the house, once for all histories.
    package static func build() async throws -> HouseImage {
        guard let pepper = PINPepper(Array(repeating: 7, count: PINPepper.byteCount), rounds: 16) else {
            preconditionFailure("a pepper of the right length is one")
        }
        let disk = SimulatedDisk()
        let database = try SQLiteDatabase.stepped(at: disk.path(databaseFile))
        let catalogue = try Catalogue(try ConfigurationSet(json: Data(house.utf8)))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { _ = try await catalogue.load(into: database, pepper: pepper, at: beginsAt) }
            tasks.addTask {
                while !Task.isCancelled {
                    database.commitWaiting()
                    await Task.yield()
                }
            }
            try await tasks.next()
            tasks.cancelAll()
        }
        let people = try await database.read { tx in try People(tx) }
        try await database.close()
        // A house that has stood for long: no power loss takes any of it away.
        guard let bytes = disk.contents.bytes(of: databaseFile) else { preconditionFailure("a database that was closed is a file") }
        var kept = DiskContents()
        kept.files[databaseFile] = DiskFile(PagedBytes(bytes))
        return HouseImage(disk: kept, people: people, pepper: pepper)
    }

    /// What is read of the house once and known from then on.
    private struct People: Sendable {
        let outlets: [Outlet]
        let staff: [Cashier]
        let items: [MenuItemID]
        let methods: [PaymentMethod]

        init(_ tx: any SQLTransaction) throws {
            outlets = try tx.outlets()
            staff = try tx.cashiers()
            items = try tx.menu().items.sorted { $0.code < $1.code }.map(\.id)
            methods = try tx.paymentMethods()
        }
    }

    private init(disk: DiskContents, people: People, pepper: PINPepper) {
        func first<Value>(_ values: [Value], _ wanted: (Value) -> Bool) -> Value {
            guard let value = values.first(where: wanted) else { preconditionFailure("the house below has it") }
            return value
        }
        self.disk = disk
        outletThatRefuses = first(people.outlets) { $0.whileHotelIsDown == .refuse }.id
        outletThatQueues = first(people.outlets) { $0.whileHotelIsDown == .queue }.id
        waiter = first(people.staff) { $0.role == .waiter }
        manager = first(people.staff) { $0.role == .manager }
        items = people.items
        roomMethod = first(people.methods) { $0.kind == .room }.id
        cashMethod = first(people.methods) { $0.kind == .cash }.id
        self.pepper = pepper
    }

    private static let house = """
        {
          "property": {"name": "Torture", "currency": "EUR", "timeZone": "Europe/Paris", "language": "fr"},
          "taxClasses": [{"code": "T10", "name": {"fr": "Restauration"}, "rate": "10"}],
          "revenueGroups": [{"code": "CUISINE", "name": {"fr": "Cuisine"}, "itemizer": 1},
                            {"code": "VINS", "name": {"fr": "Vins"}, "itemizer": 3}],
          "categories": [{"code": "PLATS", "name": {"fr": "Plats"}}],
          "items": [
            {"plu": 1, "name": {"fr": "Plat"}, "category": "PLATS", "price": "29.00", "tax": "T10", "revenue": "CUISINE"},
            {"plu": 2, "name": {"fr": "Dessert"}, "category": "PLATS", "price": "9.50", "tax": "T10", "revenue": "CUISINE"},
            {"plu": 3, "name": {"fr": "Vin"}, "category": "PLATS", "price": "34.20", "tax": "T10", "revenue": "VINS"}],
          "outlets": [
            {"number": 1, "name": "Salle", "whileHotelIsDown": "refuse",
             "floorPlans": [{"name": "Salle", "tables": [{"number": 1, "seats": 2, "x": 0, "y": 0}]}]},
            {"number": 2, "name": "Bar", "whileHotelIsDown": "queue",
             "floorPlans": [{"name": "Bar", "tables": [{"number": 2, "seats": 2, "x": 0, "y": 0}]}]}],
          "staff": [{"number": 1, "name": "Anna", "role": "waiter", "language": "fr"},
                    {"number": 2, "name": "Hélène", "role": "manager", "language": "fr"},
                    {"number": 3, "name": "Loïc", "role": "administrator", "language": "fr"}],
          "paymentMethods": [
            {"code": "CASH", "name": {"fr": "Espèces"}, "kind": "cash", "hotelCode": "CASH", "givesChange": true, "opensDrawer": true},
            {"code": "IKPMS", "name": {"fr": "Opera"}, "kind": "room", "hotelCode": "ROOM"}],
          "hotel": {"host": "hotel", "port": 5010, "workstation": "ARDOISE", "roomPaymentCode": "ROOM", "matchesMax": 9,
            "billIsComplete": true,
                    "postingNumberDigits": 8, "postingsInFlightMax": 8}
        }
        """
}
