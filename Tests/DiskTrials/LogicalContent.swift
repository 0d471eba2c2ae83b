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
                let columns = try tx.query("select name from pragma_table_info('\(table)')").map { "quote(\(try $0.text("name")))" }
                // Without an index, so that the rows of the table itself are read.
                let rows = "select \(columns.joined(separator: " || ',' || ")) as row from \(table) not indexed order by rowid"
                for row in try tx.query(rows) {
                    rowCount += 1
                    var text = try row.text("row")
                    text.withUTF8 { for byte in $0 { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 } }
                }
            }
            return LogicalContent(digest: digest, rowCount: rowCount)
        }
    }

    package var description: String { "\(rowCount) rows, \(String(digest, radix: 16))" }
}
