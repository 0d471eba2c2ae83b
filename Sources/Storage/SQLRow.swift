/// One row of an answer, read by column name. A getter throws `StorageFault.unreadableColumn` when the column is missing or holds
/// something else: a row that cannot be read is a fault, never a guess.
package struct SQLRow: Sendable {
    private let names: [String]
    private let values: [SQLValue]

    /// `names` and `values` go together by position.
    package init(names: [String], values: [SQLValue]) {
        precondition(names.count == values.count, "a row has one value per column")
        self.names = names
        self.values = values
    }

    /// The column's value as stored.
    package func value(_ column: String) throws -> SQLValue {
        guard let index = names.firstIndex(of: column) else {
            throw StorageFault.unreadableColumn(name: column, wanted: "a column of this name")
        }
        return values[index]
    }

    /// Whether the column is NULL.
    package func isNull(_ column: String) throws -> Bool {
        try value(column) == .null
    }

    /// An integer column.
    package func int(_ column: String) throws -> Int {
        Int(try int64(column))
    }

    /// An integer column, as wide as the database keeps it (times in ms).
    package func int64(_ column: String) throws -> Int64 {
        guard case .integer(let number) = try value(column) else {
            throw StorageFault.unreadableColumn(name: column, wanted: "an integer")
        }
        return number
    }

    /// A text column.
    package func text(_ column: String) throws -> String {
        guard case .text(let text) = try value(column) else {
            throw StorageFault.unreadableColumn(name: column, wanted: "text")
        }
        return text
    }

    /// A flag column: 0 or 1.
    package func bool(_ column: String) throws -> Bool {
        switch try int64(column) {
        case 0: return false
        case 1: return true
        default: throw StorageFault.unreadableColumn(name: column, wanted: "0 or 1")
        }
    }

    /// An integer column that may be NULL.
    package func optionalInt(_ column: String) throws -> Int? {
        try isNull(column) ? nil : int(column)
    }

    /// An integer column that may be NULL, as wide as the database keeps it.
    package func optionalInt64(_ column: String) throws -> Int64? {
        try isNull(column) ? nil : int64(column)
    }

    /// A text column that may be NULL.
    package func optionalText(_ column: String) throws -> String? {
        try isNull(column) ? nil : text(column)
    }

    /// A text column that `make` understands: an identifier, a state. `wanted` names it for whoever reads the fault.
    package func read<T>(_ column: String, as wanted: String, _ make: (String) -> T?) throws -> T {
        guard let made = make(try text(column)) else {
            throw StorageFault.unreadableColumn(name: column, wanted: wanted)
        }
        return made
    }
}
