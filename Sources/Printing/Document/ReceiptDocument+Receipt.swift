package import PointOfSale

/// What a paper says beside the facts of the check.
package struct PaperMarks: Hashable, Sendable {
    /// How many came out before: marked and counted when there were any.
    package var copy = 0
    /// Whether nothing of it counts: a demonstration, or a hotel's test mode (`S2-03`).
    package var isTest = false
    /// Where the guest finds the receipt online; none when the house has no public address.
    package var link: String?
    /// When it is printed.
    package var printedAt: Timestamp

    /// Marks of a first print.
    package init(printedAt: Timestamp, copy: Int = 0, isTest: Bool = false, link: String? = nil) {
        self.printedAt = printedAt
        self.copy = copy
        self.isTest = isTest
        self.link = link
    }
}

extension ReceiptDocument {
    /// The receipt of a check: a provisional bill while it is open, a negative one when it gives back another (`S2-10`).
    package static func receipt(_ receipt: Receipt, _ marks: PaperMarks, language: Language) -> ReceiptDocument {
        var paper = ReceiptDocument(language: language)
        let scribe = ReceiptScribe(receipt: receipt, marks: marks, language: language)
        scribe.writeHead(on: &paper)
        scribe.writeLines(on: &paper)
        scribe.writeTaxes(on: &paper)
        scribe.writePayments(on: &paper)
        scribe.writeFoot(on: &paper)
        return paper
    }
}

/// Writes the parts of a receipt, one after another.
struct ReceiptScribe {
    let receipt: Receipt
    let marks: PaperMarks
    let words: PaperWords
    let text: PaperText

    /// How wide an amount may be, characters: `-10 000 000,00`.
    static let amountCharacters = 12
    /// How wide a quantity may be, characters: `-999`.
    static let quantityCharacters = 4

    private var check: Check { receipt.check }

    init(receipt: Receipt, marks: PaperMarks, language: Language) {
        self.receipt = receipt
        self.marks = marks
        words = PaperWords(language: language)
        text = PaperText(language: language, calendar: receipt.property.calendar)
    }

    func writeHead(on paper: inout ReceiptDocument) {
        if marks.isTest { paper.add(.text(words.testMode, .warning)) }
        if marks.copy > 0 { paper.add(.text(words.duplicate(marks.copy), .warning)) }
        paper.add(.text(receipt.property.name, .title))
        paper.add(.text(receipt.outlet.name, .centred))
        paper.add(.feed(1))
        if check.refunds != nil {
            paper.add(.text(words.negative, .warning))
        } else if check.state == .open {
            paper.add(.text(words.provisional, .warning))
            paper.add(.text(words.provisionalText, .centred))
        }
        if check.state == .voided { paper.add(.text(words.voided, .warning)) }
        let place = check.tableNumber.map { "\(words.table) \($0)" } ?? words.counter
        paper.add(
            .row([.init("\(words.check) \(words.number(check.number))"), .init(place, width: 16, alignment: .right)], .bold))
        paper.add(
            .row(
                [.init(text.full(check.closedAt ?? marks.printedAt)), .init(words.covers(check.covers), width: 14, alignment: .right)],
                .plain))
        if let original = receipt.originalNumber { paper.add(.text(words.original(original), .bold)) }
        paper.add(.rule)
    }

    func writeLines(on paper: inout ReceiptDocument) {
        var isEmpty = true
        for total in check.lineTotals where total.quantity != 0 {
            let (line, quantity) = (total.line, total.quantity)
            isEmpty = false
            paper.add(row(String(quantity), line.name.text(in: words.language), text.bare(total.gross)))
            if abs(quantity) > 1 { paper.add(row("", "\(quantity) x \(text.bare(line.unitPrice))", "")) }
            for part in total.discounts {
                guard let discount = check.discounts.first(where: { $0.id == part.id }), discount.lineID != nil else { continue }
                paper.add(row("", "  " + name(of: discount), text.bare(part.amount)))
            }
        }
        if isEmpty { paper.add(.text(words.noLines, .plain)) }
        paper.add(.rule)
        writeCheckDiscount(on: &paper)
        paper.add(
            .row([.init(words.total), .init(text.money(check.totals.total), width: Self.amountCharacters + 4, alignment: .right)], .tall))
    }

