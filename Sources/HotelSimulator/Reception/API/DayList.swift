import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The hotel's own list of a business date, as its back office would print it: one line for each line on a bill, in the sequence of their
/// transaction numbers. A till holds its own list against it.
struct DayList {
    /// The names of the columns.
    static let columns = ["date", "time", "room", "reservation", "guest", "transaction", "code", "amount", "text", "reference", "check"]
    /// What a spreadsheet would take for the beginning of a formula.
    private static let formulaSigns: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]

    let businessDate: CivilDate
    let hotel: Hotel

    /// The list as CSV (RFC 4180), UTF-8, amounts with a point.
    var csv: String {
        let lines = hotel.folios.flatMap { owner, folio in
            folio.lines.filter { $0.businessDate == businessDate }.map { (owner, $0) }
        }
        let rows = lines.sorted { $0.1.transactionNumber < $1.1.transactionNumber }.map { row($0.1, of: $0.0) }
        return ([Self.columns] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined()
    }

    /// The list as a file for whoever asked.
    var response: Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(hotel.identity.id)-\(businessDate.iso).csv\"",
            ], body: .init(byteBuffer: ByteBuffer(string: csv)))
    }

    private func row(_ line: FolioLine, of owner: FolioOwner) -> [String] {
        let (room, reservation, guest) = name(of: owner)
        return [
            businessDate.iso, line.time, Self.cell(room), Self.cell(reservation), Self.cell(guest), String(line.transactionNumber),
            Self.cell(line.code.code), AmountText.text(line.amountMinor, minorDigits: hotel.identity.currencyMinorDigits),
            Self.cell(line.text), Self.cell(line.details?.clearText ?? ""), Self.cell(line.details?.checkNumber ?? ""),
        ]
    }

    private func name(of owner: FolioOwner) -> (room: String, reservation: String, guest: String) {
        switch owner {
        case .reservation(let number):
            let stay = hotel.reservations[number]
            return (stay?.room ?? "", number, stay?.guest.fullName ?? "")
        case .account(let number):
            return (number, "0", hotel.accounts[number]?.name ?? "")
        }
    }

    /// A cell of text: an apostrophe before what a spreadsheet would calculate, quotes around what has commas, quotes or line ends.
    static func cell(_ text: String) -> String {
        let tame = text.first.map(formulaSigns.contains) == true ? "'" + text : text
        guard tame.unicodeScalars.contains(where: { [",", "\"", "\r", "\n"].contains($0) }) else { return tame }
        return "\"" + tame.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}
