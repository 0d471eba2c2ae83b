import HTTPTypes
import Hummingbird
import NIOCore
import PointOfSale

/// Rows for a spreadsheet (RFC 4180), which must not take a guest's name or a note for a formula.
struct CSVText {
    /// What a spreadsheet would take for the beginning of a formula, whatever accent is put on it.
    private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n"]

    private(set) var text = ""

    /// Adds a row.
    mutating func add(_ cells: [Cell]) {
        text += cells.map(\.text).joined(separator: ",") + "\r\n"
    }

    /// One cell.
    enum Cell {
        case words(String)
        case number(Int)
        /// With a point and without a symbol, so that a spreadsheet can add it up.
        case money(Money)

        var text: String {
            switch self {
            case .number(let number): String(number)
            case .money(let amount): CSVText.plain(amount)
            case .words(let words): CSVText.quoted(words)
            }
        }
    }

    private static func quoted(_ text: String) -> String {
        let tame = text.unicodeScalars.first.map(formulaSigns.contains) == true ? "'" + text : text
        guard tame.unicodeScalars.contains(where: { [",", ";", "\"", "\r", "\n"].contains($0) }) else { return tame }
        return "\"" + tame.replacing("\"", with: "\"\"") + "\""
    }

    private static func plain(_ amount: Money) -> String {
        let digits = amount.currency.minorDigits
        let text = String(abs(amount.minorUnits))
        let padded = String(repeating: "0", count: max(0, digits + 1 - text.utf8.count)) + text
        let number = digits == 0 ? padded : "\(padded.dropLast(digits)).\(padded.suffix(digits))"
        return amount.isNegative ? "-" + number : number
    }
}

extension Response {
    /// A spreadsheet file; the name is made by us.
    static func csv(_ text: String, name: String) -> Response {
        // The byte order mark tells a spreadsheet that it is UTF-8.
        var response = Response(
            status: .ok, headers: [.contentType: "text/csv; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: "\u{FEFF}" + text)))
        response.headers[.contentDisposition] = "attachment; filename=\"\(name).csv\""
        return response
    }
}
