import Hummingbird
import Operations
import PointOfSale

/// Where a day is chosen to be compared with the hotel's books, and what was compared before.
enum ReconciliationPage {
    /// Runs listed.
    static let runsMax = 30

    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let date: String
        let dateMax: String
        let days: [DateChoice]
        let progress: String?
        let hasRuns: Bool
        let runs: [RunRow]
    }

    private struct DateChoice: Sendable {
        let date: String
        let name: String
        let isShown: Bool
    }

    /// The query: `date`; the last business date that is over, without it.
    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let date = try visit.request.uri.queryParameters["date"].map { text in
            guard let date = BusinessDate(iso: String(text)) else { throw Problem.fieldIsOutOfRange("date") }
            return date
        }
        return try await page(visit, date)
    }

    /// The form: `date`. Reads the guests' folios; the page that asked shows meanwhile how many were read.
    static let compare: @Sendable (Visit) async throws -> Response = { visit in
        var form = try await visit.form()
        let date = try form.parsed("date") { BusinessDate(iso: $0) }
        try form.nothingElse()
        do {
            let live = visit.till.live
            let report = try await visit.till.restaurant.reconcile(date, by: visit.cashier) { live.announce(.reconciliation) }
            return .seeOther("/hotel/reconciliation/\(report.run.id)")
        } catch let refusal as Refusal {
            return try await page(visit, date, problem: Problem(refusal))
        }
    }

    private static func page(_ visit: Visit, _ chosen: BusinessDate?, problem: Problem? = nil) async throws -> Response {
        let restaurant = visit.till.restaurant
        let property = try await visit.till.property()
        let today = property.calendar.businessDate(at: visit.till.now)
        let (words, language) = (visit.words, visit.language)
        let date = chosen ?? today.previous
        let runs = try await restaurant.reconciliations(limit: runsMax)
        let model = Model(
            chrome: Chrome(visit, property, cashier: try visit.cashier, section: .hotel, path: "/hotel/reconciliation"), words: words.all,
            problem: problem.map { ProblemBox($0, words) }, date: date.description, dateMax: today.description,
            days: [(today.previous, "dayClosed"), (today, "dayOpen")].map { day, name in
                DateChoice(
                    date: day.description, name: "\(TimeText.date(day, language)) · \(words[name])", isShown: day == date)
            },
            progress: restaurant.reconciliationProgress.current.map {
                words("billsRead", ["read": String($0.read), "all": String($0.all)])
            },
            hasRuns: !runs.isEmpty, runs: runs.map { RunRow($0, words, TimeText(language, property.calendar), now: visit.till.now) })
        return .html(visit.till.templates.render("reconciliation", model), status: problem?.status ?? .ok)
    }
}

/// One comparison in the list of those that were made.
struct RunRow: Sendable {
    let id: String
    let date: String
    let source: String
    let time: String
    let cashier: String
    let tone: String
    let sign: String
    let result: String
    let ours: String
    let hotels: String

    init(_ report: ReconciliationReport, _ words: Words, _ time: TimeText, now: Timestamp) {
        let (run, money) = (report.run, MoneyText(words.language))
        id = run.id.text
        date = TimeText.date(run.date, words.language)
        source = words["source.\(run.source.rawValue)"]
        self.time = time.recent(run.ranAt, now: now)
        cashier = report.cashierName
        tone = run.isEqual ? "ok" : "no"
        sign = run.isEqual ? "✓" : "≠"
        result = run.isEqual ? words["equal"] : words.counted("differences", run.differenceCount)
        ours = money.text(run.ours.total)
        hotels = money.text(run.hotels.total)
    }
}
