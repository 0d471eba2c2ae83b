import FIAS
import Testing

@Suite struct CodePageTests {
    @Test(arguments: [
        (CodePage.cp850, [0x4D, 0x81, 0x6C, 0x6C, 0x65, 0x72] as [UInt8]), (.windows1252, [0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72]),
        (.utf8, [0x4D, 0xC3, 0xBC, 0x6C, 0x6C, 0x65, 0x72]), (.ascii, [0x4D, 0x75, 0x6C, 0x6C, 0x65, 0x72]),
    ])
    func `F8 Müller in each code page`(codePage: CodePage, bytes: [UInt8]) {
        #expect(codePage.encode("Müller") == bytes)
        #expect(codePage.decode(bytes) == (codePage == .ascii ? "Muller" : "Müller"))
    }

    @Test(arguments: [
        (CodePage.windows1252, "€ œ Œ ž Ÿ ’", [0x80, 0x20, 0x9C, 0x20, 0x8C, 0x20, 0x9E, 0x20, 0x9F, 0x20, 0x92] as [UInt8]),
        (.cp850, "é è ç Å ß ±", [0x82, 0x20, 0x8A, 0x20, 0x87, 0x20, 0x8F, 0x20, 0xE1, 0x20, 0xF1]),
        (.windows1251, "Пётр №", [0xCF, 0xB8, 0xF2, 0xF0, 0x20, 0xB9]),
    ])
    func `F8 known characters have known bytes`(codePage: CodePage, text: String, bytes: [UInt8]) {
        #expect(codePage.encode(text) == bytes)
        #expect(codePage.decode(bytes) == text)
    }

    @Test func `F8 a letter written as two scalars is one byte`() {
        #expect(CodePage.windows1252.encode("e\u{301}") == [0xE9])
    }

    @Test(arguments: [
        (CodePage.ascii, "Łukasz Dvořák", "Lukasz Dvorak"), (.windows1252, "Łukasz Dvořák", "Lukasz Dvorák"),
        (.cp850, "œuvre – 5 €", "oeuvre - 5 EUR"),
        (.windows1251, "Zoë", "Zoe"), (.ascii, "東京", "??"), (.windows1252, "a\u{1F600}b", "a?b"),
    ])
    func `F8 what a page lacks is replaced`(codePage: CodePage, text: String, arrives: String) {
        #expect(codePage.decode(codePage.encode(text)) == arrives)
    }

    @Test(arguments: [CodePage.windows1252, .cp850, .windows1251])
    func `F8 every byte that means something comes back`(codePage: CodePage) {
        for byte in UInt8(0x20)...0xFF {
            let text = codePage.decode([byte])
            if text == "\u{FFFD}" {
                #expect(byte >= 0x80)
            } else if byte != 0xAD {
                #expect(codePage.encode(text) == [byte], "byte \(byte)")
            }
        }
    }

    @Test(arguments: CodePage.allCases)
    func `no replacement brings a separator or a control character`(codePage: CodePage) {
        for value in UInt32(0xA0)..<0x3000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for byte in codePage.encode(String(scalar)) { #expect(byte >= 0x20 && byte != 0x7F && byte != 0x7C, "U+\(value)") }
        }
    }

    @Test func `broken UTF-8 is read as far as it goes`() {
        #expect(CodePage.utf8.decode([0x41, 0xC3, 0x42]) == "A\u{FFFD}B")
        #expect(CodePage.ascii.decode([0x41, 0xC3]) == "A\u{FFFD}")
    }
}
