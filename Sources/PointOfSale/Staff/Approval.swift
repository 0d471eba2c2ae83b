/// A manager's word, given with a PIN on the cashier's screen, that one charge may pass a guest's credit limit (`S1-16`): for this check,
/// this stay, up to this amount, once, and not for long.
package struct Approval: Hashable, Sendable, Codable, Identifiable {
    package let id: ApprovalID
    package let checkID: CheckID
    package let roomNumber: RoomNumber
    package let reservationNumber: String
    /// The most that may be charged, tip included.
    package let amount: Money
    /// Who wants to charge.
    package let askedBy: CashierID
    /// Whose PIN it was.
    package let approvedBy: CashierID
    package let approvedAt: Timestamp
    package let expiresAt: Timestamp
    /// The payment that used it up.
    package let tenderID: TenderID?

    /// How long it may be used, ms.
    package static let livesMs: Int64 = 5 * 60_000

    /// An approval.
    package init(
        id: ApprovalID, checkID: CheckID, roomNumber: RoomNumber, reservationNumber: String, amount: Money, askedBy: CashierID,
        approvedBy: CashierID, approvedAt: Timestamp, expiresAt: Timestamp, tenderID: TenderID? = nil
    ) {
        self.id = id
        self.checkID = checkID
        self.roomNumber = roomNumber
        self.reservationNumber = reservationNumber
        self.amount = amount
        self.askedBy = askedBy
        self.approvedBy = approvedBy
        self.approvedAt = approvedAt
        self.expiresAt = expiresAt
        self.tenderID = tenderID
    }

    /// Lets a charge of `total` pass, or refuses it.
    /// - Throws: `Refusal.approvalUsed`, `.approvalExpired`, `.approvalForAnother`.
    package func mustCover(_ total: Money, to guest: GuestChoice, on check: CheckID, at moment: Timestamp) throws(Refusal) {
        guard checkID == check, roomNumber == guest.roomNumber, reservationNumber == guest.reservationNumber, total <= amount else {
            throw .approvalForAnother
        }
        guard tenderID == nil else { throw .approvalUsed }
        // A clock that was set back must not lengthen its life.
        guard moment < expiresAt, moment >= approvedAt else { throw .approvalExpired }
    }
}
