/// A table from a spreadsheet: comma or semicolon between fields, quotes around what holds them, with or without a byte order mark.
package struct CSVTable: Hashable, Sendable {
    /// One record, by the names of the first line.
    package struct Record: Hashable, Sendable {
        /// The line of the file where it begins, from 1.
        package let line: Int
        private let fields: [String: String]

        init(line: Int, fields: [String: String]) {
            self.line = line
            self.fields = fields
        }

        /// The field of that name without blanks around it; empty when it was left empty.
        package subscript(_ name: String) -> String { fields[name] ?? "" }
    }

    /// The records, empty lines left out.
    package let records: [Record]

    /// The most records taken.
    package static let recordsMax = 10_000

    /// Reads a table whose first line must name `columns`, in any order and no others.
    /// - Throws: `ConfigurationRejected` with the line of each problem.
    package init(_ bytes: some Collection<UInt8>, columns: [String]) throws(ConfigurationRejected) {
        let bytes = Array(bytes)
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw ConfigurationRejected([ConfigurationProblem("file", "is not UTF-8: save it as \"CSV UTF-8\"")])
        }
        let rows: [CSVReader.Row]
        do {
            rows = try CSVReader.rows(of: bytes)
        } catch {
            throw ConfigurationRejected([ConfigurationProblem("line \(error.line)", error.fault)])
        }
        guard let header = rows.first else { throw ConfigurationRejected([ConfigurationProblem("file", "is empty")]) }
        let names = header.fields.map { $0.lowercased() }
        let wrong =
            columns.filter { !names.contains($0) }.map { ConfigurationProblem("line 1", "there is no column \($0)") }
            + names.filter { !columns.contains($0) }.map { ConfigurationProblem("line 1", "nobody knows a column \($0)") }
            + (Set(names).count < names.count ? [ConfigurationProblem("line 1", "a column stands there twice")] : [])
        guard wrong.isEmpty else { throw ConfigurationRejected(wrong) }
        guard rows.count - 1 <= Self.recordsMax else {
            throw ConfigurationRejected([ConfigurationProblem("file", "has more than \(Self.recordsMax) lines")])
        }
        let uneven = rows.dropFirst().filter { $0.fields.count != names.count }.map { row in
            ConfigurationProblem("line \(row.line)", "has \(row.fields.count) fields where the first line has \(names.count)")
        }
        guard uneven.isEmpty else { throw ConfigurationRejected(uneven) }
        records = rows.dropFirst().map { Record(line: $0.line, fields: Dictionary(uniqueKeysWithValues: zip(names, $0.fields))) }
    }
}

extension CSVFault {
    fileprivate var fault: ConfigurationFault {
        switch reason {
        case .quoteNeverCloses: "a quote is opened and never closed"
        case .textAfterQuote: "something stands after a closing quote"
        }
    }
}
