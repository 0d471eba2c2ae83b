import Foundation
import Logging
package import Operations
package import PointOfSale
package import Storage

/// The shipped brasserie on a database in memory (the real engine), with a hotel that does as it is told and a clock that stands still.
package struct TestHouse: Sendable {
    package let restaurant: Restaurant
    package let database: SQLiteDatabase
    package let hotel: ScriptedHotel
    /// The hostel beside it: nobody charges its guests until RoomRaccoon is added.
    package let hostel: ScriptedHotel
    package let clock: TestClock
    package let anna: Cashier
    package let helene: Cashier

    /// The configuration set that the program carries.
    package static func brasserie() throws -> ConfigurationSet {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try ConfigurationSet(json: Data(contentsOf: root.appending(path: "Sources/Ardoise/Demo/brasserie.json")))
    }

    /// Opens the house, as the set has it.
    package static func open(
        _ changed: ConfigurationSet? = nil, signaturePolicy: SignaturePolicy? = nil,
        printerReadiness: @escaping @Sendable (Printer) async -> PrinterFault? = { _ in nil }
    ) async throws -> TestHouse {
        let database = try SQLiteDatabase.inMemory()
        let pepper = PINPepper(Array(repeating: 7, count: PINPepper.byteCount), rounds: 16)!
        var set = try changed ?? brasserie()
        // PINs cost a slow hash each; only those that tests type are kept.
        for index in set.staff.indices where !["Anna", "Hélène"].contains(set.staff[index].name) { set.staff[index].pin = nil }
        _ = try await Catalogue(set).load(into: database, pepper: pepper, at: Sample.evening)
        let (hotel, hostel) = (ScriptedHotel(), ScriptedHotel(.roomRaccoon))
        let clock = TestClock()
        let restaurant = Restaurant(
            database: database, hotels: Hotels(opera: hotel, others: [hostel]), signals: PostingSignals(), pepper: pepper,
            logger: Logger(label: "test"), signaturePolicy: signaturePolicy, printerReadiness: printerReadiness, now: { clock.now })
        let staff = try await database.read { tx in try tx.cashiers() }
        return TestHouse(
            restaurant: restaurant, database: database, hotel: hotel, hostel: hostel, clock: clock,
            anna: staff.first { $0.name == "Anna" }!,
            helene: staff.first { $0.name == "Hélène" }!)
    }

    /// The outlet of that number.
    package func outlet(_ number: Int = 1) async throws -> Outlet {
        try await restaurant.outlets().first { $0.number == number }!
    }

    /// A check at the counter with articles of these PLUs.
    package func check(outlet number: Int = 1, plus: [Int] = [20, 52], key: Int = 1) async throws -> Check {
        let opened = try await restaurant.openCheck(
            key: Sample.key(key), outlet: try await outlet(number).id, table: nil, covers: 2, by: anna
        ).value
        let menu = try await restaurant.menu()
        let batch = plus.enumerated().map { index, plu in
            LineChange.add(id: Sample.key(key * 10_000 + index), item: menu.items.first { $0.code == plu }!.id, quantity: 1, note: "")
        }
        return try await restaurant.changeLines(of: opened.id, batch, by: anna)
    }

    /// The payment method of that code.
    package func method(_ code: String) async throws -> PaymentMethod {
        try await restaurant.paymentMethods().first { $0.code == code }!
    }
}
