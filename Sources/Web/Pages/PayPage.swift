import Hummingbird
import Operations
import PointOfSale

/// Paying by cash or card, whole or in parts; a room charge is one tap away.
enum PayPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let check: CheckSummary
        let lines: [LineRow]
        let tenders: [TenderRow]
        let hasRemaining: Bool
        let doneTitle: String
        let doneText: String
        let isClosed: Bool
        /// Whether it may be closed without a payment.
        let isFree: Bool
        let key: String
        let amount: String
        let tip: String
        let given: String
        /// The articles that are paid, where the page was opened for some.
        let articles: String
        let paysArticles: Bool
        let then: String
        let notes: [Note]
        let methods: [Method]
        /// One for each hotel that may be charged.
        let rooms: [Method]
        let data: String
    }

    private struct Note: Sendable {
        let minor: Int
        let label: String
    }

    private struct Method: Sendable {
        let id: String
        let kind: String
        let name: String
        /// What the keys and the tests find it by: the first of each kind by its kind, others by their code.
        let tag: String
        /// Whose guests it charges, where it does.
        let hotel: String
    }

    /// What somebody typed, to be shown again when it was refused.
    struct Typed: Sendable {
        let amount: String
        let tip: String
        let given: String
        let articles: String
        let then: String
    }

    /// The query: `amount`, `lines` and `then`, when it is opened for a part (`SplitPage`).
    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let part = PartChoice(visit, try await visit.till.property().currency)
        let typed = part.amount.map { amount in
            Typed(
                amount: MoneyText(visit.language).field(amount), tip: "", given: "", articles: LineChoice.text(part.lines),
                then: part.then.map { String($0) } ?? "")
        }
        return try await page(visit, try visit.checkID, typed: typed)
    }

    /// The form: `key`, `method`, `amount`, `tip`, `given`, amounts as people type them; `lines` and `then`, when it is for a part.
    static let pay: @Sendable (Visit) async throws -> Response = { visit in
        let restaurant = visit.till.restaurant
        let id = try visit.checkID
        let currency = try await visit.till.property().currency
        var form = try await visit.form()
        let key = try form.parsed("key") { ClientKey($0) }
        let method = try form.parsed("method") { PaymentMethodID(text: $0) }
        let typed = Typed(
            amount: try form.text("amount"), tip: try form.optionalText("tip") ?? "", given: try form.optionalText("given") ?? "",
            articles: try form.optionalText("lines", lengthMax: linesLengthMax) ?? "", then: try form.optionalText("then") ?? "")
        try form.nothingElse()
        do {
            guard let lines = LineChoice.parse(typed.articles) else { throw Problem.fieldIsOutOfRange("lines") }
            let known = try await restaurant.paymentMethods()
            let taken = try await restaurant.paymentMethods(for: id, on: visit.thisTill()?.id)
            if known.contains(where: { $0.id == method }), !taken.contains(where: { $0.id == method }) {
                throw Refusal.paymentMethodNotOnThisTill
            }
            let isCash = known.first { $0.id == method }?.kind == .cash
            let paid = try await restaurant.takePayment(
                on: id, key: key, method: method, amount: try amount(typed.amount, "amount", currency) ?? .zero(currency),
                tip: try amount(typed.tip, "tip", currency) ?? .zero(currency), lines: lines,
                cashGiven: isCash ? try amount(typed.given, "given", currency) : nil, by: visit.cashier)
            visit.till.live.announce(.floor)
            return .seeOther("/checks/\(id)/\(next(after: paid.value.check, typed))")
        } catch let refusal as Refusal {
            return try await page(visit, id, typed: typed, problem: Problem(refusal))
        } catch let problem as Problem {
            return try await page(visit, id, typed: typed, problem: problem)
        }
    }

    /// The longest list of articles in the form.
    private static let linesLengthMax = Check.linesMax * (ClientKey.lengthMax + 5)

    /// Where to go after a payment: to the next equal part, when there is one.
    private static func next(after check: Check, _ typed: Typed) -> String {
        if check.state == .closed { return "receipt" }
        guard let left = Int(typed.then), left > 1 else { return typed.articles.isEmpty ? "pay" : "split" }
        return "split?guests=\(left)"
    }

    private static func amount(_ typed: String, _ field: String, _ currency: Currency) throws(Problem) -> Money? {
        guard !typed.isEmpty else { return nil }
        guard let amount = MoneyText.parse(typed, currency) else { throw .amountUnreadable(field) }
        return amount
    }

    static func page(_ visit: Visit, _ id: CheckID, typed: Typed? = nil, problem: Problem? = nil) async throws -> Response {
        let restaurant = visit.till.restaurant
        let (check, postings) = try await restaurant.checkWithPostings(id)
        let property = try await visit.till.property()
        let methods = try await restaurant.paymentMethods().sorted { $0.position < $1.position }
        let (words, language, remaining) = (visit.words, visit.language, check.totals.remaining)
        let money = MoneyText(language)
        let done = doneWords(check, words)
        let rooms = try await restaurant.hotelMethods(for: id).filter { $0.kind == .room }
        let taken = Set(try await restaurant.paymentMethods(for: id, on: visit.thisTill()?.id).map(\.id))
        let shown = rows(methods.filter { taken.contains($0.id) }, language)
        let model = Model(
            chrome: Chrome(visit, property, cashier: try visit.cashier, section: .none, path: "/checks/\(id)/pay"), words: words.all,
            problem: problem.map { ProblemBox($0, words) }, check: CheckSummary(check, words, property.calendar),
            lines: LineRow.rows(of: check, words, language),
            tenders: TenderRow.rows(of: check, postings, methods, words, mayVoid: try visit.cashier.may(.voidChecks)),
            hasRemaining: check.state == .open && remaining.isPositive, doneTitle: done.title, doneText: done.text,
            isClosed: check.state == .closed, isFree: check.state == .open && check.isFree,
            key: CheckID.make(at: visit.till.now).text, amount: typed?.amount ?? money.field(remaining),
            tip: typed?.tip ?? "", given: typed?.given ?? "",
            articles: typed?.articles ?? "", paysArticles: typed?.articles.isEmpty == false, then: typed?.then ?? "",
            notes: notes(property.currency, money),
            methods: shown.filter { PaymentMethod.Kind(rawValue: $0.kind)?.isHotelAccount == false },
            rooms: shown.filter { row in rooms.contains { $0.id.text == row.id } },
            data: PageData.text { json in
                json.money(property.currency)
                json.words(["change", "missing", "take"], words)
                json.field("remaining", remaining.minorUnits)
            })
        return .html(visit.till.templates.render("pay", model), status: problem?.status ?? .ok)
    }

    private static func rows(_ methods: [PaymentMethod], _ language: Language) -> [Method] {
        methods.enumerated().map { index, method in
            let isFirst = !methods[..<index].contains { $0.kind == method.kind }
            return Method(
                id: method.id.text, kind: method.kind.rawValue, name: method.name.text(in: language),
                tag: isFirst ? method.kind.rawValue : method.code, hotel: method.integration.rawValue)
        }
    }

    private static func doneWords(_ check: Check, _ words: Words) -> (title: String, text: String) {
        if check.state == .open, check.isFree { return (words["nothingToPay"], words["everythingFree"]) }
        if check.totals.total.isZero { return (words["nothingToPay"], words["nothingToPayText"]) }
        if check.state == .open { return (words["paidPending"], words["paidPendingText"]) }
        return (words["paid"], words["paidText"])
    }

    /// The bank notes that lie in a drawer, as buttons.
    private static func notes(_ currency: Currency, _ money: MoneyText) -> [Note] {
        let scale = (0..<currency.minorDigits).reduce(1) { product, _ in product * 10 }
        return [5, 10, 20, 50, 100, 200].map { Note(minor: $0 * scale, label: String($0) + "\u{00A0}" + MoneyText.symbol(of: currency)) }
    }
}

