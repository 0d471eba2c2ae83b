package import PointOfSale

/// A document as the bytes of an ESC/POS printer (Epson's command set, as `receipts.md` §5.1 gives it; clones understand what is used).
package struct EscPosEncoder {
    private let printer: Printer
    private let layout: PaperLayout

    /// The most rows of a picture in one command: clones with little memory drop larger ones.
    static let bandRowsMax = 128
    /// How wide a dot of a QR code is.
    static let codeModuleDots: UInt8 = 5

    /// An encoder for a printer's width and set of characters.
    package init(_ printer: Printer) {
        self.printer = printer
        layout = PaperLayout(printer)
    }

    /// Every byte, from the reset to the cut.
    package func bytes(of document: ReceiptDocument) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(16 * 1024)
        out += Command.reset
        out += Command.codePage(printer.codePage.escposNumber)
        var style = TextStyle.plain
        for line in layout.lines(of: document) {
            switch line {
            case .text(let text, let wanted):
                change(from: style, to: wanted, &out)
                style = wanted
                out += layout.text.encoded(text)
                out.append(Command.lineFeed)
            case .feed(let lines): out += [Command.escape, 0x64, UInt8(lines)]
            case .picture(let raster):
                change(from: style, to: .plain, &out)
                style = .plain
                write(raster, &out)
            case .code(let text):
                change(from: style, to: .plain, &out)
                style = .plain
                write(code: text, &out)
            case .cut:
                change(from: style, to: .plain, &out)
                style = .plain
                out += Command.cut
            case .drawer: out += Command.drawer
            }
        }
        return out
    }

    /// Only what differs, so that a receipt stays short on a slow line.
    private func change(from old: TextStyle, to new: TextStyle, _ out: inout [UInt8]) {
        if old.alignment != new.alignment { out += [Command.escape, 0x61, Command.alignment(new.alignment)] }
        if old.isBold != new.isBold { out += [Command.escape, 0x45, new.isBold ? 1 : 0] }
        if old.isTall != new.isTall || old.isWide != new.isWide {
            out += [Command.group, 0x21, (new.isWide ? 0x10 : 0) | (new.isTall ? 0x01 : 0)]
        }
        if old.isInverse != new.isInverse { out += [Command.group, 0x42, new.isInverse ? 1 : 0] }
    }

    /// `GS v 0` in bands.
    private func write(_ raster: Raster, _ out: inout [UInt8]) {
        let rowBytes = raster.width / 8
        out += [Command.escape, 0x61, Command.alignment(.centre)]
        for top in stride(from: 0, to: raster.height, by: Self.bandRowsMax) {
            let rows = min(Self.bandRowsMax, raster.height - top)
            out += [Command.group, 0x76, 0x30, 0] + Command.number(rowBytes) + Command.number(rows)
            out += raster.bytes[(top * rowBytes)..<((top + rows) * rowBytes)]
        }
        out += [Command.escape, 0x61, Command.alignment(.left)]
    }

    /// `GS ( k`: model 2, error correction M.
    private func write(code text: String, _ out: inout [UInt8]) {
        let content = Array(text.utf8.prefix(ReceiptDocument.codeBytesMax))
        out += [Command.escape, 0x61, Command.alignment(.centre)]
        out += [Command.group, 0x28, 0x6B, 4, 0, 0x31, 0x41, 0x32, 0]
        out += [Command.group, 0x28, 0x6B, 3, 0, 0x31, 0x43, Self.codeModuleDots]
        out += [Command.group, 0x28, 0x6B, 3, 0, 0x31, 0x45, 0x31]
        out += [Command.group, 0x28, 0x6B] + Command.number(content.count + 3) + [0x31, 0x50, 0x30] + content
        out += [Command.group, 0x28, 0x6B, 3, 0, 0x31, 0x51, 0x30]
        out += [Command.escape, 0x61, Command.alignment(.left)]
    }
}

/// The commands used, by their bytes.
enum Command {
    static let escape: UInt8 = 0x1B
    static let group: UInt8 = 0x1D
    static let lineFeed: UInt8 = 0x0A
    static let reset: [UInt8] = [escape, 0x40]
    /// Feeds past the knife, then cuts but for a point.
    static let cut: [UInt8] = [group, 0x56, 0x42, 0x03]
    /// Pin 2, 100 ms on and 100 ms off.
    static let drawer: [UInt8] = [escape, 0x70, 0x00, 0x32, 0x32]
    /// What keeps it from printing, asked in real time (`DLE EOT 2`).
    static let askOfflineCause: [UInt8] = [0x10, 0x04, 0x02]
    /// Whether there is paper, asked in real time (`DLE EOT 4`).
    static let askPaper: [UInt8] = [0x10, 0x04, 0x04]
    /// Whether there is paper, asked in turn: it answers once all before it has been worked off (`GS r 1`).
    static let askWhenDone: [UInt8] = [group, 0x72, 0x01]

    static func codePage(_ number: UInt8) -> [UInt8] { [escape, 0x74, number] }
    static func number(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }
    static func alignment(_ alignment: Alignment) -> UInt8 {
        switch alignment {
        case .left: 0
        case .centre: 1
        case .right: 2
        }
    }
}
