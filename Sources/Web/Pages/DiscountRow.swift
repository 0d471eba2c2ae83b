import PointOfSale

/// A discount as read-only pages show it: what it is called, and what it takes off.
struct DiscountRow: Sendable {
    let name: String
    let amount: String

    /// The discounts on one line, not its part of the one on the whole check.
    static func rows(of line: LineTotals, on check: Check, _ language: Language) -> [DiscountRow] {
        line.discounts.compactMap { part in
            guard let discount = check.discounts.first(where: { $0.id == part.id }), discount.lineID != nil else { return nil }
            return DiscountRow(discount, part.amount, language)
        }
    }

    /// The discount on the check as a whole, if there is one.
    static func rows(onWhole check: Check, _ language: Language) -> [DiscountRow] {
        check.discountTotals.filter { $0.discount.lineID == nil }.map { DiscountRow($0.discount, $0.amount, language) }
    }

    private init(_ discount: Discount, _ amount: Money, _ language: Language) {
        name = Self.name(of: discount.name, discount.value, language)
        self.amount = MoneyText(language).bare(amount)
    }

    /// `Personnel 20 %`; an amount needs no more than its name.
    static func name(of name: LocalizedName, _ value: DiscountValue, _ language: Language) -> String {
        let text = name.text(in: language)
        guard case .share(let rate) = value, !text.contains("%") else { return text }
        return "\(text) \(MoneyText(language).text(rate))"
    }
}
