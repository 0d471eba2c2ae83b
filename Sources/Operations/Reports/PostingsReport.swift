package import PointOfSale
import Storage

/// Everything that was sent to the hotel in some days, as a filter leaves it.
package struct PostingsReport: Sendable, Hashable {
    /// Oldest first.
    package let postings: [FolioPosting]
    /// What the hotel accepted of it.
    package let accepted: Money
    /// Whether there are more than `postingsMax`.
    package let isCut: Bool

    /// The most postings in one report.
    package static let postingsMax = 2000
    /// The most business dates in one report.
    package static let datesMax = 31
}

extension Restaurant {
    /// The report of the business dates from one to another.
    /// - Parameter filter: makes the filter of the moments between which the dates lie.
    /// - Throws: `Refusal` — not permitted, more than `PostingsReport.datesMax` dates.
    package func postingsReport(
        from first: BusinessDate, to last: BusinessDate, by cashier: Cashier,
        _ filter: @escaping @Sendable (_ from: Timestamp, _ until: Timestamp) -> PostingFilter
    ) async throws -> PostingsReport {
        try cashier.mustBeAllowed(.viewReports)
        let days = last.daysSince1970 - first.daysSince1970 + 1
        guard (1...PostingsReport.datesMax).contains(days) else { throw Refusal.periodTooLong(PostingsReport.datesMax) }
        return try await database.read { tx in
            let property = try tx.property()
            let found = try tx.postings(
                filter(property.calendar.start(of: first), property.calendar.end(of: last)), limit: PostingsReport.postingsMax + 1)
            let shown = Array(found.prefix(PostingsReport.postingsMax))
            return PostingsReport(
                postings: shown, accepted: shown.filter { $0.state == .accepted }.map(\.breakdown.total).total(property.currency),
                isCut: found.count > shown.count)
        }
    }
}
