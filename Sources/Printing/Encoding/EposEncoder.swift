import Foundation
package import PointOfSale

/// A document as Epson ePOS-Print XML, in the envelope that its service wants (`receipts.md` §5.2).
package struct EposEncoder {
    private let layout: PaperLayout

    /// The namespace of the documents (Epson ePOS-Print XML, 2011/03).
    static let namespace = "http://www.epson-pos.com/schemas/2011/03/epos-print"

    /// An encoder for a printer's width and set of characters.
    package init(_ printer: Printer) { layout = PaperLayout(printer) }

    /// The whole request.
    package func xml(of document: ReceiptDocument) -> String {
        var xml = """
            <?xml version="1.0" encoding="utf-8"?>
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><epos-print xmlns="\(Self.namespace)">

            """
        xml += "<text lang=\"\(document.language == .fr ? "fr" : "en")\" smooth=\"true\"/>\n"
        for line in layout.lines(of: document) {
            switch line {
            case .text(let text, let style): xml += "<text\(Self.attributes(style))>\(Self.escaped(text))&#10;</text>\n"
            case .feed(let lines): xml += "<feed line=\"\(lines)\"/>\n"
            case .picture(let raster):
                let data = Data(raster.bytes).base64EncodedString()
                let size = "width=\"\(raster.width)\" height=\"\(raster.height)\""
                xml +=
                    "<image \(size) color=\"color_1\" mode=\"mono\" align=\"center\">\(data)</image>\n"
            case .code(let text):
                let content = String(text.prefix(ReceiptDocument.codeBytesMax))
                xml +=
                    "<symbol type=\"qrcode_model_2\" level=\"level_m\" width=\"5\" align=\"center\">\(Self.escaped(content))</symbol>\n"
            case .cut: xml += "<cut type=\"feed\"/>\n"
            case .drawer: xml += "<pulse drawer=\"drawer_1\" time=\"pulse_100\"/>\n"
            }
        }
        return xml + "</epos-print></s:Body></s:Envelope>\n"
    }

    /// All of them each time: in this language a style lasts until it is changed.
    private static func attributes(_ style: TextStyle) -> String {
        let align =
            switch style.alignment {
            case .left: "left"
            case .centre: "center"
            case .right: "right"
            }
        return " align=\"\(align)\" em=\"\(style.isBold)\" dw=\"\(style.isWide)\" dh=\"\(style.isTall)\" reverse=\"\(style.isInverse)\""
    }

    /// Characters that XML gives a meaning, as references. Control characters were taken out by the layout.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
    }
}
