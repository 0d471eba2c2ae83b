import Hummingbird
import Operations
import PointOfSale

/// The receipt on screen, ready to print.
enum ReceiptPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let isDemo: Bool
        let isTest: Bool
        let house: String
        let outlet: String
        let when: String
        let check: CheckSummary
        let lines: [LineRow]
        let taxes: [TaxRow]
        let tenders: [Payment]
        let remainingLine: String?
        let doubt: String?
        let isProvisional: Bool
        let isVoided: Bool
        /// What this paper is called: a receipt only when all is paid and confirmed.
        let paper: String
        let servedBy: String
    }

    private struct TaxRow: Sendable {
        let basisPoints: Int
        let rate: String
        let net: String
        let tax: String
        let gross: String
    }

    private struct Payment: Sendable {
        let id: String
        let state: String
        let name: String
        let amount: String
        let remarks: [String]
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let receipt = try await visit.till.restaurant.receipt(for: try visit.checkID)
        let (check, words, language) = (receipt.check, visit.words, visit.language)
        let money = MoneyText(language)
        let totals = check.totals
        let cashier = try visit.cashier
        let model = Model(
            chrome: Chrome(visit, receipt.property, cashier: cashier, section: .none, path: "/checks/\(check.id)/receipt"),
            words: words.all,
            isDemo: visit.till.configuration.isDemo,
            isTest: visit.till.restaurant.hotels.all.contains { $0.capabilities.isTest }, house: receipt.property.name,
            outlet: receipt.outlet.name,
            when: TimeText(language, receipt.property.calendar).full(check.closedAt ?? visit.till.now),
            check: CheckSummary(check, words, receipt.property.calendar), lines: LineRow.rows(of: check, words, language),
            taxes: totals.taxes.map { tax in
                TaxRow(
                    basisPoints: tax.rate.basisPoints, rate: money.text(tax.rate), net: money.bare(tax.net), tax: money.bare(tax.tax),
                    gross: money.bare(tax.gross))
            },
            tenders: receipt.payments.map { payment($0, words, NameMask(cashier, madeBy: $0.tender.takenBy)) },
            remainingLine: !totals.remaining.isZero ? money.text(totals.remaining) : nil,
            doubt: totals.pending.isPositive
                ? words["beingConfirmed"]
                : totals.remaining.isPositive ? words("notYetPaid", ["amount": money.text(totals.remaining)]) : nil,
            isProvisional: check.state == .open, isVoided: check.state == .voided, paper: words[paper(of: check)],
            servedBy: words("servedBy", ["name": receipt.cashierName]))
        return .html(visit.till.templates.render("receipt", model))
    }

    private static func paper(of check: Check) -> String {
        if check.refunds != nil { return "refundReceipt" }
        return check.state == .open ? "provisionalBill" : "receipt"
    }

    private static func payment(_ payment: Receipt.Payment, _ words: Words, _ mask: NameMask) -> Payment {
        let money = MoneyText(words.language)
        let tender = payment.tender
        var remarks: [String] = []
        if !tender.tip.isZero { remarks.append(words("tipOf", ["amount": money.text(tender.tip)])) }
        if let given = tender.cashGiven, let change = tender.change, given != tender.amount + tender.tip {
            remarks.append(words("changeOf", ["given": money.text(given), "change": money.text(change)]))
        }
        if let posting = payment.posting, let guest = posting.guest {
            remarks.append(words("roomOf", ["room": guest.roomNumber.text, "guest": mask.name(guest.name)]))
            remarks.append(words[tender.state == .pending ? "tenderBeingConfirmed" : "tenderConfirmed"])
        }
        return Payment(
            id: tender.id.text, state: tender.state.rawValue, name: payment.method.name.text(in: words.language),
            amount: money.text(tender.amount + tender.tip), remarks: remarks)
    }
}
