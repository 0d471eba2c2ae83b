package import PointOfSale
import Storage

/// A charge that needs a manager's word (`S1-16`).
package struct ApprovalRequest: Sendable, Hashable {
    package let checkID: CheckID
    /// Whose guest; nil for the first hotel that the check may be charged to.
    package let integration: Integration?
    package let guest: GuestChoice
    /// The most that may then be charged, tip included.
    package let amount: Money
    /// The manager's own, typed on the cashier's screen.
    package let pin: String
    /// What tells one till from another: wrong PINs slow it down.
    package let device: String

    /// A request.
    package init(
        checkID: CheckID, integration: Integration? = nil, guest: GuestChoice, amount: Money, pin: String, device: String
    ) {
        self.checkID = checkID
        self.integration = integration
        self.guest = guest
        self.amount = amount
        self.pin = pin
        self.device = device
    }
}

extension Restaurant {
    /// Takes a manager's word that one charge may pass a guest's credit limit: for this check, this stay, up to this amount, once, within
    /// five minutes. The journal names both people.
    ///
    /// It changes nothing for a guest who may not be charged at all (`S1-15`).
    /// - Throws: `Refusal` — not permitted (the cashier, or whose PIN it is), wrong PIN, unknown or closed check, amount out of range,
    ///   guest
    ///   not found or marked no posting, hotel unavailable.
    package func approveCharge(_ request: ApprovalRequest, askedBy cashier: Cashier) async throws -> Approval {
        try cashier.mustBeAllowed(.settleChecks)
        let integration = try await database.read { tx in try tx.integration(of: nil, or: request.integration, for: request.checkID) }
        let account = try await accountOffered(request.guest, in: integration)
        guard account.maySpend else { throw Refusal.guestNoPosting }
        let manager = try await owner(ofPIN: request.pin, device: request.device)
        try manager.mustBeAllowed(.approveCredit)
        let moment = now()
        return try await database.write { tx in
            let check = try tx.existingCheck(request.checkID)
            guard check.state == .open else { throw Refusal.checkClosed }
            guard request.amount.isPositive else { throw Refusal.amountNotPositive }
            guard request.amount.minorUnits <= Money.minorUnitsMax else { throw Refusal.amountAboveRemaining(check.totals.remaining) }
            let approval = Approval(
                id: .make(at: moment), checkID: check.id, roomNumber: account.choice.roomNumber,
                reservationNumber: account.choice.reservationNumber, amount: request.amount, askedBy: cashier.id, approvedBy: manager.id,
                approvedAt: moment, expiresAt: moment.advanced(byMs: Approval.livesMs))
            try tx.insertApproval(approval)
            let note =
                "check \(check.number), room \(approval.roomNumber), reservation \(approval.reservationNumber), "
                + "up to \(approval.amount.minorUnits) \(check.currency.code) minor units, asked by staff number \(cashier.number)"
            try tx.journal(.creditApproved, subject: approval.id.text, note: note, by: manager.id, at: moment)
            return approval
        }
    }
}
