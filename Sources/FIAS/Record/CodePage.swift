import Foundation

/// The character set of a link. FIAS does not negotiate it: it is a setting of the site (FIAS 2.20.24 §2).
package enum CodePage: String, Sendable, CaseIterable, Codable {
    /// Windows Western: what IFC8 sends unless set otherwise.
    case windows1252
    /// DOS Western, of older sites.
    case cp850
    /// UTF-8, of newer systems that are not Oracle's.
    case utf8
    /// Windows Cyrillic.
    case windows1251
    /// Seven bits only; accents are taken off.
    case ascii

    /// The text of these bytes; a byte that means nothing becomes U+FFFD.
    package func decode(_ bytes: some Collection<UInt8>) -> String {
        guard self != .utf8, bytes.contains(where: { $0 >= 0x80 }) else { return String(decoding: bytes, as: UTF8.self) }
        let table = table
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            scalars.append(byte < 0x80 ? Unicode.Scalar(byte) : table?.scalar(byte) ?? "\u{FFFD}")
        }
        return String(scalars)
    }

    /// The bytes of this text; a character that the page lacks becomes its plain letter, or `?`.
    package func encode(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        encode(text, into: &bytes)
        return bytes
    }

    func encode(_ text: String, into bytes: inout [UInt8]) {
        guard self != .utf8, text.utf8.contains(where: { $0 >= 0x80 }) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        let table = table
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.isASCII {
                bytes.append(UInt8(scalar.value))
            } else if let byte = table?.byte(scalar) {
                bytes.append(byte)
            } else {
                bytes.append(contentsOf: CodePage.replacement(for: scalar).utf8)
            }
        }
    }

    private var table: CodePageTable? {
        switch self {
        case .windows1252: CodePageTables.windows1252
        case .cp850: CodePageTables.cp850
        case .windows1251: CodePageTables.windows1251
        case .utf8, .ascii: nil
        }
    }

    private static func replacement(for scalar: Unicode.Scalar) -> String {
        if let known = replacements[scalar] { return known }
        let letters = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.filter(\.isASCII)
        return letters.isEmpty ? "?" : String(String.UnicodeScalarView(letters)).replacing("|", with: " ")
    }

    private static let replacements: [Unicode.Scalar: String] = [
        "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i",
        "€": "EUR", "‘": "'", "’": "'", "“": "\"", "”": "\"", "«": "\"", "»": "\"", "–": "-", "—": "-", "…": "...", "\u{A0}": " ",
        "\u{202F}": " ", "\u{2009}": " ",
    ]
}
