/// The statements of one transaction. Tables are extensions of it (`tx.check(id)`); nothing else in the program writes SQL.
///
/// Placeholders are `$1`, `$2`, …; their first appearances in the text must be in ascending order (`$1` may come again later): PostgreSQL
/// goes by the number, SQLite by the appearance, and this way both agree.
package protocol SQLTransaction {
    /// Runs one statement and returns how many rows it inserted, changed or deleted. Throws a `StorageFault`.
    @discardableResult func execute(_ sql: String, values: [SQLValue]) throws -> Int

    /// Runs one statement and returns all the rows it answers (`SELECT`, or `RETURNING`). Throws a `StorageFault`.
    func query(_ sql: String, values: [SQLValue]) throws -> [SQLRow]

    /// Runs several statements without placeholders, separated by semicolons. For migrations. Throws a `StorageFault`.
    func executeScript(_ sql: String) throws
}

// Closures, not key paths: a key path is made anew at each call, which cost a tenth of every statement.
extension SQLTransaction {
    /// Runs one statement with the values of its placeholders in order; returns the number of rows changed.
    @discardableResult
    package func execute(_ sql: String, _ values: any SQLBindable...) throws -> Int {
        try execute(sql, values: values.map { $0.sqlValue })
    }

    /// Runs one statement with the values of its placeholders in order; returns its rows.
    package func query(_ sql: String, _ values: any SQLBindable...) throws -> [SQLRow] {
        try query(sql, values: values.map { $0.sqlValue })
    }

    /// The first row that the statement answers, or nil.
    package func first(_ sql: String, _ values: any SQLBindable...) throws -> SQLRow? {
        try query(sql, values: values.map { $0.sqlValue }).first
    }
}
