import Hummingbird
import Operations
import PointOfSale

/// The print queue: what waits, what failed and why, and what to do about it.
enum PrintingPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let hasRows: Bool
        let rows: [PrintRow]
        let hasUncertain: Bool
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in try await page(visit) }

    static let retry: @Sendable (Visit) async throws -> Response = { visit in
        try await settle(visit) { try await visit.till.restaurant.retryPrint($0, by: visit.cashier) }
    }

    static let cancel: @Sendable (Visit) async throws -> Response = { visit in
        try await settle(visit) { try await visit.till.restaurant.cancelPrint($0, by: visit.cashier) }
    }

    static let confirm: @Sendable (Visit) async throws -> Response = { visit in
        try await settle(visit) { try await visit.till.restaurant.confirmPrint($0, by: visit.cashier) }
    }

    /// The form of a check's page: `what`, `receipt` or a posting whose voucher is wanted; `back`.
    static let print: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.checkID
        var form = try await visit.form()
        let what = try form.text("what")
        try form.nothingElse()
        if let posting = PostingID(text: what) {
            _ = try await visit.till.restaurant.printVoucher(of: posting, by: visit.cashier)
            return .seeOther("/checks/\(id)/charges/\(posting)")
        }
        _ = try await visit.till.restaurant.printReceipt(of: id, by: visit.cashier)
        return .seeOther("/checks/\(id)/receipt")
    }

    private static func settle(_ visit: Visit, _ action: (PrintJobID) async throws -> Void) async throws -> Response {
        do {
            try await action(try visit.identifier("job", orElse: .unknownPrint))
            return .seeOther("/printing")
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await page(visit, problem: Problem(refusal))
        }
    }

    private static func page(_ visit: Visit, problem: Problem? = nil) async throws -> Response {
        let desk = try await visit.till.restaurant.printDesk(by: try visit.cashier)
        let property = try await visit.till.property()
        let time = TimeText(visit.language, property.calendar)
        let rows = desk.jobs.map { PrintRow($0, desk.printers[$0.printerID], visit.words, time, now: visit.till.now) }
        let open = rows.filter(\.needsPerson) + rows.filter { !$0.needsPerson }
        let model = Model(
            chrome: Chrome(visit, property, cashier: try visit.cashier, section: .none, path: "/printing"), words: visit.words.all,
            problem: problem.map { ProblemBox($0, visit.words) }, hasRows: !rows.isEmpty, rows: open,
            hasUncertain: desk.jobs.contains { $0.state == .uncertain })
        return .html(visit.till.templates.render("printing", model), status: problem?.status ?? .ok)
    }
}

/// One print, as a row says it.
struct PrintRow: Sendable {
    let id: String
    let what: String
    let check: String?
    let checkPath: String?
    let printer: String
    let state: String
    let stateWords: String
    let tone: String
    let sign: String
    let fault: String?
    let time: String
    let copy: String?
    let needsPerson: Bool
    let mayRetry: Bool
    let retryWords: String
    let mayConfirm: Bool
    let mayCancel: Bool

    init(_ job: PrintJob, _ printer: Printer?, _ words: Words, _ time: TimeText, now: Timestamp) {
        id = job.id.text
        what = words["printKind.\(job.content.word)"]
        check = job.checkNumber.map { "\(words["check"]) \($0)" }
        checkPath = job.checkID.map { "/checks/\($0)/receipt" }
        self.printer = printer?.name ?? ""
        state = job.state.rawValue
        stateWords = words["printState.\(job.state.rawValue)"]
        (tone, sign) =
            switch job.state {
            case .printed: ("ok", "✓")
            case .queued where job.fault != nil: ("wait", "!")
            case .queued, .sending: ("info", "…")
            case .uncertain: ("wait", "!")
            case .failed: ("no", "✗")
            case .cancelled: ("plain", "✗")
            }
        fault = job.fault.map { words["printFault.\($0.rawValue)"] }
        self.time = time.recent(job.createdAt, now: now)
        copy = job.copy > 0 ? words("printCopy", ["copy": String(job.copy)]) : nil
        needsPerson = job.state.needsPerson || job.state == .queued && job.fault != nil
        mayRetry = job.state.needsPerson || job.state == .queued
        retryWords = words[job.state == .uncertain ? "printAgain" : "printRetry"]
        mayConfirm = job.state == .uncertain
        mayCancel = job.state.needsPerson || job.state == .queued
    }
}
