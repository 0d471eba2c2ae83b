import Hummingbird
import Operations
import PointOfSale

/// What became of a room charge, in large type; it follows the posting until the end.
enum ResultPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let check: CheckSummary
        let state: String
        let tone: String
        let icon: String
        let isMoving: Bool
        let title: String
        let amount: String
        let tip: String?
        let room: String
        let guest: String
        let text: String
        let advice: String?
        let mayRetry: Bool
        /// Whether a manager may let it pass after all (`S1-16`).
        let mayAskManager: Bool
        let posting: String
        let mayPayRest: Bool
        let isClosed: Bool
        /// Whether there is a printer to print what the guest signs.
        let mayPrint: Bool
        let prints: [PrintRow]
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.checkID
        let charge = try await visit.till.restaurant.roomCharge(of: try visit.postingID)
        guard charge.check.id == id else { throw Refusal.unknownPosting }
        let property = try await visit.till.property()
        let (words, posting, cashier) = (visit.words, charge.posting, try visit.cashier)
        let money = MoneyText(visit.language)
        let look = PostingLook(posting, words)
        let mayPay = charge.check.state == .open && charge.check.totals.remaining.isPositive
        let isOver = posting.state.tenderState == .refused
        let printer = try await visit.till.restaurant.receiptPrinter(of: charge.check.outletID)
        let prints = try await visit.till.restaurant.prints(of: id).filter { $0.content == .voucher(posting.id) }
        let model = Model(
            chrome: Chrome(visit, property, cashier: cashier, section: .none, path: "/checks/\(id)/charges/\(posting.id)"),
            words: words.all,
            check: CheckSummary(charge.check, words, property.calendar), state: posting.state.rawValue, tone: look.tone, icon: look.icon,
            isMoving: posting.state == .queued || posting.state == .sending, title: words["result.\(posting.state.rawValue)"],
            amount: money.text(posting.breakdown.total),
            tip: posting.breakdown.tip.isZero ? nil : words("tipOf", ["amount": money.text(posting.breakdown.tip)]),
            room: words("roomNumber", ["room": posting.guest?.roomNumber.text ?? ""]),
            guest: NameMask(cashier, madeBy: posting.createdBy).name(posting.guest?.name ?? ""),
            text: words["resultText.\(posting.state.rawValue)"],
            advice: look.reason, mayRetry: isOver && mayPay,
            mayAskManager: isOver && mayPay && posting.outcomeCode == PostingRefusal.creditLimit.rawValue && !posting.overridesCredit,
            posting: posting.id.text, mayPayRest: !isOver && mayPay, isClosed: charge.check.state == .closed,
            mayPrint: printer != nil && !isOver,
            prints: prints.map { PrintRow($0, printer, words, TimeText(visit.language, property.calendar), now: visit.till.now) })
        return .html(visit.till.templates.render("result", model))
    }
}
