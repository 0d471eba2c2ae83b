import Hummingbird
import Operations
import PointOfSale

/// One closed check: what became of it, and what can still be done about it.
enum ClosedCheckPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let check: CheckSummary
        let state: String
        let tone: String
        let stateWords: String
        let lines: [LineRow]
        let tenders: [TenderRow]
        let original: Other?
        let refunds: [Other]
        let key: String
        let reason: String
        let mayVoid: Bool
        let voidWords: String
        let mayRefund: Bool
        /// What the hotel did not take of a refund, when it is to be given back another way.
        let stillToGive: String?
        let ways: [RefundWayRow]
        let searches: Bool
        let asksSignature: Bool
        let mayWithdraw: Bool
        let approval: RefundApproval?
        let signatures: [SignatureView]
        let data: String
    }

    private struct Other: Sendable {
        let id: String
        let text: String
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in try await page(visit) }

    /// The form: `key`, `reason`.
    static let void: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.checkID
        var form = try await visit.form()
        let key = try form.parsed("key") { ClientKey($0) }
        let reason = try form.text("reason", lengthMax: 500)
        try form.nothingElse()
        do {
            let request = VoidRequest(checkID: id, key: key, reason: reason, workstation: Workstation.name(visit))
            return try await follow(try await visit.till.restaurant.voidCheck(request, by: visit.cashier), visit)
        } catch let refusal as Refusal {
            return try await page(visit, reason: reason, problem: Problem(refusal))
        }
    }

    /// The form: `key`, and what `RefundWayChoice` takes.
    static let giveBack: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.checkID
        var form = try await visit.form()
        let key = try form.parsed("key") { ClientKey($0) }
        let choice = try RefundWayChoice(&form, visit)
        try form.nothingElse()
        do {
            let story = try await visit.till.restaurant.story(of: id)
            guard let original = story.original else { throw Refusal.unknownCheck }
            let way = try await choice.way(for: original.id, visit)
            return try await follow(
                try await visit.till.restaurant.giveBack(
                    on: id, key: key, way, workstation: Workstation.name(visit), by: visit.cashier), visit)
        } catch let refusal as Refusal {
            return try await page(visit, problem: Problem(refusal), form: form)
        }
    }

    static let withdraw: @Sendable (Visit) async throws -> Response = { visit in
        do {
            let check = try await visit.till.restaurant.withdrawRefund(try visit.checkID, by: visit.cashier)
            return .seeOther("/history/\(check.refunds?.text ?? check.id.text)")
        } catch let refusal as Refusal {
            return try await page(visit, problem: Problem(refusal))
        }
    }

    /// Waits a moment for the hotel, then shows where the check stands.
    static func follow(_ back: Answered<MoneyBack>, _ visit: Visit) async throws -> Response {
        visit.till.live.announce(.floor)
        for posting in back.value.postings {
            _ = try await visit.till.restaurant.awaitOutcome(of: posting.id, atMostMs: WebConfiguration.outcomeWaitMsMax)
        }
        return .seeOther("/history/\(back.value.check.id)")
    }

    private static func page(_ visit: Visit, reason: String = "", problem: Problem? = nil, form: FormFields? = nil) async throws
        -> Response
    {
        let restaurant = visit.till.restaurant
        let story = try await restaurant.story(of: try visit.checkID)
        let check = story.check
        guard check.state != .open || check.refunds != nil else { return .seeOther("/checks/\(check.id)") }
        let property = try await visit.till.property()
        let (words, cashier, money) = (visit.words, try visit.cashier, MoneyText(visit.language))
        let look = ClosedCheckLook(check, words)
        let isStuck = check.refunds != nil && check.state == .open && check.totals.pending.isZero
        let ways = isStuck ? try await RefundWayRow.rows(of: story.original, visit) : []
        let approval = try form.flatMap { try RefundApproval(problem, $0, path: "/history/\(check.id)/repayment", visit) }
        let model = Model(
            chrome: Chrome(visit, property, cashier: cashier, section: .history, path: "/history/\(check.id)"), words: words.all,
            problem: approval?.isAskedAgain == false ? nil : problem.map { ProblemBox($0, words) },
            check: CheckSummary(check, words, property.calendar), state: look.state,
            tone: look.tone, stateWords: look.words, lines: LineRow.rows(of: check, words, visit.language),
            tenders: TenderRow.rows(of: check, story.postings, try await restaurant.allPaymentMethods(), words),
            original: story.original.map { Other(id: $0.id.text, text: words("refundOf", ["number": String($0.number)])) },
            refunds: story.refunds.map { refund in
                let key = refund.state == .voided ? "refundWithdrawnBy" : "refundedBy"
                return Other(
                    id: refund.id.text,
                    text: words(key, ["number": String(refund.number), "amount": money.text(-refund.totals.total)]))
            },
            key: CheckID.make(at: visit.till.now).text, reason: reason, mayVoid: story.mayBeVoided && cashier.may(.voidChecks),
            voidWords: words[check.state == .voided ? "voidAgain" : "voidCheck"],
            mayRefund: story.mayBeRefunded,
            stillToGive: isStuck ? words("giveBackText", ["amount": money.text(-check.totals.remaining)]) : nil, ways: ways,
            searches: ways.contains { $0.searchPath != nil }, asksSignature: ways.contains(where: \.signs),
            mayWithdraw: cashier.may(.refundChecks), approval: approval, signatures: try await SignatureView.all(of: check, visit),
            data: RefundPage.data(property.currency, words))
        return .html(visit.till.templates.render("closed-check", model), status: problem?.status ?? .ok)
    }
}
