import Foundation
import HotelGateway
import Operations
import PointOfSale
import Storage

/// The report of a business date with 100,000 checks, read as the page reads it, beside what SQLite needs to walk over the payments alone.
enum DayReports {
    static let checks = 100_000
    private static let looks = 5
    private static let date = BusinessDate(year: 2026, month: 11, day: 20)

    struct Results: Sendable {
        let checks: Int
        let slowestMs: Double
        let walkMs: Double
        let balances: Bool
    }

    static func measure(_ machine: Machine) async throws -> Results {
        let count = machine.count ?? checks
        let database = try SQLiteDatabase.open(at: machine.folder.appending(path: "day.sqlite").path)
        let catalogue = try TillRig.brasserie()
        let calendar = catalogue.property.calendar
        let now = calendar.end(of: date).advanced(byMs: -1)
        let pepper = PINPepper.random()
        _ = try await catalogue.load(into: database, pepper: pepper, at: now)
        try await PaidChecks(database: database, date: date, from: calendar.start(of: date), until: now).add(count, .brasserie)
        let restaurant = Restaurant(
            database: database, hotels: Hotels(opera: CurrentHotel(at: now)), signals: PostingSignals(), pepper: pepper, logger: .quiet,
            now: { now })
        guard let manager = catalogue.staff.first(where: { $0.role == .manager }) else {
            throw TillRig.Unusable(description: "the brasserie has no manager")
        }
        var balances = true
        let slowestMs = try await slowest {
            let report = try await restaurant.dayReport(of: date, by: manager)
            balances =
                balances && report.difference.isZero && report.checks == count
                && report.total.minorUnits == PaidChecks.total(of: count)
        }
        let walkMs = try await slowest {
            _ = try await database.read { tx in try tx.query("select sum(amount), max(taken_by) from tender") }
        }
        try await database.close()
        return Results(checks: count, slowestMs: slowestMs, walkMs: walkMs, balances: balances)
    }

    private static func slowest(_ body: () async throws -> Void) async throws -> Double {
        let clock = ContinuousClock()
        var slowest = 0.0
        for _ in 0..<looks {
            let start = clock.now
            try await body()
            slowest = max(slowest, (clock.now - start) / .milliseconds(1))
        }
        return slowest
    }
}

extension Section {
    static let dayReport = Section(title: "dayreport: a business date with very many checks") { machine, _ in
        let results = try await DayReports.measure(machine)
        return [
            Figure("reports that add up to the cent", results.balances ? 1 : 0, "", .atLeast(1)),
            Figure(
                "day report over \(results.checks) checks, slowest of 5", results.slowestMs, "ms", .atMost(1_000),
                beside: "one walk over the payments alone: \(Figure.text(results.walkMs)) ms"),
        ]
    }
}
