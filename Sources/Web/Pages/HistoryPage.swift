import Hummingbird
import Operations
import PointOfSale
import Storage

/// All the checks there were: open, closed, refunds; by day, or by whatever somebody remembers of them.
enum HistoryPage {
    /// Rows on one page.
    private static let rowsMax = 50

    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let kinds: [Kind]
        let show: String
        /// As it was typed.
        let date: String
        /// Of the checks shown.
        let shownDate: String
        let dateMax: String
        let days: [DateChoice]
        let table: String
        let amount: String
        let room: String
        let cashier: String
        let cashiers: [CashierChoice]
        let isSearch: Bool
        let hasRows: Bool
        let rows: [HistoryRow]
        /// The check that older ones come after, when there are some.
        let next: String?
        let nothing: String
    }

    private struct Kind: Sendable {
        let path: String
        let name: String
        let kind: String
        let isShown: Bool
    }

    private struct DateChoice: Sendable {
        let date: String
        let name: String
        let isShown: Bool
    }

    private struct CashierChoice: Sendable {
        let id: String
        let name: String
        let isChosen: Bool
    }

    /// The query: `show`, `date`, `table`, `amount`, `cashier`, `room`, `before` for older ones; or `number`, which leads to that check.
    /// Without any of them: what was closed today.
    static let show: @Sendable (Visit) async throws -> Response = { visit in
        var asked = Asked(visit)
        var problem: Problem?
        do {
            if !asked.number.isEmpty { return try await check(numbered: asked.number, visit) }
            let property = try await visit.till.property()
            return try await page(visit, asked, try asked.search(property, today: property.calendar.businessDate(at: visit.till.now)))
        } catch let refusal as Refusal {
            problem = Problem(refusal)
        } catch let wrong as Problem where wrong.status == .unprocessableContent {
            problem = wrong
        }
        return try await page(visit, asked, CheckSearch(.closed, date: nil), problem: problem)
    }

    private static func check(numbered typed: String, _ visit: Visit) async throws -> Response {
        guard let number = Int(typed), (1...Check.numberMax).contains(number) else { throw Refusal.unknownCheck }
        let check = try await visit.till.restaurant.check(numbered: number)
        return .seeOther(check.state == .open && check.refunds == nil ? "/checks/\(check.id)" : "/history/\(check.id)")
    }

    /// What was typed, as it was.
    private struct Asked: Sendable {
        let kind: CheckSearch.Kind
        let number: String
        let date: String
        let table: String
        let amount: String
        let cashier: String
        let room: String
        let before: CheckID?

        init(_ visit: Visit) {
            let query = visit.request.uri.queryParameters
            func text(_ name: Substring) -> String {
                String(query[name].map { String($0) }?.prefix(Self.charactersMax) ?? "").split(whereSeparator: \.isWhitespace).joined(
                    separator: " ")
            }
            kind = CheckSearch.Kind(rawValue: text("show")) ?? .closed
            (number, date, table) = (text("number"), text("date"), text("table"))
            (amount, cashier, room) = (text("amount"), text("cashier"), text("room"))
            before = CheckID(text: text("before"))
        }

        private static let charactersMax = 40

        /// Throws a `Problem` about the field that cannot be read.
        func search(_ property: Property, today: BusinessDate) throws -> CheckSearch {
            var search = CheckSearch(kind)
            search.date = try read(date, "date") { BusinessDate(iso: $0) }
            search.table = try read(table, "table") { Int($0) }
            search.amount = try read(amount, "amount") { MoneyText.parse($0, property.currency)?.minorUnits }
            // A refund came to less than nothing; nobody types the sign.
            if kind == .refunds { search.amount = search.amount.map { -$0 } }
            search.cashier = try read(cashier, "cashier") { CashierID(text: $0) }
            search.room = try read(room, "room") { RoomNumber($0) }
            if search == CheckSearch(.closed) { search.date = today }
            return search
        }

        private func read<Value>(_ text: String, _ field: String, _ parse: (String) -> Value?) throws(Problem) -> Value? {
            guard !text.isEmpty else { return nil }
            guard let value = parse(text) else { throw .fieldIsOutOfRange(field) }
            return value
        }
    }

    private static func page(_ visit: Visit, _ asked: Asked, _ search: CheckSearch, problem: Problem? = nil) async throws -> Response {
        let restaurant = visit.till.restaurant
        let property = try await visit.till.property()
        let today = property.calendar.businessDate(at: visit.till.now)
        let (words, cashier) = (visit.words, try visit.cashier)
        let (found, originals) =
            problem == nil
            ? try await restaurant.history(search, before: asked.before, limit: rowsMax) : (FoundChecks(checks: [], next: nil), [:])
        let methods = try await restaurant.allPaymentMethods()
        let isOneDay = search == CheckSearch(search.kind, date: search.date) && search.date != nil
        let model = Model(
            chrome: Chrome(visit, property, cashier: cashier, section: .history, path: "/history"), words: words.all,
            problem: problem.map { ProblemBox($0, words) },
            kinds: CheckSearch.Kind.allCases.map { kind in
                Kind(
                    path: kind == .closed ? "/history" : "/history?show=\(kind.rawValue)", name: words["historyKind.\(kind.rawValue)"],
                    kind: kind.rawValue, isShown: kind == asked.kind)
            },
            show: asked.kind.rawValue, date: asked.date, shownDate: search.date?.description ?? "", dateMax: today.description,
            days: [today.previous, today].map { day in
                DateChoice(
                    date: day.description, name: TimeText.date(day, visit.language), isShown: isOneDay && day == search.date)
            },
            table: asked.table, amount: asked.amount, room: asked.room, cashier: asked.cashier,
            cashiers: try await restaurant.allCashiers().map {
                CashierChoice(id: $0.id.text, name: $0.name, isChosen: $0.id == search.cashier)
            },
            isSearch: !isOneDay && search != CheckSearch(search.kind), hasRows: !found.checks.isEmpty,
            rows: found.checks.map { check in
                HistoryRow(
                    check, original: check.refunds.flatMap { originals[$0] }, methods, words, property.calendar, now: visit.till.now)
            },
            next: found.next?.text, nothing: words[isOneDay ? "noClosedChecks" : "noChecksFound"])
        return .html(visit.till.templates.render("history", model), status: problem?.status ?? .ok)
    }
}

