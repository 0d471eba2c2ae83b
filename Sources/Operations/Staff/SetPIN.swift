package import PointOfSale
package import Storage

extension Restaurant {
    /// Gives one of the staff a PIN: their own or, for who may configure, anybody's.
    /// - Throws: `Refusal.notPermitted`, `PINRefused`, `StorageFault.missing`.
    package func setPIN(_ pin: PIN, of id: CashierID, by cashier: Cashier) async throws {
        if id != cashier.id { try cashier.mustBeAllowed(.configure) }
        let digest = try pepper.digestToKeep(of: pin)
        let moment = now()
        try await database.write { tx in try tx.changePIN(of: id, to: digest, by: cashier.id, at: moment) }
    }
}

extension PINPepper {
    /// Gives one of the staff a PIN from the command line of the server, for whoever has none yet or has forgotten it.
    /// - Parameter number: the staff number.
    /// - Throws: `PINRefused`, `StorageFault.missing` when nobody in service has the number.
    package func setPIN(_ pin: PIN, ofStaffNumber number: Int, in database: any Database, at moment: Timestamp) async throws {
        let digest = try digestToKeep(of: pin)
        try await database.write { tx in
            guard let cashier = try tx.cashiers().first(where: { $0.number == number && $0.isActive }) else {
                throw StorageFault.missing("member of staff", id: String(number))
            }
            try tx.changePIN(of: cashier.id, to: digest, by: nil, at: moment)
        }
    }

    fileprivate func digestToKeep(of pin: PIN) throws -> String {
        guard !pin.isTrivial else { throw PINRefused.tooEasy }
        return try digest(of: pin)
    }
}

extension SQLTransaction {
    fileprivate func changePIN(of id: CashierID, to digest: String, by cashier: CashierID?, at moment: Timestamp) throws {
        if let owner = try self.cashier(pinDigest: digest), owner.id != id { throw PINRefused.taken }
        try setPIN(digest, of: id)
        try journal(.pinSet, subject: id.text, by: cashier, at: moment)
    }
}
