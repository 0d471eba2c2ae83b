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
        let rows: [Row]
        let next: String?
    }

    private struct Filter: Sendable {
        let state: String
        let name: String
        let isShown: Bool
    }

    private struct Row: Sendable {
        let id: String
        let state: String
        let time: String
        let check: Int
        let room: String
        let guest: String
        let tone: String
        let sign: String
        let stateWords: String
        let reason: String?
        let cashier: String
        let amount: String
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
            hasRows: !shown.isEmpty, rows: shown.map { row($0, visit, property.calendar, cashier) },
            next: postings.count > rowsMax ? "/postings?state=\(state?.rawValue ?? "all")&before=\(shown.last!.id)" : nil)
        return .html(visit.till.templates.render("postings", model))
    }

    private static let shownStates: [PostingState] = [.inDoubt, .queued, .sending, .accepted, .refused, .notBooked, .withdrawn]

    private static func row(_ posting: FolioPosting, _ visit: Visit, _ calendar: BusinessCalendar, _ cashier: Cashier) -> Row {
        let words = visit.words
        let look = PostingLook(posting, words)
        return Row(
            id: posting.id.text, state: posting.state.rawValue,
            time: TimeText(words.language, calendar).recent(posting.createdAt, now: visit.till.now), check: posting.checkNumber,
            room: posting.guest.roomNumber.text, guest: NameMask(cashier).name(posting.guest.name), tone: look.tone, sign: look.sign,
            stateWords: look.words, reason: look.reason, cashier: posting.cashierName,
            amount: MoneyText(words.language).text(posting.breakdown.total))
    }
}
