import PointOfSale

/// What every page about a check says of it.
struct CheckSummary: Sendable {
    let id: String
    let number: Int
    let outlet: String
    let place: String
    let covers: String
    let opened: String
    let total: String
    let totalMinor: Int
    let remaining: String
    let remainingMinor: Int
    /// The discount on the whole check; none on most.
    let discounts: [DiscountRow]
    /// What the lines come to before it.
    let beforeDiscount: String

    init(_ check: Check, _ words: Words, _ calendar: BusinessCalendar) {
        let money = MoneyText(words.language)
        let totals = check.totals
        id = check.id.text
        number = check.number
        outlet = check.outletID.text
        place = Self.place(of: check, words)
        covers = String(check.covers)
        opened = words("openedAt", ["time": TimeText(words.language, calendar).clock(check.openedAt)])
        total = money.text(totals.total)
        totalMinor = totals.total.minorUnits
        remaining = money.text(totals.remaining)
        remainingMinor = totals.remaining.minorUnits
        discounts = DiscountRow.rows(onWhole: check, words.language)
        let whole = check.discountTotals.filter { $0.discount.lineID == nil }.map(\.amount).total(check.currency)
        beforeDiscount = money.bare(totals.total - whole)
    }

    /// `Table 12 · 4 couverts`.
    static func place(of check: Check, _ words: Words) -> String {
        let table = check.tableNumber.map { words("table", ["number": String($0)]) } ?? words["counter"]
        return table + " · " + words.counted("covers", check.covers)
    }

    /// `open`, `pending` or `refused`, and how to say it: what its room charges wait for, in the waiter's words.
    static func status(of check: Check, _ postings: [FolioPosting], _ words: Words) -> (code: String, words: String) {
        switch ChargeProgress(of: postings) {
        case .waiting: ("pending", words["progress.waiting"])
        case .sent: ("pending", words["progress.sent"])
        case .beingConfirmed: ("pending", words["progress.beingConfirmed"])
        case .refused where check.totals.remaining.isPositive: ("refused", words["tableRefused"])
        case .refused, .posted, nil: ("open", words["tableOpen"])
        }
    }
}

/// One line, as read-only pages show it.
struct LineRow: Sendable {
    let quantity: Int
    let name: String
    let note: String?
    let amount: String
    /// `2 × 14,00`, when there is more than one.
    let each: String?
    /// What is taken off this line.
    let discounts: [DiscountRow]

    /// The lines that are left after voids.
    static func rows(of check: Check, _ words: Words, _ language: Language) -> [LineRow] {
        let money = MoneyText(language)
        return check.lineTotals.compactMap { total in
            let (line, quantity) = (total.line, total.quantity)
            guard quantity != 0 else { return nil }
            return LineRow(
                quantity: quantity, name: line.name.text(in: language), note: line.note.isEmpty ? nil : line.note,
                amount: money.bare(total.gross),
                each: abs(quantity) > 1 ? words("each", ["quantity": String(quantity), "price": money.bare(line.unitPrice)]) : nil,
                discounts: DiscountRow.rows(of: total, on: check, language))
        }
    }
}
