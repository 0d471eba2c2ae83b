/// The upper halves (80–FF) of the single-byte code pages, as text in the order of the bytes; U+FFFD where a page has no character.
enum CodePageTables {
    static let windows1252 = upperHalf(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
            + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
            + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
            + "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ")
    static let cp850 = upperHalf(
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ"
            + "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
            + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
            + "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}")
    static let windows1251 = upperHalf(
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ"
            + "\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
            + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
            + "абвгдежзийклмнопрстуфхцчшщъыьэюя")

    private static func upperHalf(_ text: String) -> CodePageTable {
        CodePageTable(upperHalf: Array(text.unicodeScalars))
    }
}

/// One single-byte code page, both ways.
struct CodePageTable: Sendable {
    private let scalars: [Unicode.Scalar]
    private let bytes: [Unicode.Scalar: UInt8]

    init(upperHalf: [Unicode.Scalar]) {
        precondition(upperHalf.count == 128, "a code page has 128 characters above ASCII")
        scalars = upperHalf
        var bytes: [Unicode.Scalar: UInt8] = [:]
        for (offset, scalar) in upperHalf.enumerated() where scalar != "\u{FFFD}" { bytes[scalar] = UInt8(0x80 + offset) }
        self.bytes = bytes
    }

    /// The character of a byte 80–FF.
    func scalar(_ byte: UInt8) -> Unicode.Scalar { scalars[Int(byte) - 0x80] }

    /// The byte of a character above ASCII, nil when the page has none.
    func byte(_ scalar: Unicode.Scalar) -> UInt8? { bytes[scalar] }
}
