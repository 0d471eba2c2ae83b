package import PointOfSale

extension SQLTransaction {
    /// Writes an approval down.
    package func insertApproval(_ approval: Approval) throws {
        try execute(
            """
            insert into approval (id, property_id, check_id, room_number, reservation_number, kind, amount, asked_by, approved_by,
                approved_at, expires_at)
            values ($1, (select id from property), $2, $3, $4, 'creditLimit', $5, $6, $7, $8, $9)
            """,
            approval.id, approval.checkID, approval.roomNumber.text, approval.reservationNumber, approval.amount, approval.askedBy,
            approval.approvedBy, approval.approvedAt, approval.expiresAt)
    }

    /// One approval, or nil.
    package func approval(_ id: ApprovalID) throws -> Approval? {
        try first("select a.*, c.currency from approval a join guest_check c on c.id = a.check_id where a.id = $1", id).map { row in
            Approval(
                id: try row.id("id"), checkID: try row.id("check_id"),
                roomNumber: try row.read("room_number", as: "a room number") { RoomNumber($0) },
                reservationNumber: try row.text("reservation_number"), amount: try row.money("amount", in: row.currency("currency")),
                askedBy: try row.id("asked_by"), approvedBy: try row.id("approved_by"), approvedAt: try row.moment("approved_at"),
                expiresAt: try row.moment("expires_at"), tenderID: try row.optionalID("tender_id"))
        }
    }

    /// Uses an approval up. Throws `StorageFault.missing` when there is none that is still unused.
    package func useApproval(_ id: ApprovalID, for tender: TenderID) throws {
        try mustChangeOne(
            "unused approval", id.text,
            try execute("update approval set tender_id = $1 where id = $2 and tender_id is null", tender, id))
    }
}
