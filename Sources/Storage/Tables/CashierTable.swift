package import PointOfSale

extension SQLTransaction {
    /// All staff by number, those who have left included.
    package func cashiers() throws -> [Cashier] {
        try query("select * from cashier order by number").map(Self.cashier)
    }

    /// One of the staff, or nil.
    package func cashier(_ id: CashierID) throws -> Cashier? {
        try first("select * from cashier where id = $1", id).map(Self.cashier)
    }

    /// Who has the PIN of this digest; nil when nobody has.
    package func cashier(pinDigest: String) throws -> Cashier? {
        try first("select * from cashier where property_id = (select id from property) and pin_digest = $1", pinDigest).map(Self.cashier)
    }

    /// Whether a cashier has a PIN, and so can sign in.
    package func hasPIN(_ id: CashierID) throws -> Bool {
        try first("select 1 from cashier where id = $1 and pin_digest is not null", id) != nil
    }

    /// Writes one of the staff: new, or changed where the number is known; the PIN stays. Gives the lasting id.
    @discardableResult
    package func upsert(_ cashier: Cashier, property: PropertyID) throws -> CashierID {
        try keptID(
            """
            insert into cashier (id, property_id, number, name, role, language, is_active) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (property_id, number) do update set name = $4, role = $5, language = $6, is_active = $7 returning id
            """,
            cashier.id, property, cashier.number, cashier.name, cashier.role.rawValue, cashier.language.rawValue, cashier.isActive)
    }

    /// Sets or takes away a cashier's PIN, as its digest. Throws `StorageFault.constraint(.unique)` when another cashier has it.
    package func setPIN(_ digest: String?, of id: CashierID) throws {
        try mustChangeOne("cashier", id.text, try execute("update cashier set pin_digest = $1 where id = $2", digest, id))
    }

    private static func cashier(_ row: SQLRow) throws -> Cashier {
        Cashier(
            id: try row.id("id"), number: try row.int("number"), name: try row.text("name"), role: try row.state("role"),
            language: try row.state("language"), isActive: try row.bool("is_active"))
    }

    /// Throws `StorageFault.missing` unless exactly one row was changed.
    func mustChangeOne(_ what: String, _ id: String, _ changed: Int) throws {
        guard changed == 1 else { throw StorageFault.missing(what, id: id) }
    }
}
