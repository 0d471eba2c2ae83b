/// What may stand in a field, and how much of it.
package enum FieldValue {
    /// The text with separators and control characters replaced by spaces. FIAS 2.20.24 §2: there is no escape for `|`; control
    /// characters are not allowed in data, except CR, LF and FF in message texts.
    package static func cleaned(_ text: String, of id: FieldID) -> String {
        let keepsLineBreaks = id == .messageText
        guard text.utf8.contains(where: WireByte.isForbidden) || text.utf8.contains(0xC2) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            scalars.append(isForbidden(scalar, keepsLineBreaks: keepsLineBreaks) ? " " : scalar)
        }
        return String(scalars)
    }

    /// The most characters that a request may carry in a text field; nil where longer text is legal. FIAS 2.20.24 §7.
    package static func charactersMax(of id: FieldID) -> Int? {
        switch id {
        case .clearText: 20
        case .crossReference: 25
        case .cashier, .workstation: 16
        case .inquiry: 10
        default: nil
        }
    }

    /// The text cut to what a request may carry.
    package static func cut(_ text: String, for id: FieldID) -> String {
        guard let max = charactersMax(of: id), text.utf8.count > max else { return text }
        return String(text.prefix(max))
    }

    private static func isForbidden(_ scalar: Unicode.Scalar, keepsLineBreaks: Bool) -> Bool {
        switch scalar.value {
        case 0x0A, 0x0C, 0x0D: !keepsLineBreaks
        case 0x00..<0x20, 0x7F..<0xA0, 0x7C: true
        default: false
        }
    }
}
