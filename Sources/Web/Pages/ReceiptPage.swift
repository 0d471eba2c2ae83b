import Hummingbird
import Operations
import PointOfSale

/// The receipt on screen: to look at, to print, to hand on as a link.
enum ReceiptPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let paper: ReceiptPaper
        /// Whether the till asks if a receipt is wanted (`S2-08`).
        let asks: Bool
        /// What the button for the outlet's printer says; nil without one.
        let printOn: String?
        let hasPrints: Bool
        let prints: [PrintRow]
        /// The guest's link, once, right after it was made.
        let link: String?
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in try await page(visit, link: nil) }

    /// Makes a link for the guest and shows it.
    static let makeLink: @Sendable (Visit) async throws -> Response = { visit in
        var form = try await visit.form()
        try form.nothingElse()
        return try await page(visit, link: try await visit.till.restaurant.makeReceiptLink(for: try visit.checkID))
    }

    private static func page(_ visit: Visit, link: String?) async throws -> Response {
        let restaurant = visit.till.restaurant
        let receipt = try await restaurant.receipt(for: try visit.checkID)
        let (check, words, cashier) = (receipt.check, visit.words, try visit.cashier)
        let printer = try await restaurant.receiptPrinter(of: receipt.outlet.id)
        let jobs = try await restaurant.prints(of: check.id).filter { $0.content != .drawer }
        let time = TimeText(visit.language, receipt.property.calendar)
        let receipts = jobs.filter { $0.content == .receipt && $0.createdAt >= (check.closedAt ?? $0.createdAt) && $0.state != .cancelled }
        let isCopy = check.state != .open && !receipts.isEmpty
        let model = Model(
            chrome: Chrome(visit, receipt.property, cashier: cashier, section: .none, path: "/checks/\(check.id)/receipt"),
            words: words.all, problem: nil,
            paper: ReceiptPaper(receipt, visit) { NameMask(cashier, madeBy: $0.takenBy) },
            asks: check.state == .closed && printer?.receipts == .ask && receipts.isEmpty && link == nil,
            printOn: printer.map { words(isCopy ? "printDuplicateOn" : "printOn", ["printer": $0.name]) }, hasPrints: !jobs.isEmpty,
            prints: jobs.map { PrintRow($0, $0.printerID == printer?.id ? printer : nil, words, time, now: visit.till.now) },
            link: link.map { $0.hasPrefix("/") ? origin(of: visit) + $0 : $0 })
        return .html(visit.till.templates.render("receipt", model))
    }

    /// Where this page was asked for, for a house that has not said where guests reach it.
    private static func origin(of visit: Visit) -> String {
        let host = visit.request.head.authority ?? "localhost"
        return (visit.till.configuration.cookiesAreSecure ? "https://" : "http://") + host
    }
}

/// A receipt as pages show it: the same facts as on paper, in the finer signs of a screen.
struct ReceiptPaper: Sendable {
    let words: [String: String]
    let isDemo: Bool
    let isTest: Bool
    let house: String
    let outlet: String
    let when: String
    let check: CheckSummary
    let lines: [LineRow]
    let hasTaxes: Bool
    let taxes: [TaxRow]
    let tenders: [Payment]
    let remainingLine: String?
    let doubt: String?
    let isProvisional: Bool
    let isVoided: Bool
    let isRefund: Bool
    /// Which check it gives back (`S2-10`).
    let originalText: String
    /// What this paper is called: a receipt only when all is paid and confirmed.
    let name: String
    let servedBy: String

    struct TaxRow: Sendable {
        let basisPoints: Int
        let rate: String
        let net: String
        let tax: String
        let gross: String
    }

    struct Payment: Sendable {
        let id: String
        let state: String
        let name: String
        let amount: String
        let remarks: [String]
    }

    init(_ receipt: Receipt, _ visit: Visit, mask: (Tender) -> NameMask) {
        let (check, words, language) = (receipt.check, visit.words, visit.language)
        let money = MoneyText(language)
        let totals = check.totals
        self.words = words.all
        isDemo = visit.till.configuration.isDemo
        isTest = visit.till.restaurant.hotels.all.contains { $0.capabilities.isTest }
        house = receipt.property.name
        outlet = receipt.outlet.name
        when = TimeText(language, receipt.property.calendar).full(check.closedAt ?? visit.till.now)
        self.check = CheckSummary(check, words, receipt.property.calendar)
        lines = LineRow.rows(of: check, words, language)
        hasTaxes = !totals.taxes.isEmpty
        taxes = totals.taxes.map { tax in
            TaxRow(
                basisPoints: tax.rate.basisPoints, rate: money.text(tax.rate), net: money.bare(tax.net), tax: money.bare(tax.tax),
                gross: money.bare(tax.gross))
        }
        tenders = receipt.payments.map { Self.payment($0, words, mask($0.tender)) }
        remainingLine = !totals.remaining.isZero ? money.text(totals.remaining) : nil
        doubt =
            totals.pending.isPositive
            ? words["beingConfirmed"] : totals.remaining.isPositive ? words("notYetPaid", ["amount": money.text(totals.remaining)]) : nil
        isProvisional = check.state == .open
        isVoided = check.state == .voided
        isRefund = check.refunds != nil
        originalText = receipt.originalNumber.map { words("refundOfOriginal", ["number": String($0)]) } ?? ""
        name = words[Self.name(of: check)]
        servedBy = words("servedBy", ["name": receipt.cashierName])
    }

    private static func name(of check: Check) -> String {
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
