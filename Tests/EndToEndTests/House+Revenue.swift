import HotelSimulator
import NIOHTTP1
import Operations
import PointOfSale
import Storage
import Testing

@testable import Ardoise

extension House {
    /// From now on every receipt goes to the hotel, as the administrator says in the back office (`S1-02`).
    func transmitsReceipts() async throws {
        try await running.restaurant.database.write { tx in
            _ = try tx.execute("update payment_method set transmits_receipts = 1 where kind = 'room'")
        }
        try await keepBooks(minutes: 0)
    }

    /// Pays a check, or a part of it, in that way.
    func pay(_ check: CheckBody, by code: String, amount: Int? = nil, tip: Int = 0) async throws {
        let methods: CodesBody = try await waiter.call(.GET, "/api/v1/payment-methods")
        let method = try #require(methods.paymentMethods.first { $0.code == code })
        let body = TippedBody(paymentMethodId: method.id, amount: amount ?? check.total, tip: tip)
        let paid = try await waiter.send(.POST, "/api/v1/checks/\(check.id)/payments", body, key: House.key())
        #expect(paid.status == 201 || paid.status == 200)
    }

    /// The books are told a moment so many minutes from now, as the schedule would be. What is queued then is sent at once: a posting that
    /// is due later than any wait is taken for one from before the clock was set.
    func keepBooks(minutes: Int64) async throws {
        let moment = running.restaurant.now().advanced(byMs: minutes * 60_000 + RevenueBooks.graceMs)
        let kept = try await running.restaurant.database.write { tx in try tx.keepBooks(at: moment, takesRevenue: true) }
        running.restaurant.signals.announce(kept.postings)
    }

    /// Half an hour is over, and its revenue is with the hotel, or refused.
    func halfAnHourPasses() async throws {
        try await keepBooks(minutes: 31)
        try await revenueArrives()
    }

    /// Listens until no revenue of the date is on its way.
    func revenueArrives(on date: String? = nil) async throws {
        let changes = running.restaurant.signals.updates()
        func isOnItsWay() async throws -> Bool {
            try await revenue(on: date).contains { ["queued", "sending"].contains($0.state ?? "") }
        }
        if try await !isOnItsWay() { return }
        for await _ in changes where try await !isOnItsWay() { return }
    }

    /// The business date that runs.
    func today() async throws -> String {
        let moment = running.restaurant.now()
        return try await running.restaurant.database.read { tx in try tx.property().calendar.businessDate(at: moment).description }
    }

    /// The day report.
    func day(_ date: String? = nil) async throws -> DayBody {
        let date = if let date { date } else { try await today() }
        return try await manager.call(.GET, "/api/v1/days/\(date)")
    }

    /// The revenue of a date as it went.
    func revenue(on date: String? = nil) async throws -> [RevenueDayBody.Batch] {
        let date = if let date { date } else { try await today() }
        return try await manager.call(.GET, "/api/v1/days/\(date)/revenue", as: RevenueDayBody.self).revenue
    }

    private struct CodesBody: Decodable {
        let paymentMethods: [Method]

        struct Method: Decodable {
            let id: String
            let code: String
        }
    }

    private struct TippedBody: Encodable {
        let paymentMethodId: String
        let amount: Int
        let tip: Int
    }
}

/// One posting of revenue in the hotel's ledger.
struct DirectBooking: Sendable {
    let method: String
    let outlet: String
    let total: Int
    let tip: Int
    let fields: [String]
}

extension RunningHouse {
    /// What the hotel booked without a guest, oldest first.
    var directBookings: [DirectBooking] {
        hotel.ledger.bookings.filter { $0.charge.target == .direct }.map { booking in
            let tip = booking.charge.parts.first { $0.component == .tip }?.amountMinor ?? 0
            return DirectBooking(
                method: booking.charge.paymentMethod, outlet: booking.charge.details.outlet, total: booking.charge.totalMinor, tip: tip,
                fields: booking.charge.parts.map(\.component.fieldCode))
        }
    }

    /// What is left on the hotel's posting accounts.
    var leftOnPostingAccounts: Int {
        let hotel = hotel.snapshot
        let masters = Set(hotel.postingMasters.values).union([hotel.postingMaster].compactMap(\.self))
        return masters.reduce(0) { $0 + abs(hotel.folio(of: .reservation($1))?.balanceMinor ?? 0) }
    }
}
