import PointOfSale

/// One change of a check from the order screen, as it comes: the field `op` says which.
enum LineChangeFields {
    private enum Operation: String {
        case add, void, discount, removeDiscount, spreadDiscount
    }

    /// The change. An amount that is typed has the currency of the house.
    static func read(_ fields: inout JSONFields, _ currency: Currency) throws(Problem) -> LineChange {
        let operation = try fields.parsed("op") { Operation(rawValue: $0) }
        let id = try key("id", of: &fields)
        let change: LineChange
        switch operation {
        case .add: change = try addition(id, &fields)
        case .void:
            let quantity = try fields.integer("quantity", in: 1...CheckLine.quantityMax)
            change = .void(id: id, line: try key("lineId", of: &fields), quantity: quantity)
        case .discount:
            let line = try fields.optionallyParsed("lineId", lengthMax: ClientKey.lengthMax * 2) { ClientKey($0) }
            change = .discount(id: id, line: line, try wish(&fields, currency))
        case .removeDiscount: change = .removeDiscount(id: id, discount: try key("discountId", of: &fields))
        case .spreadDiscount: change = .spreadDiscount(id: id, discount: try key("discountId", of: &fields))
        }
        try fields.nothingElse()
        return change
    }

    private static func key(_ name: String, of fields: inout JSONFields) throws(Problem) -> ClientKey {
        try fields.parsed(name, lengthMax: ClientKey.lengthMax * 2) { ClientKey($0) }
    }

    private static func addition(_ id: ClientKey, _ fields: inout JSONFields) throws(Problem) -> LineChange {
        let quantity = try fields.integer("quantity", in: 1...CheckLine.quantityMax)
        let item = try fields.parsed("menuItemId") { MenuItemID(text: $0) }
        let note = try fields.optionalText("note", lengthMax: CheckLine.noteCharactersMax) ?? ""
        let seat = try fields.optionalInteger("seat", in: 1...CheckLine.seatMax)
        return .add(id: id, item: item, quantity: quantity, note: note, seat: seat)
    }

    /// One of `presetId`, `rate` (hundredths of a percent) and `value` (minor units).
    private static func wish(_ fields: inout JSONFields, _ currency: Currency) throws(Problem) -> DiscountWish {
        let preset = try fields.optionallyParsed("presetId") { DiscountPresetID(text: $0) }
        let share = try fields.optionalInteger("rate", in: 1...10_000)
        let value = try fields.optionalInteger("value", in: 1...Money.minorUnitsMax)
        let reason = try fields.optionalText("reason", lengthMax: Discount.reasonCharactersMax) ?? ""
        switch (preset, share.flatMap { Rate(basisPoints: $0) }, value) {
        case (let preset?, nil, nil): return DiscountWish(.preset(preset), reason: reason)
        case (nil, let rate?, nil): return DiscountWish(.custom(.share(rate)), reason: reason)
        case (nil, nil, let value?): return DiscountWish(.custom(.amount(Money(value, currency))), reason: reason)
        default: throw .fieldIsOutOfRange("presetId")
        }
    }
}
