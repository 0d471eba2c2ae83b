/// A record of the wire with everything hidden that may be about a person: only fields that are known to be harmless show their value.
package enum WireMask {
    /// FIAS fields that say nothing of a guest (`FIAS 2.20.24 §7`): numbers, amounts, codes, times.
    private static let harmless: Set<String> = Set(
        ["P#", "WS", "PM", "TA", "TP", "SC", "SO", "C#", "CV", "ST", "T#", "DA", "TI", "AS", "MX", "CO"]
            + ["S", "D", "T"].flatMap { letter in (1...9).map { "\(letter)\($0)" } })
    /// Where the charge goes: shown in the house, hidden in what leaves it.
    private static let whereabouts: Set<String> = ["RN", "G#"]
    private static let mask = "•••"
    /// The same for members of JSON, in lower case (`reference/roomraccoon.md` C2; OPERA Cloud's `csh.json`).
    private static let harmlessMembers: Set<String> = [
        "description", "success", "verifytype", "transactioncode", "checknumber", "checkno", "postingreference", "reference",
        "currencycode", "o:errorcode",
    ]
    private static let whereaboutsMembers: Set<String> = ["roomnumber", "reservationnumber", "verifyvalue"]

    /// The record as it may be shown.
    /// - Parameter showsRooms: whether room and reservation number stay readable.
    package static func masked(_ record: String, showsRooms: Bool) -> String {
        if let start = record.firstIndex(where: { $0 == "{" || $0 == "[" }), !record[..<start].contains("|") {
            return plainHead(record[..<start]) + maskedJSON(record[start...], showsRooms: showsRooms)
        }
        return maskedFields(record, showsRooms: showsRooms)
    }

    /// What stands before the JSON of an answer: `HTTP 200`, and nothing else.
    private static func plainHead(_ head: Substring) -> String { head.hasPrefix("HTTP ") && head.count <= 9 ? String(head) : "" }

    /// JSON with every text hidden but those of members that are known to be harmless. It need not be whole.
    private static func maskedJSON(_ json: Substring, showsRooms: Bool) -> String {
        var member = ""
        var isCut = false
        let shown = json.replacing(/"((?:[^"\\]|\\.|\\$)*)("(\s*:)?|$)/) { match in
            let (text, end) = (String(match.output.1), match.output.2)
            if end.isEmpty { isCut = true }
            if match.output.3 != nil {
                member = text.lowercased()
                return String(match.output.0)
            }
            let isShown = harmlessMembers.contains(member) || showsRooms && whereaboutsMembers.contains(member)
            return isShown && !isCut ? String(match.output.0) : "\"\(mask)\""
        }
        return String(shown)
    }

    private static func maskedFields(_ record: String, showsRooms: Bool) -> String {
        record.split(separator: "|", omittingEmptySubsequences: false).enumerated().map { index, field in
            if index == 0 || field.count <= 2 { return index == 0 ? String(field.prefix(2)) : String(field) }
            let id = String(field.prefix(2))
            let isShown = harmless.contains(id) || showsRooms && whereabouts.contains(id)
            return isShown ? String(field) : id + mask
        }.joined(separator: "|")
    }
}
