package import PointOfSale

extension SQLTransaction {
    /// The refunds of a check, oldest first, withdrawn ones included.
    package func refunds(of id: CheckID) throws -> [Check] {
        try query("select id from guest_check where refunds = $1 order by id", id).compactMap { try check($0.id("id")) }
    }

    /// Marks a closed check as undone. Throws `StorageFault.illegalMove` when it is not closed.
    package func voidClosedCheck(_ id: CheckID) throws {
        guard try execute("update guest_check set state = 'voided' where id = $1 and state = 'closed'", id) == 1 else {
            let state = try first("select state from guest_check where id = $1", id)?.text("state")
            throw StorageFault.illegalMove("check", id: id.text, from: state ?? "nothing", to: "voided")
        }
        try cancelWaitingReceipts(of: id)
    }

    /// Closed and voided checks of a business date, and refunds whatever their state, newest first, opened before `before` when it is
    /// given.
    package func closedChecks(on date: BusinessDate, before: CheckID?, limit: Int) throws -> [Check] {
        try query(
            """
            select id from guest_check where business_date = $1 and id < $2 and (state <> 'open' or refunds is not null)
            order by id desc limit $3
            """,
            date, before?.text ?? "~", limit
        ).compactMap { try check($0.id("id")) }
    }
}
