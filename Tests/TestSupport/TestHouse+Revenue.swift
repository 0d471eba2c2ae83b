import Operations
package import PointOfSale
package import Storage

extension TestHouse {
    /// From now on every receipt goes to the hotel (`S1-02`).
    package func transmitsReceipts() async throws {
        try await database.write { _ = try $0.execute("update payment_method set transmits_receipts = 1 where kind = 'room'") }
    }

    /// One look at the books, once the grace has passed.
    @discardableResult
    package func keepBooks() async throws -> BooksKept {
        clock.advance(ms: RevenueBooks.graceMs)
        let moment = clock.now
        return try await database.write { tx in try tx.keepBooks(at: moment, takesRevenue: true) }
    }

    /// The revenue of the first business date, as it went to the hotel.
    package func revenue(on date: BusinessDate = BusinessDate(year: 2026, month: 11, day: 22)) async throws -> [RevenueSent] {
        try await database.read { tx in try tx.revenueSent(on: date) }
    }

    /// A new check, paid at once in that way.
    @discardableResult
    package func paid(_ method: String, key: Int, tip: Int = 0, outlet: Int = 1, plus: [Int] = [20, 52]) async throws -> Check {
        try await pay(try await check(outlet: outlet, plus: plus, key: key), by: method, key: key, tip: tip)
    }

    /// Pays all of a check in that way.
    @discardableResult
    package func pay(_ check: Check, by method: String, key: Int, tip: Int = 0) async throws -> Check {
        let method = try await self.method(method)
        return try await restaurant.takePayment(
            on: check.id, key: Sample.key(key + 90_000), method: method.id, amount: check.totals.remaining, tip: Sample.euros(tip),
            by: anna
        ).value.check
    }

    /// Somebody who may configure.
    package func administrator() async throws -> Cashier {
        try await database.read { tx in try tx.cashiers() }.first { $0.role == .administrator } ?? helene
    }
}