    /// The discount on the whole check, between what the lines come to and the total.
    private func writeCheckDiscount(on paper: inout ReceiptDocument) {
        for (discount, amount) in check.discountTotals where discount.lineID == nil {
            paper.add(row("", words.beforeDiscount, text.bare(check.totals.total - amount)))
            paper.add(row("", name(of: discount), text.bare(amount)))
        }
    }

    /// `Personnel 20 %`; an amount needs no more than its name.
    private func name(of discount: Discount) -> String {
        let name = discount.name.text(in: words.language)
        guard case .share(let rate) = discount.value, !name.contains("%") else { return name }
        return "\(name) \(text.rate(rate))"
    }

    func writeTaxes(on paper: inout ReceiptDocument) {
        let taxes = check.totals.taxes
        guard !taxes.isEmpty else { return }
        paper.add(taxRow(words.vat, words.net, words.vat, words.gross))
        for tax in taxes { paper.add(taxRow(text.rate(tax.rate), text.bare(tax.net), text.bare(tax.tax), text.bare(tax.gross))) }
        paper.add(.rule)
    }

    func writePayments(on paper: inout ReceiptDocument) {
        for payment in receipt.payments {
            let tender = payment.tender
            paper.add(amount(payment.method.name.text(in: words.language), tender.amount + tender.tip))
            if !tender.tip.isZero { paper.add(amount("  \(words.tip)", tender.tip, isInside: true)) }
            if let given = tender.cashGiven, let change = tender.change, !change.isZero {
                paper.add(amount("  \(words.given)", given, isInside: true))
                paper.add(amount("  \(words.change)", change, isInside: true))
            }
            if let posting = payment.posting, let guest = posting.guest {
                paper.add(.text("  \(words.room) \(guest.roomNumber) - \(guest.name)", .plain))
                paper.add(.text("  \(confirmation(of: posting))", tender.state == .pending ? .bold : .plain))
            }
            if let signature = payment.signature { paper.add(.picture(Raster(signature, width: 384, heightMax: 160))) }
        }
        if check.state == .open {
            let remaining = check.totals.remaining
            if remaining.isPositive { paper.add(.text(words.remaining(text.money(remaining)), .warning)) }
            if remaining.isNegative { paper.add(.text(words.toGiveBack(text.money(-remaining)), .warning)) }
        }
    }

    func writeFoot(on paper: inout ReceiptDocument) {
        paper.add(.feed(1))
        paper.add(.text(words.servedBy(receipt.cashierName), .centred))
        if let link = marks.link {
            paper.add(.feed(1))
            paper.add(.text(words.link, .centred))
            paper.add(.code(link))
        }
        paper.add(.text(words.thanks, .centred))
        if marks.copy > 0 { paper.add(.text(words.duplicate(marks.copy), .centred)) }
        if marks.isTest { paper.add(.text(words.testMode, .warning)) }
        paper.add(.cut)
    }

    /// Where the hotel stands with a charge.
    func confirmation(of posting: FolioPosting) -> String {
        switch posting.state {
        case .accepted: words.confirmedAt(text.clock(posting.updatedAt))
        case .queued, .sending, .inDoubt: words.beingConfirmed
        case .refused, .notBooked, .withdrawn: words.refusedByHotel
        }
    }

    private func row(_ quantity: String, _ name: String, _ amount: String) -> ReceiptDocument.Part {
        .row(
            [
                .init(quantity, width: Self.quantityCharacters, alignment: .left), .init(name),
                .init(amount, width: Self.amountCharacters, alignment: .right),
            ], .plain)
    }

    private func amount(_ name: String, _ amount: Money, isInside: Bool = false) -> ReceiptDocument.Part {
        let shown = isInside ? "(\(text.money(amount)))" : text.money(amount)
        return .row([.init(name), .init(shown, width: Self.amountCharacters + 4, alignment: .right)], .plain)
    }

    private func taxRow(_ rate: String, _ net: String, _ tax: String, _ gross: String) -> ReceiptDocument.Part {
        .row(
            [
                .init(rate), .init(net, width: 8, alignment: .right), .init(tax, width: 8, alignment: .right),
                .init(gross, width: 9, alignment: .right),
            ], .plain)
    }
}
