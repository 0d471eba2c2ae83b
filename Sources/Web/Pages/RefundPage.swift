import Hummingbird
import Operations
import PointOfSale

/// Giving back articles of a closed check: which, why, and how the money goes back.
enum RefundPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let check: CheckSummary
        let title: String
        let key: String
        let lines: [Line]
        let tip: String
        let tipMax: String?
        let reason: String
        let ways: [RefundWayRow]
        let searches: Bool
        let asksSignature: Bool
        let approval: RefundApproval?
        let data: String
    }

    private struct Line: Sendable {
        let id: String
        let name: String
        let left: Int
        let ofQuantity: String
        let price: String
        let minor: Int
        /// What discounts still take off what is left, minor units.
        let discount: Int
    }

    /// What somebody typed, to be shown again when it was refused.
    private struct Typed: Sendable {
        let tip: String
        let reason: String
        let form: FormFields
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in try await page(visit) }

    /// The form: `key`, `lines` (as `LineChoice` writes them), `tip`, `reason`, and what `RefundWayChoice` takes.
    static let refund: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.checkID
        let currency = try await visit.till.property().currency
        var form = try await visit.form()
        let key = try form.parsed("key") { ClientKey($0) }
        let lines = try form.text("lines", lengthMax: Check.linesMax * (ClientKey.lengthMax + 5))
        let typed = Typed(tip: try form.optionalText("tip") ?? "", reason: try form.text("reason", lengthMax: 500), form: form)
        let choice = try RefundWayChoice(&form, visit)
        try form.nothingElse()
        do {
            guard let chosen = LineChoice.parse(lines) else { throw Problem.fieldIsOutOfRange("lines") }
            guard let tip = typed.tip.isEmpty ? .zero(currency) : MoneyText.parse(typed.tip, currency) else {
                throw Problem.amountUnreadable("tip")
            }
            let request = RefundRequest(
                checkID: id, key: key, lines: chosen, tip: tip, way: try await choice.way(for: id, visit), reason: typed.reason,
                workstation: Workstation.name(visit))
            return try await ClosedCheckPage.follow(try await visit.till.restaurant.refundCheck(request, by: visit.cashier), visit)
        } catch let refusal as Refusal {
            return try await page(visit, typed, problem: Problem(refusal))
        } catch let problem as Problem {
            return try await page(visit, typed, problem: problem)
        }
    }

    private static func page(_ visit: Visit, _ typed: Typed? = nil, problem: Problem? = nil) async throws -> Response {
        let story = try await visit.till.restaurant.story(of: try visit.checkID)
        guard story.mayBeRefunded || problem != nil else { return .seeOther("/history/\(story.check.id)") }
        let property = try await visit.till.property()
        let (words, check, money) = (visit.words, story.check, MoneyText(visit.language))
        let ways = try await RefundWayRow.rows(of: check, visit)
        let approval = try typed.flatMap { try RefundApproval(problem, $0.form, path: "/history/\(check.id)/refund", visit) }
        let discounts = try await visit.till.restaurant.refundableDiscounts(of: check.id)
        let tips = check.totals.tips + story.refunds.filter { $0.state != .voided }.map(\.totals.tips).total(check.currency)
        let model = Model(
            chrome: Chrome(visit, property, cashier: try visit.cashier, section: .history, path: "/history/\(check.id)/refund"),
            words: words.all, problem: approval?.isAskedAgain == false ? nil : problem.map { ProblemBox($0, words) },
            check: CheckSummary(check, words, property.calendar),
            title: words("refundTitle", ["number": String(check.number)]), key: CheckID.make(at: visit.till.now).text,
            lines: check.lines.compactMap { line in
                guard let left = story.refundableLines[line.id], left > 0 else { return nil }
                return Line(
                    id: line.id.text, name: line.name.text(in: visit.language), left: left,
                    ofQuantity: words("ofQuantity", ["count": String(left)]), price: money.bare(line.unitPrice),
                    minor: line.unitPrice.minorUnits, discount: discounts[line.id]?.minorUnits ?? 0)
            },
            tip: typed?.tip ?? "", tipMax: tips.isPositive ? money.text(tips) : nil, reason: typed?.reason ?? "",
            ways: ways, searches: ways.contains { $0.searchPath != nil }, asksSignature: ways.contains(where: \.signs),
            approval: approval, data: RefundPage.data(property.currency, words))
        return .html(visit.till.templates.render("refund", model), status: problem?.status ?? .ok)
    }

    /// What `refund.js` reads.
    static func data(_ currency: Currency, _ words: Words) -> String {
        PageData.text { json in
            json.money(currency)
            json.words(["whichRoom", "asking", "noConnection", "signRefundText"], words)
        }
    }
}
