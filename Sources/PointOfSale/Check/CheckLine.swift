/// One line of a check, as it was ordered. A line is never edited: what is taken back is a `LineVoid` that points at it.
package struct CheckLine: Hashable, Sendable, Codable, Identifiable {
    /// Made by the order screen, so that a batch sent twice adds nothing.
    package let id: ClientKey
    package let menuItemID: MenuItemID
    /// The article's name when it was ordered.
    package let name: LocalizedName
    /// Less than nothing on a refund.
    package let quantity: Int
    /// Price with tax when it was ordered.
    package let unitPrice: Money
    package let taxRate: Rate
    package let itemizer: Itemizer
    /// What the kitchen should know; may be empty.
    package let note: String
    /// The guest at the table that it is for, from 1 (`S1-09`).
    package let seat: Int?
    /// The line that this one gives back, of the check that its check refunds (`S1-11`).
    package let refundsLineID: ClientKey?
    package let addedAt: Timestamp
    package let addedBy: CashierID

    /// The most articles on one line.
    package static let quantityMax = 999
    /// The longest note, in characters.
    package static let noteCharactersMax = 120
    /// The highest seat.
    package static let seatMax = 99

    /// A line.
    package init(
        id: ClientKey, menuItemID: MenuItemID, name: LocalizedName, quantity: Int, unitPrice: Money, taxRate: Rate, itemizer: Itemizer,
        note: String = "", seat: Int? = nil, refundsLineID: ClientKey? = nil, addedAt: Timestamp, addedBy: CashierID
    ) {
        self.id = id
        self.menuItemID = menuItemID
        self.name = name
        self.quantity = quantity
        self.unitPrice = unitPrice
        self.taxRate = taxRate
        self.itemizer = itemizer
        self.note = note
        self.seat = seat
        self.refundsLineID = refundsLineID
        self.addedAt = addedAt
        self.addedBy = addedBy
    }
}

/// So many articles of a line taken back, before payment.
package struct LineVoid: Hashable, Sendable, Codable, Identifiable {
    /// Made by the order screen.
    package let id: ClientKey
    package let lineID: ClientKey
    package let quantity: Int
    package let voidedAt: Timestamp
    package let voidedBy: CashierID

    /// A void of one line.
    package init(id: ClientKey, lineID: ClientKey, quantity: Int, voidedAt: Timestamp, voidedBy: CashierID) {
        self.id = id
        self.lineID = lineID
        self.quantity = quantity
        self.voidedAt = voidedAt
        self.voidedBy = voidedBy
    }
}

/// One change of a check from the order screen: idempotent by the id that the screen made.
package enum LineChange: Hashable, Sendable {
    case add(id: ClientKey, item: MenuItemID, quantity: Int, note: String, seat: Int? = nil)
    case void(id: ClientKey, line: ClientKey, quantity: Int)
    /// A discount on a line, or on the check as a whole (`S2-11`, `S2-13`, `S2-14`).
    case discount(id: ClientKey, line: ClientKey?, DiscountWish)
    /// A discount taken back (`S2-15`).
    case removeDiscount(id: ClientKey, discount: ClientKey)
    /// The discount on the whole check turned into one for each line, the same to the cent (`S2-12`).
    case spreadDiscount(id: ClientKey, discount: ClientKey)

    /// The most changes in one batch.
    package static let batchMax = 200

    /// The id the screen gave.
    package var id: ClientKey {
        switch self {
        case .add(let id, _, _, _, _), .void(let id, _, _), .discount(let id, _, _), .removeDiscount(let id, _),
            .spreadDiscount(let id, _):
            id
        }
    }
}
