package import PointOfSale

/// The hotel's own list of a day, as a hotel system or the simulated hotel writes it: a table from a spreadsheet.
///
/// Column names are taken in French or English, in any order; columns that nobody knows are passed over. Amounts take a comma or a point,
/// dates are `2026-11-22` or `22/11/2026`.
package struct HotelLedgerFile: Hashable, Sendable {
    /// The largest file taken, bytes.
    package static let bytesMax = 8 * 1024 * 1024
    /// The most lines taken.
    package static let linesMax = 50_000

    /// The lines that say an amount.
    package let lines: [HotelBooking]

    /// Reads a file.
    /// - Throws: `HotelLedgerRejected` with the line of every fault: nothing of it is used then.
    package init(_ bytes: [UInt8], currency: Currency) throws(HotelLedgerRejected) {
        guard bytes.count <= Self.bytesMax else { throw HotelLedgerRejected(.fileTooLarge) }
        let rows: [CSVReader.Row]
        do {
            rows = try CSVReader.rows(of: Self.utf8(bytes))
        } catch {
            throw HotelLedgerRejected([HotelLedgerFault(error)])
        }
        guard let header = rows.first else { throw HotelLedgerRejected(.fileEmpty) }
        guard rows.count - 1 <= Self.linesMax else { throw HotelLedgerRejected(.tooManyLines) }
        let columns = try LedgerColumns(header)
        var (lines, faults): ([HotelBooking], [HotelLedgerFault]) = ([], [])
        for row in rows.dropFirst() {
            do {
                lines.append(try columns.booking(row, currency))
            } catch {
                faults.append(error)
                if faults.count == HotelLedgerRejected.faultsMax { break }
            }
        }
        guard faults.isEmpty else { throw HotelLedgerRejected(faults) }
        self.lines = lines
    }

    /// What is not UTF-8 is Windows' Latin, in which older spreadsheets write: only names can come out wrong by that.
    private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        if String(validating: bytes, as: UTF8.self) != nil { return bytes }
        return bytes.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
    }
}

/// Why a file of the hotel's was not read: every fault with its line.
package struct HotelLedgerRejected: Error, Hashable, Sendable {
    package let faults: [HotelLedgerFault]

    /// The most faults told at once.
    package static let faultsMax = 20

    init(_ faults: [HotelLedgerFault]) { self.faults = faults }

    init(_ reason: HotelLedgerFault.Reason) { faults = [HotelLedgerFault(line: nil, reason: reason, value: nil)] }
}

/// One fault of a file. The words are in `Web/Words`.
package struct HotelLedgerFault: Error, Hashable, Sendable {
    /// From 1; nil when it is about the whole file.
    package let line: Int?
    package let reason: Reason
    /// What stands there, shortened, or the name of a column.
    package let value: String?

    /// What is wrong.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        case fileEmpty, fileTooLarge, tooManyLines, columnMissing, columnTwice, quoteNeverCloses, textAfterQuote
        case fieldCount, amountUnreadable, dateUnreadable
    }

    /// How much of a field is shown.
    private static let valueCharactersMax = 40

    init(line: Int?, reason: Reason, value: String?) {
        self.line = line
        self.reason = reason
        self.value = value.map { String($0.prefix(Self.valueCharactersMax)) }
    }

    init(_ fault: CSVFault) {
        let reason: Reason =
            switch fault.reason {
            case .quoteNeverCloses: .quoteNeverCloses
            case .textAfterQuote: .textAfterQuote
            }
        self.init(line: fault.line, reason: reason, value: nil)
    }
}
