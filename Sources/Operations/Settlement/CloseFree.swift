package import PointOfSale
import Storage

extension Restaurant {
    /// Closes a check on which nothing is to be paid, because everything is given away (`S2-11`): no payment, nothing for the hotel; its
    /// receipt comes out like any other. Asked again, it answers the same.
    /// - Throws: `Refusal` — not permitted, unknown or empty check, a refund, something left to pay, closed with a payment.
    package func closeFree(_ checkID: CheckID, by cashier: Cashier) async throws -> Answered<Check> {
        try cashier.mustBeAllowed(.settleChecks)
        let moment = now()
        return try await database.write { tx in
            let check = try tx.existingCheck(checkID)
            if check.state == .closed, check.isFree { return Answered(check, isRepeat: true) }
            try check.mustCloseFree()
            try tx.closeCheck(checkID, at: moment)
            let given = check.discountTotals.map { "\($0.discount.name.facts) \(-$0.amount.minorUnits)" }.joined(separator: ", ")
            let note = "check \(check.number), \(check.currency.code) minor units given away: \(given.isEmpty ? "none" : given)"
            try tx.journal(.checkClosedFree, subject: checkID.text, note: note, by: cashier.id, at: moment)
            return Answered(try tx.existingCheck(checkID), isRepeat: false)
        }
    }
}
