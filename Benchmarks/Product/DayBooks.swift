import Foundation
import PointOfSale
import TestSupport

extension Section {
    /// The books of a year: every business date must balance.
    static let year = Section(title: "A simulated year") { machine, _ in
        let dates = machine.count ?? 365
        let start = ContinuousClock.now
        let outcome = try await SimulatedYear(
            seed: 2026, first: BusinessDate(year: 2026, month: 1, day: 1), dates: dates, checksPerDay: 400
        ).play()
        let (seconds, _) = start.duration(to: .now).components
        guard outcome.unbalanced.isEmpty, outcome.ours == outcome.hotels, outcome.leftOnPostingAccounts == 0 else {
            throw Unbalanced(dates: outcome.unbalanced)
        }
        return [
            Figure("business dates that balance to the cent", Double(dates), "dates", .atLeast(Double(dates))),
            Figure("checks, windows and answers lost", Double(outcome.checks), "checks"),
            Figure("postings of revenue", Double(outcome.revenuePostings), "postings"),
            Figure("the whole year", Double(seconds), "s", .atMost(600)),
        ]
    }

    private struct Unbalanced: Error, CustomStringConvertible {
        let dates: [String]
        var description: String { "the year does not balance: \(dates.prefix(5).joined(separator: "; "))" }
    }
}
