package import PointOfSale
import Storage

/// A discount kept for managers, as a waiter asks for it: on a line, or on the check as a whole.
package struct ApprovedDiscount: Hashable, Sendable {
    /// Made by the order screen, so that asking again gives nothing twice.
    package let id: ClientKey
    /// Nil for the check as a whole.
    package let lineID: ClientKey?
    package let presetID: DiscountPresetID

    /// A discount that is asked for.
    package init(id: ClientKey, lineID: ClientKey?, presetID: DiscountPresetID) {
        self.id = id
        self.lineID = lineID
        self.presetID = presetID
    }
}

extension Restaurant {
    /// Gives discounts that the house keeps for managers, with a manager's own PIN on the cashier's screen (`S2-11`): the word holds for
    /// these discounts and for nothing else, because it comes with them and is kept nowhere. The journal names both people. All of them
    /// stand or fall together; those that were given already are not given again.
    /// - Parameters:
    ///   - pin: the manager's own.
    ///   - device: what tells one till from another: wrong PINs slow it down.
    /// - Throws: `Refusal` — not permitted (the cashier, or whose PIN it is), wrong PIN, unknown check, line or discount, closed or partly
    ///   paid check, a discount that is off, not for this, or one too many.
    package func giveApprovedDiscounts(
        _ asked: [ApprovedDiscount], of checkID: CheckID, pin: String, device: String, by cashier: Cashier
    ) async throws -> Answered<Check> {
        try cashier.mustBeAllowed(.giveDiscounts)
        guard asked.count <= LineChange.batchMax else { throw Refusal.batchTooLarge(LineChange.batchMax) }
        let manager = try await owner(ofPIN: pin, device: device)
        try manager.mustBeAllowed(.giveCustomDiscounts)
        let moment = now()
        return try await database.write { tx in
            let check = try tx.existingCheck(checkID)
            let known = Set(check.discounts.map(\.id))
            let fresh = asked.filter { !known.contains($0.id) }
            guard !fresh.isEmpty else { return Answered(check, isRepeat: true) }
            try check.mustTakeLines()
            for discount in fresh { try tx.giveDiscount(discount, of: check, by: cashier, approvedBy: manager, at: moment) }
            return Answered(try tx.existingCheck(checkID), isRepeat: false)
        }
    }
}
