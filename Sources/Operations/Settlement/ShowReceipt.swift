package import PointOfSale
import Storage

/// A check as the guest takes it home.
package struct Receipt: Sendable, Hashable {
    package let property: Property
    package let outlet: Outlet
    package let check: Check
    package let cashierName: String
    /// Payments that stand: settled, or on their way to a room.
    package let payments: [Payment]

    /// A payment, with what it was made by and where it went.
    package struct Payment: Sendable, Hashable {
        package let tender: Tender
        package let method: PaymentMethod
        /// The posting to the hotel, for a room charge.
        package let posting: FolioPosting?
    }
}

extension Restaurant {
    /// The receipt of a check, also before it is closed.
    /// - Throws: `Refusal.unknownCheck`.
    package func receipt(for checkID: CheckID) async throws -> Receipt {
        try await database.read { tx in
            let check = try tx.existingCheck(checkID)
            guard let outlet = try tx.outlet(check.outletID) else { throw Refusal.unknownOutlet }
            let payments = try check.tenders.filter { $0.state != .refused }.map { tender in
                guard let method = try tx.paymentMethod(tender.paymentMethodID) else { throw Refusal.unknownPaymentMethod }
                return Receipt.Payment(tender: tender, method: method, posting: try tender.postingID.flatMap { try tx.posting($0) })
            }
            return Receipt(
                property: try tx.property(), outlet: outlet, check: check, cashierName: try tx.cashier(check.openedBy)?.name ?? "",
                payments: payments)
        }
    }
}
