import Hummingbird
import Operations
import PointOfSale

/// Everything sent to the hotel in some days, filtered; the filter travels in a form, for addresses end up in histories.
enum PostingsReportPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let from: String
        let to: String
        let today: String
        let room: String
        let guest: String
        let cashier: String
        let kinds: [Choice]
        let states: [Choice]
        let hasRows: Bool
        let rows: [PostingRow]
        let accepted: String
        let isCut: Bool
    }

    private struct Choice: Sendable {
        let value: String
        let name: String
        let isChosen: Bool
    }

    /// What the form asks for.
    private struct Wanted: Sendable {
        var from: BusinessDate
        var to: BusinessDate
        var kind: FolioPosting.Kind?
        var state: PostingState?
        var room = ""
        var guest = ""
        var cashier = ""

        init(_ date: BusinessDate) { (from, to) = (date, date) }

        init(_ form: inout FormFields) throws(Problem) {
            from = try form.parsed("from") { BusinessDate(iso: $0) }
            to = try form.parsed("to") { BusinessDate(iso: $0) }
            kind = try form.optionalText("kind").flatMap { FolioPosting.Kind(rawValue: $0) }
            state = try form.optionalText("state").flatMap { PostingState(rawValue: $0) }
            room = try form.optionalText("room", lengthMax: RoomNumber.charactersMax) ?? ""
            guest = try form.optionalText("guest", lengthMax: 40) ?? ""
            cashier = try form.optionalText("cashier", lengthMax: 40) ?? ""
            try form.nothingElse()
        }

        func report(_ visit: Visit) async throws -> PostingsReport {
            try await visit.till.restaurant.postingsReport(from: from, to: to, by: visit.cashier) { start, end in
                PostingFilter(from: start, until: end, kind: kind, state: state, room: room, guest: guest, cashier: cashier)
            }
        }
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let property = try await visit.till.property()
        return try await page(visit, Wanted(property.calendar.businessDate(at: visit.till.now)))
    }

    /// The form: `from`, `to`, `kind`, `state`, `room`, `guest`, `cashier`.
    static let filter: @Sendable (Visit) async throws -> Response = { visit in
        var form = try await visit.form()
        return try await page(visit, try Wanted(&form))
    }

    /// The same form; the same postings for a spreadsheet.
    static let export: @Sendable (Visit) async throws -> Response = { visit in
        var form = try await visit.form()
        let wanted = try Wanted(&form)
        let report = try await wanted.report(visit)
        let property = try await visit.till.property()
        let mask = NameMask(try visit.cashier)
        return .csv(PostingsFile(report.postings, property.calendar, mask).csv, name: "ardoise-\(wanted.from)-\(wanted.to)")
    }

    private static func page(_ visit: Visit, _ wanted: Wanted) async throws -> Response {
        var problem: Problem?
        var report: PostingsReport?
        do {
            report = try await wanted.report(visit)
        } catch let refusal as Refusal where refusal.kind == .unprocessable {
            problem = Problem(refusal)
        }
        let property = try await visit.till.property()
        let (words, cashier) = (visit.words, try visit.cashier)
        let mask = NameMask(cashier)
        let rows = (report?.postings ?? []).map { PostingRow($0, words, property.calendar, mask, now: visit.till.now) }
        let all = Choice(value: "", name: words["filter.all"], isChosen: false)
        let model = Model(
            chrome: Chrome(visit, property, cashier: cashier, section: .day, path: "/day/postings"), words: words.all,
            problem: problem.map { ProblemBox($0, words) }, from: wanted.from.description, to: wanted.to.description,
            today: property.calendar.businessDate(at: visit.till.now).description, room: wanted.room, guest: wanted.guest,
            cashier: wanted.cashier,
            kinds: [all]
                + FolioPosting.Kind.allCases.map {
                    Choice(value: $0.rawValue, name: words["postingKind.\($0.rawValue)"], isChosen: $0 == wanted.kind)
                },
            states: [all]
                + PostingState.allCases.map {
                    Choice(value: $0.rawValue, name: words["state.\($0.rawValue)"], isChosen: $0 == wanted.state)
                },
            hasRows: !rows.isEmpty, rows: rows,
            accepted: MoneyText(visit.language).text(report?.accepted ?? .zero(property.currency)), isCut: report?.isCut ?? false)
        return .html(visit.till.templates.render("postings-report", model), status: problem?.status ?? .ok)
    }
}
