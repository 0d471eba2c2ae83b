package import PointOfSale
import Storage

extension Restaurant {
    /// The tills in use, by number.
    package func tills() async throws -> [TillConfiguration] {
        try await database.read { tx in try tx.tillConfigurations().filter(\.isActive) }
    }

    /// The ways of paying that a check takes on a till: those in use that neither the till it was opened on nor this one leaves out
    /// (`S1-12`).
    /// - Throws: `Refusal.unknownCheck`.
    package func paymentMethods(for checkID: CheckID, on till: TillConfigurationID?) async throws -> [PaymentMethod] {
        try await database.read { tx in
            let check = try tx.existingCheck(checkID)
            return try tx.paymentMethods().filter { method in
                try method.isActive && tx.isTaken(method.id, onTill: check.tillConfigurationID) && tx.isTaken(method.id, onTill: till)
            }
        }
    }
}
