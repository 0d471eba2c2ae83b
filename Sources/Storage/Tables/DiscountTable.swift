package import PointOfSale

extension SQLTransaction {
    /// Gives a discount. Throws `StorageFault.constraint(.unique)` when the check has one of this id.
    package func insertDiscount(_ discount: Discount, check: CheckID) throws {
        let (share, amount) = discount.value.columns
        try execute(
            """
            insert into discount (check_id, position, id, line_id, basis_points, amount, preset_id, name_fr, name_en, reason, carries_on,
                given_at, given_by)
            values ($1, (select coalesce(max(position), 0) + 1 from discount where check_id = $1), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
                $12)
            """,
            check, discount.id, discount.lineID, share, amount, discount.presetID, discount.name.fr, discount.name.en, discount.reason,
            discount.carriesOn, discount.givenAt, discount.givenBy)
    }

    /// Takes a discount back. Throws `StorageFault.constraint` when it was taken back before, or was never given.
    package func insertDiscountRemoval(_ removal: DiscountRemoval, check: CheckID) throws {
        try execute(
            "insert into discount_removal (check_id, id, discount_id, removed_at, removed_by) values ($1, $2, $3, $4, $5)",
            check, removal.id, removal.discountID, removal.removedAt, removal.removedBy)
    }

    /// Discounts with their removals by the id of their check, in the sequence in which they were given. `condition` has the one
    /// placeholder `$1`.
    func discounts(
        where condition: String, _ value: any SQLBindable, _ currencies: [String: Currency]
    ) throws -> [String: (given: [Discount], removals: [DiscountRemoval])] {
        let rows = try query(
            """
            select discount.*, r.id as removal_id, r.removed_at, r.removed_by from discount
            left join discount_removal r on r.check_id = discount.check_id and r.discount_id = discount.id
            where discount.\(condition) order by discount.check_id, discount.position
            """,
            value)
        var discounts: [String: (given: [Discount], removals: [DiscountRemoval])] = [:]
        for row in rows {
            let check = try row.text("check_id")
            guard let currency = currencies[check] else { continue }
            let discount = try Self.discount(row, currency)
            discounts[check, default: ([], [])].given.append(discount)
            guard try !row.isNull("removal_id") else { continue }
            discounts[check, default: ([], [])].removals.append(
                DiscountRemoval(
                    id: try row.key("removal_id"), discountID: discount.id, removedAt: try row.moment("removed_at"),
                    removedBy: try row.id("removed_by")))
        }
        return discounts
    }

    /// What a payment carries of discounts.
    func discountParts(of tender: TenderID, in currency: Currency) throws -> [DiscountPart: Money] {
        let parts = try query("select discount_id, line_id, itemizer, amount from tender_discount where tender_id = $1", tender).map {
            row in
            (
                DiscountPart(
                    discountID: try row.key("discount_id"), lineID: try row.key("line_id"), itemizer: try row.itemizer("itemizer")),
                try row.money("amount", in: currency)
            )
        }
        return Dictionary(uniqueKeysWithValues: parts)
    }

    /// Writes what a payment carries of discounts.
    func insertDiscountParts(_ parts: [DiscountPart: Money], of tender: TenderID) throws {
        for (part, amount) in parts where !amount.isZero {
            try execute(
                "insert into tender_discount (tender_id, discount_id, line_id, itemizer, amount) values ($1, $2, $3, $4, $5)",
                tender, part.discountID, part.lineID, part.itemizer, amount)
        }
    }

    private static func discount(_ row: SQLRow, _ currency: Currency) throws -> Discount {
        Discount(
            id: try row.key("id"), lineID: try row.isNull("line_id") ? nil : row.key("line_id"), value: try row.discountValue(in: currency),
            presetID: try row.optionalID("preset_id"), name: try row.name(), reason: try row.text("reason"),
            carriesOn: try row.isNull("carries_on") ? nil : row.key("carries_on"), givenAt: try row.moment("given_at"),
            givenBy: try row.id("given_by"))
    }
}

extension DiscountValue {
    /// As two columns, of which one is filled.
    var columns: (share: Int?, amount: Money?) {
        switch self {
        case .share(let rate): (rate.basisPoints, nil)
        case .amount(let amount): (nil, amount)
        }
    }
}

extension SQLRow {
    /// What a discount takes off, from the two columns.
    func discountValue(in currency: Currency) throws -> DiscountValue {
        try isNull("amount") ? .share(rate("basis_points")) : .amount(money("amount", in: currency))
    }
}
