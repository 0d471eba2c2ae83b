/// Takes a table apart by the rules of RFC 4180, with `;` or a tab as well as `,` between fields: spreadsheets in French write them.
struct CSVReader {
    /// One row that is not empty.
    struct Row: Hashable, Sendable {
        /// The line of the file where it begins, from 1.
        let line: Int
        /// Blanks around a field are dropped, unless quotes keep them.
        let fields: [String]
    }

    private let bytes: ArraySlice<UInt8>
    private let separator: UInt8
    private var position: Int
    private var line = 1

    /// The rows of a UTF-8 text, with or without a byte order mark.
    /// - Throws: `CSVFault` where quotes do not make sense.
    static func rows(of bytes: [UInt8]) throws(CSVFault) -> [Row] {
        var reader = CSVReader(bytes)
        return try reader.rows()
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        let header = self.bytes.prefix { !$0.endsLine }
        separator = [UInt8(ascii: ";"), UInt8(ascii: "\t")].first(where: header.contains) ?? UInt8(ascii: ",")
        position = self.bytes.startIndex
    }

    private mutating func rows() throws(CSVFault) -> [Row] {
        var rows: [Row] = []
        while position < bytes.endIndex {
            let start = line
            var fields = [try field()]
            while position < bytes.endIndex, bytes[position] == separator {
                position += 1
                fields.append(try field())
            }
            skipNewline()
            if fields != [""] { rows.append(Row(line: start, fields: fields)) }
        }
        return rows
    }

    private mutating func field() throws(CSVFault) -> String {
        guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "\"") else { return plainField() }
        let start = line
        position += 1
        var text: [UInt8] = []
        while position < bytes.endIndex {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "\"") else { return try closed(text) }
            } else if byte == UInt8(ascii: "\n") {
                line += 1
            }
            text.append(byte)
            position += 1
        }
        throw CSVFault(line: start, reason: .quoteNeverCloses)
    }

    /// Behind a closing quote: only a separator or the end of the line may follow.
    private func closed(_ text: [UInt8]) throws(CSVFault) -> String {
        guard position == bytes.endIndex || bytes[position] == separator || bytes[position].endsLine else {
            throw CSVFault(line: line, reason: .textAfterQuote)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func plainField() -> String {
        let start = position
        while position < bytes.endIndex, bytes[position] != separator, !bytes[position].endsLine { position += 1 }
        var field = bytes[start..<position].drop(while: \.isBlank)
        while field.last?.isBlank == true { field.removeLast() }
        return String(decoding: field, as: UTF8.self)
    }

    private mutating func skipNewline() {
        guard position < bytes.endIndex else { return }
        position += bytes[position...].starts(with: [UInt8(ascii: "\r"), UInt8(ascii: "\n")]) ? 2 : 1
        line += 1
    }
}

/// Where a table cannot be taken apart.
struct CSVFault: Error, Hashable {
    /// The line of the file, from 1.
    let line: Int
    let reason: Reason

    /// What is wrong there.
    enum Reason: Hashable { case quoteNeverCloses, textAfterQuote }
}

extension UInt8 {
    fileprivate var endsLine: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
    fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
