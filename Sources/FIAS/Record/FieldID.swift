/// The two characters that open a field and say what it is, such as `G#`. FIAS 2.20.24 §2: letters, digits, `#`, `$` and `+`;
/// always the first two characters, so that `D10` is the field `D1` with the value `0`.
package struct FieldID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The two characters.
    package let text: String

    /// An id read from outside; nil unless it is exactly two printable ASCII characters other than the separator.
    package init?(_ text: String) {
        guard FieldID.isIdentifier(text.utf8) else { return nil }
        self.text = text
    }

    /// An id written in source code; traps when it is not two printable ASCII characters, which is a slip of the programmer.
    package init(stringLiteral text: String) {
        precondition(FieldID.isIdentifier(text.utf8), "a field id has two printable characters")
        self.text = text
    }

    /// Two bytes already found to be printable.
    init(checked text: String) { self.text = text }

    /// The two characters, as on the wire.
    package var description: String { text }

    /// The subtotal of revenue group `n`, 1–9, in minor units.
    package static func subtotal(_ n: Int) -> FieldID { numbered("S", n) }
    /// The tax `n`, 1–9, in minor units; only where tax is added on top.
    package static func tax(_ n: Int) -> FieldID { numbered("T", n) }
    /// The discount `n`, 1–9, in minor units, negative; belongs to subtotal `n`.
    package static func discount(_ n: Int) -> FieldID { numbered("D", n) }
    /// The field `n`, 0–9, that a hotel defines for itself; versions and time-outs in `LC`. Masked in logs outside `LC`.
    package static func siteDefined(_ n: Int) -> FieldID {
        precondition((0...9).contains(n), "site-defined fields are numbered 0–9")
        return FieldID(checked: "A\(n)")
    }

    static func isIdentifier(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.count == 2 && bytes.allSatisfy { (0x21...0x7E).contains($0) && $0 != WireByte.separator }
    }

    private static func numbered(_ letter: String, _ n: Int) -> FieldID {
        precondition((1...9).contains(n), "numbered fields run from 1 to 9")
        return FieldID(checked: "\(letter)\(n)")
    }
}
