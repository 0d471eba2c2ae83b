/// The house that all rows hang off: one hotel with its restaurants.
package struct Property: Hashable, Sendable, Codable, Identifiable {
    package let id: PropertyID
    package let name: String
    package let currency: Currency
    package let calendar: BusinessCalendar
    /// The language of receipts, and of pages until somebody signs in.
    package let language: Language
    /// The largest tip taken, as a share of the payment (`S1-08`).
    package let tipShareMax: Rate

    /// A property.
    package init(
        id: PropertyID, name: String, currency: Currency, calendar: BusinessCalendar, language: Language,
        tipShareMax: Rate = Tip.shareMaxDefault
    ) {
        self.id = id
        self.name = name
        self.currency = currency
        self.calendar = calendar
        self.language = language
        self.tipShareMax = tipShareMax
    }

    /// The business date on which a check was closed; nil while it is open.
    package func closingDate(of check: Check) -> BusinessDate? { check.closedAt.map { calendar.businessDate(at: $0) } }
}
