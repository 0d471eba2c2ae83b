package import PointOfSale

extension SQLTransaction {
    /// Whether that is a till in use of that outlet.
    package func isTill(_ till: TillConfigurationID, of outlet: OutletID) throws -> Bool {
        try first("select 1 from till_configuration where id = $1 and outlet_id = $2 and is_active = 1", till, outlet) != nil
    }

    /// Whether a till of that set-up takes the method: all of them where nothing was chosen, or the check was opened on no known till.
    package func isTaken(_ method: PaymentMethodID, onTill till: TillConfigurationID?) throws -> Bool {
        guard let till else { return true }
        let chosen = try query("select payment_method_id from till_configuration_method where till_configuration_id = $1", till)
        return try chosen.isEmpty || chosen.contains { try $0.text("payment_method_id") == method.text }
    }
}