/// One payment on a check, as pages show it.
struct TenderRow: Sendable {
    let id: String
    let state: String
    let stateWords: String
    let tone: String
    let sign: String
    let name: String
    let amount: String
    let tip: String?
    let posting: String?
    /// Whether whoever looks may undo it by itself: on an open check, made for good, not undone.
    let mayVoid: Bool

    static func rows(
        of check: Check, _ postings: [FolioPosting], _ methods: [PaymentMethod], _ words: Words, mayVoid: Bool = false
    ) -> [TenderRow] {
        let money = MoneyText(words.language)
        let standing = Set(check.standingTenders.filter { $0.state == .settled && $0.reverses == nil }.map(\.id))
        let isOpen = check.state == .open && check.refunds == nil && !check.tenders.contains { $0.state == .pending }
        return check.tenders.map { tender in
            let look = look(of: tender, postings.first { $0.id == tender.postingID }, words)
            return TenderRow(
                id: tender.id.text, state: tender.state.rawValue, stateWords: look.words, tone: look.tone, sign: look.sign,
                name: (methods.first { $0.id == tender.paymentMethodID }?.name.text(in: words.language) ?? tender.kind.rawValue)
                    + (tender.reverses == nil ? "" : " · " + words["mirrorOf"]),
                amount: money.text(tender.amount), tip: tender.tip.isZero ? nil : words("plusTip", ["amount": money.text(tender.tip)]),
                posting: tender.postingID?.text, mayVoid: mayVoid && isOpen && standing.contains(tender.id))
        }
    }

    /// A room charge says how far it has come; any other payment whether it is made.
    private static func look(of tender: Tender, _ posting: FolioPosting?, _ words: Words) -> (words: String, tone: String, sign: String) {
        if let progress = posting.flatMap({ ChargeProgress($0.state) }) {
            let look = RoomChargeRow.look(of: progress)
            return (words["progress.\(progress.rawValue)"], look.tone, look.sign)
        }
        switch tender.state {
        case .settled: return (words["tenderSettled"], "ok", "✓")
        case .pending: return (words["tenderPending"], "wait", "!")
        case .refused: return (words["tenderRefused"], "no", "✗")
        }
    }
}
