/// A record of the wire with everything hidden that may be about a person: only fields that are known to be harmless show their value.
package enum WireMask {
    /// FIAS fields that say nothing of a guest (`FIAS 2.20.24 §7`): numbers, amounts, codes, times.
    private static let harmless: Set<String> = Set(
        ["P#", "WS", "PM", "TA", "TP", "SC", "SO", "C#", "CV", "ST", "T#", "DA", "TI", "AS", "MX", "CO"]
            + ["S", "D", "T"].flatMap { letter in (1...9).map { "\(letter)\($0)" } })
    /// Where the charge goes: shown in the house, hidden in what leaves it.
    private static let whereabouts: Set<String> = ["RN", "G#"]
    private static let mask = "•••"

    /// The record as it may be shown.
    /// - Parameter showsRooms: whether room and reservation number stay readable.
    package static func masked(_ record: String, showsRooms: Bool) -> String {
        record.split(separator: "|", omittingEmptySubsequences: false).enumerated().map { index, field in
            if index == 0 || field.count <= 2 { return index == 0 ? String(field.prefix(2)) : String(field) }
            let id = String(field.prefix(2))
            let isShown = harmless.contains(id) || showsRooms && whereabouts.contains(id)
            return isShown ? String(field) : id + mask
        }.joined(separator: "|")
    }
}
