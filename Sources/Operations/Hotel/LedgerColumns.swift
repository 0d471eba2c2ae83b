import Foundation
import PointOfSale

/// Which column of a hotel's list holds what.
struct LedgerColumns {
    private enum Column: String, Hashable, CaseIterable {
        case date, room, reservation, check, amount, text

        /// Names as hotels write them, without accents, blanks and case.
        var names: Set<String> {
            switch self {
            case .date: ["date", "businessdate", "dateouvree", "datecomptable", "jour", "jourhotelier", "datehoteliere", "revenuedate"]
            case .room: ["room", "roomnumber", "roomno", "chambre", "nchambre", "ndechambre", "numerodechambre"]
            case .reservation: ["reservation", "reservationnumber", "reservationid", "nreservation", "numerodereservation", "confirmation"]
            case .check: ["check", "checknumber", "checkno", "addition", "naddition", "ndaddition", "numerodaddition", "nticket"]
            case .amount: ["amount", "montant", "montantttc"]
            case .text: ["text", "texte", "reference", "description", "libelle", "remark", "remarque", "supplement", "textreference"]
            }
        }
    }

    private let places: [Column: [Int]]
    private let count: Int

    /// - Throws: `HotelLedgerRejected` when amount or text are missing, or a column that must be one is there twice.
    init(_ header: CSVReader.Row) throws(HotelLedgerRejected) {
        let names = header.fields.map(Self.plain)
        count = names.count
        var (places, faults): ([Column: [Int]], [HotelLedgerFault]) = ([:], [])
        for column in Column.allCases {
            let found = names.indices.filter { column.names.contains(names[$0]) }
            places[column] = found
            if found.isEmpty, column == .amount || column == .text {
                faults.append(HotelLedgerFault(line: header.line, reason: .columnMissing, value: column.rawValue))
            } else if found.count > 1, column != .text {
                faults.append(HotelLedgerFault(line: header.line, reason: .columnTwice, value: header.fields[found[1]]))
            }
        }
        guard faults.isEmpty else { throw HotelLedgerRejected(faults) }
        self.places = places
    }

    /// The line of the hotel's books that a row tells.
    func booking(_ row: CSVReader.Row, _ currency: Currency) throws(HotelLedgerFault) -> HotelBooking {
        guard row.fields.count == count else {
            throw HotelLedgerFault(line: row.line, reason: .fieldCount, value: "\(row.fields.count) ≠ \(count)")
        }
        let amountText = text(.amount, row) ?? ""
        guard let minorUnits = LedgerText.minorUnits(amountText, digits: currency.minorDigits) else {
            throw HotelLedgerFault(line: row.line, reason: .amountUnreadable, value: amountText)
        }
        var date: BusinessDate?
        if let dateText = text(.date, row) {
            date = LedgerText.date(dateText)
            guard date != nil else { throw HotelLedgerFault(line: row.line, reason: .dateUnreadable, value: dateText) }
        }
        return HotelBooking(
            date: date, roomNumber: text(.room, row), reservationNumber: text(.reservation, row),
            checkNumber: text(.check, row).flatMap { Int($0) }, amount: Money(minorUnits, currency),
            text: places[.text]!.map { row.fields[$0] }.joined(separator: " "))
    }

    private func text(_ column: Column, _ row: CSVReader.Row) -> String? {
        guard let place = places[column]?.first, !row.fields[place].isEmpty else { return nil }
        return row.fields[place]
    }

    /// `N° d’addition` as `ndaddition`.
    private static func plain(_ name: String) -> String {
        let folded = name.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
        return String(String.UnicodeScalarView(folded.filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) }))
    }
}

/// Amounts and dates as hotels' lists write them.
enum LedgerText {
    /// The most digits of an amount.
    private static let digitsMax = 10

    /// Minor units from `1 204,80`, `1,204.80`, `-12.5`, `12,50-`: the last point or comma with at most `digits` digits behind it parts the
    /// fraction, every other one parts thousands. Nil when it is no amount.
    static func minorUnits(_ text: String, digits: Int) -> Int? {
        var plain = text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "€" && $0 != "'" }
        var isNegative = false
        if let first = plain.first, first == "-" || first == "\u{2212}" || first == "+" {
            isNegative = first != "+"
            plain.removeFirst()
        } else if plain.last == "-" {
            isNegative = true
            plain.removeLast()
        }
        let parts = plain.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }.map { String(String.UnicodeScalarView($0)) }
        guard let last = parts.last, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), !parts[0].isEmpty else {
            return nil
        }
        let hasFraction = parts.count > 1 && last.utf8.count <= digits
        let groups = hasFraction ? parts.dropLast() : parts[...]
        let marks = plain.filter { $0 == "." || $0 == "," }
        guard Set(marks.prefix(groups.count - 1)).subtracting(hasFraction ? [marks.last!] : []).count == min(groups.count - 1, 1) else {
            return nil
        }
        guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }), !hasFraction || !last.isEmpty else { return nil }
        let fraction = hasFraction ? last + String(repeating: "0", count: digits - last.utf8.count) : String(repeating: "0", count: digits)
        let all = groups.joined() + fraction
        guard all.utf8.count <= digitsMax, let value = Int(all), value <= Money.minorUnitsMax else { return nil }
        return isNegative ? -value : value
    }

    /// A date from `2026-11-22`, `22/11/2026`, `22.11.2026` or `22-11-26`; day before month, as everywhere but in America. A time behind it
    /// is passed over.
    static func date(_ text: String) -> BusinessDate? {
        let day = text.prefix { $0 != "T" && $0 != " " }
        if let date = BusinessDate(iso: String(day)) { return date }
        let parts = day.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
        guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count), [2, 4].contains(parts[2].count) else {
            return nil
        }
        let pair = { (part: Substring) in part.count == 1 ? "0\(part)" : String(part) }
        let year = parts[2].count == 2 ? "20\(parts[2])" : String(parts[2])
        return BusinessDate(iso: "\(year)-\(pair(parts[1]))-\(pair(parts[0]))")
    }
}
