import PointOfSale

extension SQLTransaction {
    /// Writes what a posting is for, in its order.
    func insertPostingLines(_ lines: [PostingLine], of id: PostingID) throws {
        for (position, line) in zip(1..., lines) {
            try execute(
                """
                insert into posting_line (posting_id, position, description, quantity, itemizer, amount)
                values ($1, $2, $3, $4, $5, $6)
                """,
                id, position, line.description, line.quantity, line.itemizer, line.amount)
        }
    }

    /// What a posting is for; nothing is read where its hotel shows no lines.
    func postingLines(of id: PostingID, _ posting: SQLRow) throws -> [PostingLine] {
        guard try posting.text("integration") != Integration.opera.rawValue else { return [] }
        let currency = try posting.currency("currency")
        return try query("select * from posting_line where posting_id = $1 order by position", id).map { row in
            PostingLine(
                description: try row.text("description"), quantity: try row.int("quantity"),
                itemizer: try row.itemizer("itemizer"), amount: try row.money("amount", in: currency))
        }
    }
}
