import Foundation
import PointOfSale

/// Text made fit for a printer: no byte of it can be a command, and what the printer's set of characters lacks is written otherwise.
///
/// A guest's name may hold anything (`security.md` §2.2, API10): escape sequences, marks that turn the direction of writing, pictures.
struct PrintableText {
    /// What the printer can show.
    let page: PaperCodePage
    private let bytes: [Unicode.Scalar: UInt8]

    /// The longest text of one part, characters: a note or a name is far shorter.
    static let charactersMax = 600

    init(page: PaperCodePage) {
        self.page = page
        bytes = page.bytes
    }

    /// The text in signs of the page only, all of one width. A blank stands for what only separates; `?` for what cannot be written.
    func plain(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }), text.utf8.count <= Self.charactersMax { return text }
        var plain = String.UnicodeScalarView()
        for character in text.prefix(Self.charactersMax) { append(character, to: &plain) }
        return String(plain)
    }

    /// The bytes of a text that `plain` made.
    func encoded(_ plain: String) -> [UInt8] {
        plain.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : bytes[$0] ?? UInt8(ascii: "?") }
    }

    private func append(_ character: Character, to plain: inout String.UnicodeScalarView) {
        let scalars = character.unicodeScalars
        if scalars.count == 1, let scalar = scalars.first {
            if isPrinted(scalar) { return plain.append(scalar) }
            if let other = Self.replacements[scalar] { return appendEach(of: other, to: &plain) }
        }
        let composed = String(character).precomposedStringWithCanonicalMapping.unicodeScalars
        if composed.count == 1, let scalar = composed.first, isPrinted(scalar) { return plain.append(scalar) }
        if scalars.allSatisfy({ Self.isSilent($0) }) { return }
        if scalars.allSatisfy({ $0.properties.isWhitespace }) { return plain.append(" ") }
        let base = String(character).decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
            !$0.properties.isDiacritic && $0.properties.generalCategory != .nonspacingMark && !Self.isSilent($0)
        }
        let left = base.flatMap { scalar in Self.replacements[scalar].map { Array($0.unicodeScalars) } ?? [scalar] }
        guard !left.isEmpty, left.allSatisfy({ isPrinted($0) }) else { return plain.append("?") }
        plain.append(contentsOf: left)
    }

    private func appendEach(of text: String, to plain: inout String.UnicodeScalarView) {
        for scalar in text.unicodeScalars { plain.append(isPrinted(scalar) ? scalar : "?") }
    }

    private func isPrinted(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? scalar.value >= 0x20 && scalar.value != 0x7F : bytes[scalar] != nil
    }

    /// Commands of a terminal or a printer, and marks that only steer how text is shown.
    private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control: scalar != "\n" && scalar != "\t"
        case .format, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }

    /// What a page may lack, and how a clerk with a typewriter would write it.
    private static let replacements: [Unicode.Scalar: String] = [
        "€": "EUR", "£": "GBP", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d",
        "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "ı": "i", "’": "'", "‘": "'", "‚": ",", "“": "\"", "”": "\"", "„": "\"",
        "«": "\"", "»": "\"", "‹": "<", "›": ">", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "...", "•": "-", "·": "-",
        "×": "x", "÷": "/", "°": "o", "№": "No", "™": "TM", "\u{A0}": " ", "\u{202F}": " ", "\u{2007}": " ", "\u{2009}": " ",
        "\n": " ", "\t": " ", "\u{2028}": " ", "\u{2029}": " ",
    ]
}
