import Hummingbird
import Operations
import PointOfSale

/// Everything sent to the hotel, newest first, by state.
enum PostingsPage {
    /// Rows on one page.
    static let rowsMax = 50

    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let filters: [Filter]
        let hasRows: Bool
        let rows: [PostingRow]
        let next: String?
    }

    private struct Filter: Sendable {
        let state: String
        let name: String
        let isShown: Bool
    }

    /// The query: `state`, and `before` for older ones. Never a room or a name: addresses end up in histories.
    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let query = visit.request.uri.queryParameters
        let state = query["state"].flatMap { PostingState(rawValue: String($0)) }
        let before = query["before"].flatMap { PostingID(text: String($0)) }
        let restaurant = visit.till.restaurant
        let postings = try await restaurant.postings(in: state.map { [$0] } ?? [], before: before, limit: rowsMax + 1)
        let property = try await visit.till.property()
        let counts = try await restaurant.openPostingCounts()
        let (words, cashier) = (visit.words, try visit.cashier)
        let filters: [Filter] =
            [Filter(state: "all", name: words["filter.all"], isShown: state == nil)]
            + shownStates.map { one in
                let count = counts[one].map { " · \($0)" } ?? ""
                return Filter(state: one.rawValue, name: words["state.\(one.rawValue)"] + count, isShown: state == one)
            }
        let shown = postings.prefix(rowsMax)
        let model = Model(
            chrome: Chrome(visit, property, cashier: cashier, section: .postings, path: "/postings"), words: words.all, filters: filters,
            hasRows: !shown.isEmpty, rows: shown.map { PostingRow($0, words, property.calendar, NameMask(cashier), now: visit.till.now) },
            next: postings.count > rowsMax ? "/postings?state=\(state?.rawValue ?? "all")&before=\(shown.last!.id)" : nil)
        return .html(visit.till.templates.render("postings", model))
    }

    private static let shownStates: [PostingState] = [.inDoubt, .queued, .sending, .accepted, .refused, .notBooked, .withdrawn]
}
