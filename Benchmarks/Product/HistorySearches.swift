import Foundation
import HotelGateway
import Operations
import PointOfSale
import Storage

/// Searching the history of years: every criterion that the page offers, alone and together, as the page asks them.
enum HistorySearches {
    /// Without `--count`; the promise is for a million.
    private static let checks = 200_000
    private static let rounds = 40
    private static let rowsOnPage = 50

    struct Results: Sendable {
        let checks: Int
        let all: Latencies
        let slowest: (name: String, p99Ms: Double)
        let walkMs: Double
        let isRight: Bool
    }

    static func measure(_ machine: Machine) async throws -> Results {
        let count = machine.count ?? checks
        let database = try SQLiteDatabase.open(at: machine.folder.appending(path: "history.sqlite").path)
        let catalogue = try TillRig.brasserie()
        let now = catalogue.property.calendar.start(of: BusinessDate(year: 2026, month: 11, day: 20))
        let pepper = PINPepper.random()
        _ = try await catalogue.load(into: database, pepper: pepper, at: now)
        try await LargeFile(database: database).addHistory(count)
        let restaurant = Restaurant(
            database: database, hotels: Hotels(opera: CurrentHotel(at: now)), signals: PostingSignals(), pepper: pepper, logger: .quiet,
            now: { now })
        let clock = ContinuousClock()
        var (all, slowest, isRight) = (Latencies(), (name: "", p99Ms: 0.0), true)
        let searches = try await searches(count, restaurant)
        for (name, search) in searches {
            var latencies = Latencies()
            var before: CheckID?
            for round in 0..<rounds {
                let asked = search(round)
                let start = clock.now
                let found = try await restaurant.history(asked, before: before, limit: rowsOnPage).found
                latencies.record(clock.now - start)
                isRight = isRight && found.checks.allSatisfy { LargeFile.fits($0, asked) }
                // Every other time the next page of it.
                before = round.isMultiple(of: 2) ? found.next : nil
            }
            if latencies.p99Ms > slowest.p99Ms { slowest = (name, latencies.p99Ms) }
            all.add(latencies)
        }
        for round in 0..<rounds {
            let number = LargeFile.number(of: 1 + round * 7919 % count)
            let start = clock.now
            isRight = try await restaurant.check(numbered: number).number == number && isRight
            all.record(clock.now - start)
        }
        let start = clock.now
        _ = try await database.read { tx in try tx.query("select max(covers) from guest_check") }
        let walkMs = (clock.now - start) / .milliseconds(1)
        try await database.close()
        return Results(checks: count, all: all, slowest: slowest, walkMs: walkMs, isRight: isRight)
    }

    /// What is searched for in each round, by what the page calls it.
    private static func searches(_ count: Int, _ restaurant: Restaurant) async throws -> [(String, @Sendable (Int) -> CheckSearch)] {
        let cashiers = try await restaurant.allCashiers().map(\.id)
        let tables = try await restaurant.database.read { tx in
            try tx.query("select number from dining_table order by id").map { try $0.int("number") }
        }
        let date = { @Sendable (round: Int) in LargeFile.date(of: 1 + round * 104_729 % count) }
        let cashier = { @Sendable (round: Int) in cashiers[round % cashiers.count] }
        let table = { @Sendable (round: Int) in tables[round % tables.count] }
        let room = { @Sendable (round: Int) in RoomNumber(LargeFile.room(of: 5 * round)) }
        let amount = { @Sendable (round: Int) in LargeFile.amount(of: round * 7919) }
        return [
            ("newest", { _ in CheckSearch() }), ("open", { _ in CheckSearch(.open) }), ("refunds", { _ in CheckSearch(.refunds) }),
            ("date", { CheckSearch(date: date($0)) }), ("table", { CheckSearch(table: table($0)) }),
            ("amount", { CheckSearch(amount: amount($0)) }), ("cashier", { CheckSearch(cashier: cashier($0)) }),
            ("room", { CheckSearch(room: room($0)) }),
            ("date and table", { CheckSearch(date: date($0), table: table($0)) }),
            ("table and cashier", { CheckSearch(table: table($0), cashier: cashier($0 + 1)) }),
            ("amount and cashier", { CheckSearch(amount: amount($0), cashier: cashier($0)) }),
            ("room and table", { CheckSearch(table: table($0), room: room($0)) }),
        ]
    }
}

extension Section {
    static let history = Section(title: "History search over very many checks") { machine, _ in
        let results = try await HistorySearches.measure(machine)
        return [
            Figure("searches whose every check fits", results.isRight ? 1 : 0, "", .atLeast(1)),
            Figure(
                "history search over \(results.checks) checks, p99 of \(results.all.count)", results.all.p99Ms, "ms", .atMost(50),
                beside: "one walk over the table: \(Figure.text(results.walkMs)) ms; p50 \(Figure.text(results.all.p50Ms)) ms"),
            Figure("the slowest kind of search, by \(results.slowest.name), p99", results.slowest.p99Ms, "ms", .atMost(50)),
        ]
    }
}
