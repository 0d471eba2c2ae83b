import PointOfSale

/// The upper halves of the printers' sets of characters, 0x80 to 0xFF; `�` where a byte has no printed sign that we use.
extension PaperCodePage {
    /// The signs of the bytes 0x80 to 0xFF.
    var upperHalf: String {
        switch self {
        case .pc437:
            """
            ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
            áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
            └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
            αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■�
            """
        case .pc850:
            """
            ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
            áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
            └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
            ÓßÔÒõÕµþÞÚÛÙýÝ¯´�±‗¾¶§÷¸°¨·¹³²■�
            """
        case .pc858:
            """
            ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
            áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
            └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀\
            ÓßÔÒõÕµþÞÚÛÙýÝ¯´�±‗¾¶§÷¸°¨·¹³²■�
            """
        case .windows1252:
            """
            €�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ\
            �¡¢£¤¥¦§¨©ª«¬�®¯°±²³´µ¶·¸¹º»¼½¾¿\
            ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
            àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
            """
        case .latin9:
            """
            ��������������������������������\
            �¡¢£€¥Š§š©ª«¬�®¯°±²³Žµ¶·ž¹º»ŒœŸ¿\
            ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
            àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
            """
        }
    }

    /// The number that `ESC t` selects it by (Epson's list; `receipts.md` §5.1).
    var escposNumber: UInt8 {
        switch self {
        case .pc437: 0
        case .pc850: 2
        case .windows1252: 16
        case .pc858: 19
        case .latin9: 40
        }
    }

    /// The byte of each sign above 0x7F.
    var bytes: [Unicode.Scalar: UInt8] { PaperCodePageBytes.tables[self]! }
}

/// Made once: a receipt asks for hundreds.
private enum PaperCodePageBytes {
    static let tables: [PaperCodePage: [Unicode.Scalar: UInt8]] = Dictionary(
        uniqueKeysWithValues: PaperCodePage.allCases.map { page in
            let signs = page.upperHalf.unicodeScalars.enumerated().filter { $0.element != "\u{FFFD}" }
            return (page, Dictionary(uniqueKeysWithValues: signs.map { ($0.element, UInt8(0x80 + $0.offset)) }))
        })
}
