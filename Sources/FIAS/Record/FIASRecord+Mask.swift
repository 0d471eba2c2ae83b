/// How records show themselves in logs: names, keys, card tracks and free text are hidden, whatever their length.
extension FIASRecord: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What stands for a hidden value.
    package static let mask = "•••"

    /// The record as text with everything private hidden: this is what a logger prints.
    package var description: String { maskedText() }

    /// As `description`: printing a record in a debugger or a failed test hides the same values.
    package var debugDescription: String { maskedText() }

    /// As `description`: dumping a record hides the same values.
    package var customMirror: Mirror { Mirror(self, children: [("text", maskedText() as Any)]) }

    /// The record as text with private values hidden, except in these fields (a manager may read `.clearText`, a log may not).
    package func maskedText(revealing revealed: Set<FieldID> = []) -> String {
        var text = id.text + "|"
        for field in fields {
            text += field.id.text
            text += field.value.isEmpty || revealed.contains(field.id) || !hides(field) ? field.value : FIASRecord.mask
            text += "|"
        }
        return text
    }

    private func hides(_ field: Field) -> Bool {
        switch field.id {
        case .guestName, .guestFirstName, .guestTitle, .track1, .track2, .track3, .cryptogram, .messageText, .clearText, .crossReference,
            .billItemText:
            return true
        case .inquiry:
            // A search by name is a name; a room or account number has a digit in it.
            return !field.value.utf8.contains { (0x30...0x39).contains($0) }
        default:
            // Sites put names and birthdays into their own fields; in LC the same ids hold versions and time-outs.
            return field.id.text.utf8.first == UInt8(ascii: "A") && isSiteDefined(field.id) && id != .lc
        }
    }

    private func isSiteDefined(_ id: FieldID) -> Bool {
        id.text.utf8.last.map { (0x30...0x39).contains($0) } ?? false
    }
}

extension FIASRecord.Field: CustomStringConvertible {
    /// The field's id only: a value alone cannot know whether it is private.
    package var description: String { id.text }
}
