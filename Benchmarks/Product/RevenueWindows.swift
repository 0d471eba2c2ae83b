import Foundation
import HotelSimulator
import Operations
import PointOfSale
import Storage

/// One window of revenue with 5,000 checks in it: from the moment when it is over until the hotel has booked it, over the wire.
enum RevenueWindows {
    static let checks = 5_000
    private static let file = "window.sqlite"

    struct Results: Sendable {
        let checks: Int
        let buildMs: Double
        let allMs: Double
        let postings: Int
        /// What the hotel's books hold of it, and what was paid; minor units.
        let booked: Int
        let paid: Int
    }

    static func measure(_ machine: Machine) async throws -> Results {
        let count = machine.count ?? checks
        let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
        let catalogue = try TillRig.brasserie()
        let window = RevenueWindow(
            containing: now.advanced(byMs: -RevenueWindow.lengthMs - 2 * RevenueBooks.graceMs), in: catalogue.property.calendar)
        let database = try SQLiteDatabase.open(at: machine.folder.appending(path: file).path)
        _ = try await catalogue.load(into: database, pepper: PINPepper.random(), at: window.start)
        try await database.write { tx in
            _ = try tx.keepBooks(at: window.start.advanced(byMs: RevenueBooks.graceMs), takesRevenue: true)
        }
        try await PaidChecks(database: database, date: window.businessDate, from: window.start, until: window.end).add(count, .noRooms)
        try await database.close()
        return try await HotelRig.run(machine) { rig in
            try await TillRig.run(machine, rig, file: file) { till in
                let database = till.restaurant.database
                try await database.write { tx in
                    _ = try tx.execute("update payment_method set transmits_receipts = 1 where kind = 'room'")
                }
                let clock = ContinuousClock()
                let start = clock.now
                let kept = try await database.write { tx in
                    try tx.keepBooks(at: window.end.advanced(byMs: RevenueBooks.graceMs), takesRevenue: true)
                }
                let built = clock.now
                try await accepted(kept.postings, till)
                return Results(
                    checks: count, buildMs: (built - start) / .milliseconds(1), allMs: (clock.now - start) / .milliseconds(1),
                    postings: kept.postings.count, booked: rig.hotel.ledger.bookings.reduce(0) { $0 + $1.charge.totalMinor },
                    paid: PaidChecks.total(of: count))
            }
        }
    }

    /// Sends postings and waits until the hotel has accepted them all.
    private static func accepted(_ postings: [FolioPosting], _ till: TillRig) async throws {
        let changes = till.restaurant.signals.updates()
        till.restaurant.signals.announce(postings)
        if try await areAccepted(postings, till) { return }
        for await _ in changes where try await areAccepted(postings, till) { return }
    }

    private static func areAccepted(_ postings: [FolioPosting], _ till: TillRig) async throws -> Bool {
        for posting in postings {
            let now = try await till.restaurant.posting(posting.id).posting
            guard now.state.isFinal else { return false }
            guard now.state == .accepted else {
                throw TillRig.Unusable(description: "revenue ended as \(now.state): \(now.outcomeCode ?? "-")")
            }
        }
        return true
    }
}

extension Section {
    static let window = Section(title: "Revenue: one window of very many checks") { machine, report in
        let results = try await RevenueWindows.measure(machine)
        let commit = report.value(FigureName.commits).map { "\(FigureName.commits): \(Figure.text($0))/s" }
        return [
            Figure("booked by the hotel, of \(results.paid) cents paid", Double(results.booked), "", .atLeast(Double(results.paid))),
            Figure("postings", Double(results.postings), ""),
            Figure("window of \(results.checks) checks built", results.buildMs, "ms", beside: commit),
            Figure("window of \(results.checks) checks built and sent", results.allMs, "ms", .atMost(2_000), beside: commit),
        ]
    }
}
