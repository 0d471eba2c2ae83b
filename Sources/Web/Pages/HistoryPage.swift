import Hummingbird
import Operations
import PointOfSale

/// Closed checks, one business date at a time, and a field for a check's number.
enum HistoryPage {
    /// Rows on one page.
    private static let rowsMax = 50

    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let date: String
        let dateMax: String
        let days: [DateChoice]
        let hasRows: Bool
        let rows: [Row]
        let next: String?
    }

    private struct DateChoice: Sendable {
        let date: String
        let name: String
        let isShown: Bool
    }

    /// One check in the list.
    private struct Row: Sendable {
        let id: String
        let number: Int
        let place: String
        let time: String
        let state: String
        let tone: String
        let stateWords: String
        let ways: String
        let total: String

        init(_ check: Check, _ methods: [PaymentMethod], _ words: Words, _ calendar: BusinessCalendar, now: Timestamp) {
            let look = ClosedCheckLook(check, words)
            id = check.id.text
            number = check.number
            place = check.refunds == nil ? CheckSummary.place(of: check, words) : ""
            time = TimeText(words.language, calendar).recent(check.closedAt ?? check.openedAt, now: now)
            state = look.state
            tone = look.tone
            stateWords = look.words
            let used = check.tenders.filter { $0.state != .refused && $0.reverses == nil }.map(\.paymentMethodID)
            ways = methods.filter { used.contains($0.id) }.map { $0.name.text(in: words.language) }.joined(separator: ", ")
            total = MoneyText(words.language).text(check.totals.total)
        }
    }

    /// The query: `date` (today without it), `before` for older ones, or `number`, which leads to that check.
    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let restaurant = visit.till.restaurant
        let query = visit.request.uri.queryParameters
        var problem: Problem?
        if let typed = query["number"].map(String.init), !typed.isEmpty {
            do {
                guard let number = Int(typed), (1...Check.numberMax).contains(number) else { throw Refusal.unknownCheck }
                return .seeOther("/history/\(try await restaurant.closedCheck(number: number).id)")
            } catch let refusal as Refusal {
                problem = Problem(refusal)
            }
        }
        let property = try await visit.till.property()
        let today = property.calendar.businessDate(at: visit.till.now)
        let before = query["before"].flatMap { CheckID(text: String($0)) }
        let (date, checks) = try await restaurant.closedChecks(
            on: query["date"].flatMap { BusinessDate(iso: String($0)) } ?? today, before: before, limit: rowsMax + 1)
        let methods = try await restaurant.allPaymentMethods()
        let (words, shown) = (visit.words, checks.prefix(rowsMax))
        let model = Model(
            chrome: Chrome(visit, property, cashier: try visit.cashier, section: .history, path: "/history"), words: words.all,
            problem: problem.map { ProblemBox($0, words) }, date: date.description, dateMax: today.description,
            days: [today.previous, today].map { day in
                DateChoice(date: day.description, name: TimeText.date(day, visit.language), isShown: day == date)
            },
            hasRows: !shown.isEmpty, rows: shown.map { Row($0, methods, words, property.calendar, now: visit.till.now) },
            next: checks.count > rowsMax ? "/history?date=\(date)&before=\(shown.last!.id)" : nil)
        return .html(visit.till.templates.render("history", model), status: problem?.status ?? .ok)
    }
}

/// What a closed check is, in a word and a colour.
struct ClosedCheckLook: Sendable {
    let state: String
    let tone: String
    let words: String

    init(_ check: Check, _ words: Words) {
        let isRefund = check.refunds != nil
        state = check.state.rawValue
        switch check.state {
        case .open: (tone, self.words) = ("wait", "… " + words["checkState.open"])
        case .voided: (tone, self.words) = ("plain", "✗ " + words["checkState.voided"])
        case .closed:
            (tone, self.words) = isRefund ? ("info", "↩ " + words["checkState.refund"]) : ("ok", "✓ " + words["checkState.closed"])
        }
    }
}
