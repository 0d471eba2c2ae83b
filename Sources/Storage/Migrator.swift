/// One step of the schema, compiled into the program and never edited once it has been delivered.
package struct Migration: Sendable {
    /// 1, 2, 3 … without gaps.
    package let number: Int
    /// The file's name without its ending, for people.
    package let name: String
    /// The statements, separated by semicolons.
    package let sql: String

    /// FNV-1a, 64 bits: it guards against an edit by mistake, not against an attacker, who could as well edit the record of it.
    let checksum: String

    package init(number: Int, name: String, sql: String) {
        self.number = number
        self.name = name
        self.sql = sql
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in sql.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        checksum = String(hash, radix: 16)
    }
}

/// Brings a database up to the schema that this program knows: each missing migration in a transaction of its own, recorded with its
/// checksum in `schema_migration`.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    /// `migrations` in order of their numbers, from 1.
    package init(_ migrations: [Migration]) {
        precondition(migrations.map(\.number) == Array(1..<(migrations.count + 1)), "migrations are numbered 1, 2, 3 … in order")
        self.migrations = migrations
    }

    /// `transaction` runs its argument in a durable transaction.
    /// Throws `newerThanThisProgram`, `migrationEdited`, or what a migration throws.
    package func apply(in transaction: (_ body: (any SQLTransaction) throws -> Void) throws -> Void) throws {
        var applied = 0
        try transaction { tx in
            try tx.executeScript(Self.recordTable)
            applied = try verifyApplied(in: tx)
        }
        for migration in migrations.dropFirst(applied) {
            try transaction { tx in
                try tx.executeScript(migration.sql)
                try tx.execute(
                    "insert into schema_migration (number, name, checksum) values ($1, $2, $3)",
                    migration.number, migration.name, migration.checksum)
            }
        }
    }

    /// How many migrations the database has been through, all of them the same as ours.
    private func verifyApplied(in tx: any SQLTransaction) throws -> Int {
        let rows = try tx.query("select number, name, checksum from schema_migration order by number")
        if let newest = try rows.last?.int("number"), newest > migrations.count {
            throw StorageFault.newerThanThisProgram(found: newest, known: migrations.count)
        }
        for (row, migration) in zip(rows, migrations) {
            guard try row.int("number") == migration.number, try row.text("checksum") == migration.checksum else {
                throw StorageFault.migrationEdited(name: try row.text("name"))
            }
        }
        return rows.count
    }

    private static let recordTable = """
        create table if not exists schema_migration (
            number bigint not null primary key,
            name text not null,
            checksum text not null
        )
        """
}
