package import PointOfSale
import Storage

extension Restaurant {
    /// Says how many guests a check serves.
    /// - Throws: `Refusal` — not permitted, unknown or closed check, covers out of range.
    package func setCovers(of checkID: CheckID, to covers: Int, by cashier: Cashier) async throws -> Check {
        try cashier.mustBeAllowed(.takeOrders)
        guard (1...Check.coversMax).contains(covers) else { throw Refusal.coversOutOfRange(Check.coversMax) }
        return try await database.write { tx in
            let check = try tx.existingCheck(checkID)
            guard check.state == .open else { throw Refusal.checkClosed }
            try tx.setCovers(check.id, to: covers)
            return try tx.existingCheck(checkID)
        }
    }
}
