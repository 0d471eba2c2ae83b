package import PointOfSale
import Storage

extension Restaurant {
    /// The receipt of a check, also before it is closed.
    /// - Throws: `Refusal.unknownCheck`.
    package func receipt(for checkID: CheckID) async throws -> Receipt {
        try await database.read { tx in try tx.receipt(of: checkID) }
    }
}

extension SQLTransaction {
    /// The receipt of a check: one set of facts for the screen, for paper, and for the guest's own telephone.
    /// - Throws: `Refusal.unknownCheck`.
    func receipt(of checkID: CheckID) throws -> Receipt {
        let check = try existingCheck(checkID)
        guard let outlet = try outlet(check.outletID) else { throw Refusal.unknownOutlet }
        let payments = try check.tenders.filter { $0.state != .refused }.map { tender in
            guard let method = try paymentMethod(tender.paymentMethodID) else { throw Refusal.unknownPaymentMethod }
            return Receipt.Payment(
                tender: tender, method: method, posting: try tender.postingID.flatMap { try posting($0) },
                signature: try signature(of: tender.id)?.strokes)
        }
        return Receipt(
            property: try property(), outlet: outlet, check: check, cashierName: try cashier(check.openedBy)?.name ?? "",
            payments: payments, originalNumber: try check.refunds.flatMap { try self.check($0)?.number })
    }
}