/// One check in the list, with what can be done at once.
struct HistoryRow: Sendable {
    let number: Int
    let place: String
    let time: String
    let state: String
    let tone: String
    let stateWords: String
    let ways: String
    let total: String
    let path: String
    /// The number of the check that it gives back.
    let original: Int?
    let originalWords: String?
    /// Where its receipt is; nil while it is open.
    let receiptPath: String?
    /// Where it is given back; nil when it is open, voided or itself a refund.
    let refundPath: String?

    init(
        _ check: Check, original: Int?, _ methods: [PaymentMethod], _ words: Words, _ calendar: BusinessCalendar, now: Timestamp
    ) {
        let look = ClosedCheckLook(check, words)
        let isRefund = check.refunds != nil
        let isAtWork = check.state == .open && !isRefund
        number = check.number
        place = isRefund ? "" : CheckSummary.place(of: check, words)
        time = TimeText(words.language, calendar).recent(check.closedAt ?? check.openedAt, now: now)
        state = look.state
        tone = isAtWork ? "plain" : look.tone
        stateWords = isAtWork ? words["tableOpen"] : look.words
        let used = check.tenders.filter { $0.state != .refused && $0.reverses == nil }.map(\.paymentMethodID)
        ways = methods.filter { used.contains($0.id) }.map { $0.name.text(in: words.language) }.joined(separator: ", ")
        total = MoneyText(words.language).text(check.totals.total)
        path = isAtWork ? "/checks/\(check.id)" : "/history/\(check.id)"
        self.original = original
        originalWords = original.map { words("refundOf", ["number": String($0)]) }
        receiptPath = isAtWork ? nil : "/checks/\(check.id)/receipt"
        refundPath = check.state == .closed && !isRefund && !check.isFree ? "/history/\(check.id)/refund" : nil
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
            let closed = "✓ " + words[check.isFree ? "checkState.free" : "checkState.closed"]
            (tone, self.words) = isRefund ? ("info", "↩ " + words["checkState.refund"]) : ("ok", closed)
        }
    }
}
