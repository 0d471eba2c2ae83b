package import Storage

/// All rows of all tables, as one number: two databases with the same one hold the same.
package struct LogicalContent: Hashable, Sendable, CustomStringConvertible {
    private let digest: UInt64
    private let rowCount: Int

    /// Reads everything there is, in one transaction. Throws a `StorageFault`.
    package static func of(_ database: any Database) async throws -> LogicalContent {
        try await database.read { tx in
            var digest: UInt64 = 0xcbf2_9ce4_8422_2325
            var rowCount = 0
            let tables = try tx.query("select name from sqlite_master where type = 'table' order by name").map { try $0.text("name") }
            for table in tables {
                let columns = try tx.query("select name from pragma_table_info('\(table)')").map { try $0.text("name") }
                // Without an index, so that the rows of the table itself are read.
                for row in try tx.query("select * from \(table) not indexed order by rowid") {
                    rowCount += 1
                    for column in columns { mix(try row.value(column), into: &digest) }
                }
            }
            return LogicalContent(digest: digest, rowCount: rowCount)
        }
    }

    private static func mix(_ value: SQLValue, into digest: inout UInt64) {
        switch value {
        case .null: mix([0], into: &digest)
        case .integer(let number): withUnsafeBytes(of: number.littleEndian) { mix($0, into: &digest) }
        case .text(let text): mix(Array(text.utf8) + [0xFF], into: &digest)
        }
    }

    private static func mix(_ bytes: some Sequence<UInt8>, into digest: inout UInt64) {
        for byte in bytes { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }

    package var description: String { "\(rowCount) rows, \(String(digest, radix: 16))" }
}
