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
        guard var text = String(validating: Array(bytes), as: UTF8.self) else {
            throw ConfigurationRejected([ConfigurationProblem("file", "is not UTF-8: save it as \"CSV UTF-8\"")])
        }
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        var reader = CSVReader(text)
        let rows = try reader.rows().filter { $0.fields != [""] }
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

/// Takes a text apart by the rules of RFC 4180, with `;` as well as `,` between fields: spreadsheets in French write it.
private struct CSVReader {
    private let characters: [Character]
    private let separator: Character
    private var position = 0
    private var line = 1

    init(_ text: String) {
        characters = Array(text)
        let header = characters.prefix { !$0.isNewline }
        separator = header.contains(";") ? ";" : header.contains("\t") ? "\t" : ","
    }

    mutating func rows() throws(ConfigurationRejected) -> [(line: Int, fields: [String])] {
        var rows: [(line: Int, fields: [String])] = []
        while position < characters.count {
            let start = line
            var fields = [try field()]
            while position < characters.count, characters[position] == separator {
                position += 1
                fields.append(try field())
            }
            if position < characters.count { skipNewline() }
            rows.append((start, fields))
        }
        return rows
    }

    private mutating func field() throws(ConfigurationRejected) -> String {
        guard position < characters.count, characters[position] == "\"" else { return plainField() }
        let start = line
        position += 1
        var text = ""
        while position < characters.count {
            let character = characters[position]
            if character == "\"" {
                guard position + 1 < characters.count, characters[position + 1] == "\"" else { return try closed(text) }
                position += 1
            } else if character.isNewline {
                line += 1
            }
            text.append(character)
            position += 1
        }
        throw ConfigurationRejected([ConfigurationProblem("line \(start)", "a quote is opened and never closed")])
    }

    /// At a closing quote: only a separator or the end of the line may follow.
    private mutating func closed(_ text: String) throws(ConfigurationRejected) -> String {
        position += 1
        guard position == characters.count || characters[position] == separator || characters[position].isNewline else {
            throw ConfigurationRejected([ConfigurationProblem("line \(line)", "something stands after a closing quote")])
        }
        return text
    }

    private mutating func plainField() -> String {
        let start = position
        while position < characters.count, characters[position] != separator, !characters[position].isNewline { position += 1 }
        return Self.trimmed(characters[start..<position])
    }

    private mutating func skipNewline() {
        position += 1
        line += 1
    }

    private static func trimmed(_ characters: ArraySlice<Character>) -> String {
        String(characters.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
