import GRDB

/// Our statements on one GRDB connection, inside a transaction that somebody else begins and ends.
struct SQLiteTransaction: SQLTransaction {
    let connection: GRDB.Database

    func execute(_ sql: String, values: [SQLValue]) throws -> Int {
        try translatingFaults {
            try prepared(sql, values).execute()
            return connection.changesCount
        }
    }

    func query(_ sql: String, values: [SQLValue]) throws -> [SQLRow] {
        try translatingFaults {
            let statement = try prepared(sql, values)
            let names = statement.columnNames
            var rows: [SQLRow] = []
            let cursor = try Row.fetchCursor(statement)
            while let row = try cursor.next() {
                rows.append(SQLRow(names: names, values: try names.indices.map { try Self.value(row, at: $0, named: names[$0]) }))
            }
            return rows
        }
    }

    func executeScript(_ sql: String) throws {
        try translatingFaults { try connection.execute(sql: sql) }
    }

    private func prepared(_ sql: String, _ values: [SQLValue]) throws -> Statement {
        let statement = try connection.cachedStatement(sql: sql)
        assert(SQLPlaceholders.areKnownInOrder(in: sql), "placeholders must first appear in ascending order: \(sql)")
        try statement.setArguments(StatementArguments(values.map { $0.databaseValue }))
        return statement
    }

    /// SQLite may end the whole transaction by itself when the disk fills up; a statement after that would commit on its own.
    private func translatingFaults<T>(_ body: () throws -> T) throws -> T {
        guard connection.isInsideTransaction else { throw StorageFault.statement(detail: "the transaction has already ended") }
        do {
            return try body()
        } catch {
            throw StorageFault(error)
        }
    }

    private static func value(_ row: Row, at index: Int, named name: String) throws -> SQLValue {
        switch (row[index] as DatabaseValue).storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .string(let text): .text(text)
        case .double, .blob: throw StorageFault.unreadableColumn(name: name, wanted: "an integer or text")
        }
    }
}

extension SQLValue {
    /// The same value in GRDB's terms.
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
        }
    }
}
