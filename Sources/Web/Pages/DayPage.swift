import Hummingbird
import Operations
import PointOfSale

/// The report of a business date: what was paid, and that the hotel knows every cent of it that it is meant to (`S1-13`).
enum DayPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let day: DayChoice
        let status: String
        let statusTone: String
        let mayClose: Bool
        let sales: String
        let tips: String
        let checks: Int
        let isBalanced: Bool
        let difference: String
        let total: String
        let hotelTotal: String
        let hotelRows: [HotelRow]
        let pending: String?
        let fallback: String?
        let sections: [Section]
        let taxes: [TaxRow]
        let hasTaxes: Bool
    }

    private struct HotelRow: Sendable {
        let key: String
        let name: String
        let tone: String
        let amount: String
    }

    private struct Section: Sendable {
        let key: String
        let title: String
        let rows: [Row]
    }

    private struct Row: Sendable {
        let name: String
        let count: String
        let amount: String
        let tip: String
    }

    private struct TaxRow: Sendable {
        let rate: String
        let gross: String
        let net: String
        let tax: String
    }

    /// The query: `date`; the business date that runs, without it.
    static let show: @Sendable (Visit) async throws -> Response = { visit in try await page(visit, try visit.dateOfQuery) }

    /// The form: `date`. Closes the date.
    static let close: @Sendable (Visit) async throws -> Response = { visit in
        var form = try await visit.form()
        let date = try form.parsed("date") { BusinessDate(iso: $0) }
        try form.nothingElse()
        do {
            try await visit.till.restaurant.closeDay(date, by: visit.cashier)
            return .seeOther("/day?date=\(date)")
        } catch let refusal as Refusal where refusal.kind != .forbidden {
            return try await page(visit, date, problem: Problem(refusal))
        }
    }

    /// The same figures for a spreadsheet.
    static let export: @Sendable (Visit) async throws -> Response = { visit in
        let report = try await visit.till.restaurant.dayReport(of: try visit.dateOfQuery, by: visit.cashier)
        return .csv(DayReportFile(report, visit.words).csv, name: "ardoise-\(report.date)")
    }

    private static func page(_ visit: Visit, _ date: BusinessDate?, problem: Problem? = nil) async throws -> Response {
        let cashier = try visit.cashier
        let report = try await visit.till.restaurant.dayReport(of: date, by: cashier)
        let property = try await visit.till.property()
        let (words, money) = (visit.words, MoneyText(visit.language))
        let (status, tone) = say(report.status, words, TimeText(visit.language, property.calendar))
        let isOver = report.status == .over || report.status.isWaiting
        let model = Model(
            chrome: Chrome(visit, property, cashier: cashier, section: .day, path: "/day?date=\(report.date)"), words: words.all,
            problem: problem.map { ProblemBox($0, words) }, day: DayChoice(report.date, visit, property), status: status, statusTone: tone,
            mayClose: isOver && cashier.may(.closeDay), sales: money.text(report.sales), tips: money.text(report.tips),
            checks: report.checks, isBalanced: report.difference.isZero, difference: money.text(report.difference),
            total: money.text(report.total), hotelTotal: money.text(report.hotel.total), hotelRows: hotelRows(report, words),
            pending: report.pending.map { words("dayPending", ["amount": money.text($0.amount + $0.tip), "count": String($0.count)]) },
            fallback: report.hotel.fallbacks == 0 ? nil : words("fallbackWarning", ["count": String(report.hotel.fallbacks)]),
            sections: sections(report, words), taxes: taxes(report, money), hasTaxes: !report.taxes.isEmpty)
        return .html(visit.till.templates.render("day", model), status: problem?.status ?? .ok)
    }

    private static func say(_ status: DayReport.Stage, _ words: Words, _ time: TimeText) -> (words: String, tone: String) {
        switch status {
        case .running: (words["dayRunning"], "info")
        case .waitingForChecks(let count): (words("dayWaiting", ["count": String(count)]), "wait")
        case .over: (words["dayOver"], "wait")
        case .closed(let at, let by, let open):
            (
                words("dayClosedAt", ["time": time.full(at), "by": by ?? words["theClock"]])
                    + (open == 0 ? "" : " · " + words("dayCarried", ["count": String(open)])), "ok"
            )
        }
    }

    private static func hotelRows(_ report: DayReport, _ words: Words) -> [HotelRow] {
        let money = MoneyText(words.language)
        var rows: [HotelRow] = []
        func add(_ key: String, _ amount: Money, _ tone: String, name: String? = nil, always: Bool = false) {
            guard always || !amount.isZero else { return }
            rows.append(HotelRow(key: key, name: name ?? words["hotelSide.\(key)"], tone: tone, amount: money.text(amount)))
        }
        add("rooms", report.hotel.rooms, "ok", always: true)
        add("paymasters", report.hotel.paymasters, "ok")
        for state in DayReport.RevenueState.allCases {
            let tone = state == .accepted ? "ok" : state == .refused ? "no" : "wait"
            add(state.rawValue, report.hotel.revenue[state] ?? .zero(report.sales.currency), tone)
        }
        add("waiting", report.hotel.waiting, "info")
        for line in report.hotel.notMeant {
            add("notMeant", line.amount, "plain", name: words("hotelSide.notMeant", ["method": line.name.text(in: words.language)]))
        }
        return rows
    }

    private static func sections(_ report: DayReport, _ words: Words) -> [Section] {
        let money = MoneyText(words.language)
        return report.sections.compactMap { key, lines in
            guard !lines.isEmpty else { return nil }
            return Section(
                key: key, title: words["section.\(key)"],
                rows: lines.map { line in
                    Row(
                        name: line.name.text(in: words.language), count: line.count == 0 ? "" : String(line.count),
                        amount: money.text(line.amount), tip: line.tip.isZero ? "" : money.text(line.tip))
                })
        }
    }

    private static func taxes(_ report: DayReport, _ money: MoneyText) -> [TaxRow] {
        report.taxes.map {
            TaxRow(rate: money.text($0.rate), gross: money.text($0.gross), net: money.text($0.net), tax: money.text($0.tax))
        }
    }
}

extension DayReport {
    /// The lists of the report in the sequence in which they are read.
    var sections: [(key: String, lines: [Line])] {
        [
            ("outlets", byOutlet), ("servicePeriods", byServicePeriod), ("revenueGroups", byRevenueGroup), ("methods", byMethod),
            ("cashiers", byCashier), ("discounts", discounts), ("discountsByCashier", discountsByCashier),
        ]
    }
}

extension DayReport.Stage {
    fileprivate var isWaiting: Bool {
        if case .waitingForChecks = self { true } else { false }
    }
}

/// The date that a page of the day is about, and its neighbours.
struct DayChoice: Sendable {
    let date: String
    let name: String
    let before: String
    /// Nil on the date that runs.
    let after: String?
    let today: String

    init(_ date: BusinessDate, _ visit: Visit, _ property: Property) {
        let today = property.calendar.businessDate(at: visit.till.now)
        self.date = date.description
        name = TimeText.date(date, visit.language)
        before = date.previous.description
        after = date < today ? date.next.description : nil
        self.today = today.description
    }
}

extension Visit {
    /// The business date in the query, if there is one.
    /// - Throws: `Problem.fieldIsOutOfRange` when it is none.
    var dateOfQuery: BusinessDate? {
        get throws(Problem) {
            guard let text = request.uri.queryParameters["date"] else { return nil }
            guard let date = BusinessDate(iso: String(text)) else { throw .fieldIsOutOfRange("date") }
            return date
        }
    }
}
