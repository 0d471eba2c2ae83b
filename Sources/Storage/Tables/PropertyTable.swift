import Foundation
package import PointOfSale

extension SQLTransaction {
    /// The house of this database. Throws `StorageFault.missing` before a configuration has been loaded.
    package func property() throws -> Property {
        guard let property = try propertyIfConfigured() else { throw StorageFault.missing("property", id: "of this database") }
        return property
    }

    /// The house of this database, or nil before a configuration has been loaded.
    package func propertyIfConfigured() throws -> Property? {
        try first("select * from property order by id limit 1").map { row in
            let zone = try row.text("time_zone")
            let calendar = BusinessCalendar(
                timeZoneName: zone, closingMinute: try row.int("closing_minute"), change: try Self.closingChange(row))
            guard let calendar else {
                throw StorageFault.unreadableColumn(name: "time_zone", wanted: "a time zone that this machine knows")
            }
            return Property(
                id: try row.id("id"), name: try row.text("name"), currency: try row.currency("currency"), calendar: calendar,
                language: try row.state("language"), tipShareMax: try row.rate("tip_basis_points_max"))
        }
    }

    /// Writes the house: new, or changed where its id is known.
    package func upsert(_ property: Property) throws {
        try execute(
            """
            insert into property
                (id, name, currency, time_zone, closing_minute, language, next_closing_minute, next_closing_date,
                tip_basis_points_max)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (id) do update set name = $2, currency = $3, time_zone = $4, closing_minute = $5, language = $6,
                next_closing_minute = $7, next_closing_date = $8, tip_basis_points_max = $9
            """,
            property.id, property.name, property.currency.code, property.calendar.timeZone.identifier, property.calendar.closingMinute,
            property.language.rawValue, property.calendar.change?.closingMinute, property.calendar.change?.from,
            property.tipShareMax.basisPoints)
    }

    private static func closingChange(_ row: SQLRow) throws -> BusinessCalendar.Change? {
        guard let minute = try row.optionalInt("next_closing_minute") else { return nil }
        return BusinessCalendar.Change(closingMinute: minute, from: try row.date("next_closing_date"))
    }
}
