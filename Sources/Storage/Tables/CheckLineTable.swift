package import PointOfSale

extension SQLTransaction {
    /// Adds a line at the end of a check. Throws `StorageFault.constraint(.unique)` when the check has a line of this id.
    package func insertLine(_ line: CheckLine, check: CheckID) throws {
        try execute(
            """
            insert into check_line (check_id, position, id, menu_item_id, name_fr, name_en, quantity, unit_price, tax_basis_points,
                itemizer, note, seat, refunds_line_id, added_at, added_by)
            values ($1, (select coalesce(max(position), 0) + 1 from check_line where check_id = $1), $2, $3, $4, $5, $6, $7, $8, $9, $10,
                $11, $12, $13, $14)
            """,
            check, line.id, line.menuItemID, line.name.fr, line.name.en, line.quantity, line.unitPrice, line.taxRate.basisPoints,
            line.itemizer, line.note, line.seat, line.refundsLineID, line.addedAt, line.addedBy)
    }

    /// Takes back articles of a line. Throws `StorageFault.missing` when the line has not so many left, or does not exist.
    package func insertLineVoid(_ void: LineVoid, check: CheckID) throws {
        try mustChangeOne(
            "line with \(void.quantity) articles left", void.lineID.text,
            try execute(
                """
                insert into line_void (check_id, position, id, line_id, quantity, voided_at, voided_by)
                select l.check_id, (select coalesce(max(v.position), 0) + 1 from line_void v where v.check_id = l.check_id),
                    $1, l.id, $2, $3, $4
                from check_line l
                where l.check_id = $5 and l.id = $6 and l.quantity >= $2
                    + (select coalesce(sum(v.quantity), 0) from line_void v where v.check_id = $5 and v.line_id = $6)
                """,
                void.id, void.quantity, void.voidedAt, void.voidedBy, check, void.lineID))
    }

    /// Lines by the id of their check, in the order they were added. `condition` has the one placeholder `$1`.
    func checkLines(
        where condition: String, _ value: any SQLBindable, _ currencies: [String: Currency]
    ) throws -> [String: [CheckLine]] {
        var lines: [String: [CheckLine]] = [:]
        for row in try query("select * from check_line where \(condition) order by check_id, position", value) {
            let check = try row.text("check_id")
            guard let currency = currencies[check] else { continue }
            lines[check, default: []].append(
                CheckLine(
                    id: try row.key("id"), menuItemID: try row.id("menu_item_id"), name: try row.name(),
                    quantity: try row.int("quantity"), unitPrice: try row.money("unit_price", in: currency),
                    taxRate: try row.rate("tax_basis_points"), itemizer: try row.itemizer("itemizer"), note: try row.text("note"),
                    seat: try row.optionalInt("seat"),
                    refundsLineID: try row.isNull("refunds_line_id") ? nil : row.key("refunds_line_id"),
                    addedAt: try row.moment("added_at"), addedBy: try row.id("added_by")))
        }
        return lines
    }

    /// Voids by the id of their check, oldest first. `condition` has the one placeholder `$1`.
    func lineVoids(where condition: String, _ value: any SQLBindable) throws -> [String: [LineVoid]] {
        var voids: [String: [LineVoid]] = [:]
        for row in try query("select * from line_void where \(condition) order by check_id, position", value) {
            voids[try row.text("check_id"), default: []].append(
                LineVoid(
                    id: try row.key("id"), lineID: try row.key("line_id"), quantity: try row.int("quantity"),
                    voidedAt: try row.moment("voided_at"), voidedBy: try row.id("voided_by")))
        }
        return voids
    }
}
