package import PointOfSale

extension SQLTransaction {
    /// All ways of paying in their order, those out of use included.
    package func paymentMethods() throws -> [PaymentMethod] {
        try query("select * from payment_method order by position, code").map(Self.paymentMethod)
    }

    /// One way of paying, or nil.
    package func paymentMethod(_ id: PaymentMethodID) throws -> PaymentMethod? {
        try first("select * from payment_method where id = $1", id).map(Self.paymentMethod)
    }

    /// Writes a way of paying: new, or changed where the code is known. Gives its lasting id.
    @discardableResult
    package func upsert(_ method: PaymentMethod, property: PropertyID) throws -> PaymentMethodID {
        try keptID(
            """
            insert into payment_method
                (id, property_id, code, name_fr, name_en, kind, hotel_code, gives_change, opens_drawer, position, is_active,
                transmits_receipts, server_address, takes_tips, integration, counts_in_float)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            on conflict (property_id, code) do update set name_fr = $4, name_en = $5, kind = $6, hotel_code = $7, gives_change = $8,
                opens_drawer = $9, position = $10, is_active = $11, transmits_receipts = $12, server_address = $13, takes_tips = $14,
                integration = $15, counts_in_float = $16
            returning id
            """,
            method.id, property, method.code, method.name.fr, method.name.en, method.kind.rawValue, method.hotelCode,
            method.givesChange, method.opensDrawer, method.position, method.isActive, method.transmitsReceipts, method.serverAddress,
            method.takesTips, method.integration.rawValue, method.countsInFloat)
    }

    private static func paymentMethod(_ row: SQLRow) throws -> PaymentMethod {
        PaymentMethod(
            id: try row.id("id"), code: try row.text("code"), name: try row.name(), kind: try row.state("kind"),
            hotelCode: try row.text("hotel_code"), givesChange: try row.bool("gives_change"), opensDrawer: try row.bool("opens_drawer"),
            position: try row.int("position"), isActive: try row.bool("is_active"),
            transmitsReceipts: try row.bool("transmits_receipts"), serverAddress: try row.text("server_address"),
            takesTips: try row.bool("takes_tips"), integration: try row.state("integration"),
            countsInFloat: try row.bool("counts_in_float"))
    }
}
