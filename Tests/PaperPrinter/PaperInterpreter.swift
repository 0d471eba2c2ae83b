/// A printer's own reading of ESC/POS bytes, written from Epson's command reference and not from the encoder: it shares no bug with it.
package struct PaperInterpreter {
    private var bytes: [UInt8]
    private var at = 0
    private var sheet = PaperSheet()
    private var runs: [PaperSheet.Run] = []
    private var page = 0
    private var alignment = 0
    private var isBold = false
    private var (wide, tall) = (1, 1)
    private var isInverse = false
    private var code: [UInt8] = []
    private var picture: (width: Int, rows: [[Bool]])?

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// What comes out for these bytes.
    package static func sheet(_ bytes: [UInt8]) -> PaperSheet {
        var interpreter = PaperInterpreter(bytes)
        while interpreter.at < interpreter.bytes.count { interpreter.step() }
        interpreter.endLine(always: false)
        interpreter.endPicture()
        return interpreter.sheet
    }

    private mutating func step() {
        let byte = next()
        switch byte {
        case 0x0A: endLine(always: true)
        case 0x10: realTime()
        case 0x1B: escape()
        case 0x1D: group()
        case 0x20...0xFF where byte != 0x7F: write(byte)
        default: complain()
        }
    }

    private mutating func next() -> UInt8 {
        guard at < bytes.count else { return 0 }
        defer { at += 1 }
        return bytes[at]
    }

    private mutating func complain() { sheet.unknown.append(at - 1) }

    private mutating func write(_ byte: UInt8) {
        endPicture()
        let letter = byte < 0x80 ? String(UnicodeScalar(byte)) : PaperLetters.letter(byte, page: page)
        if let last = runs.last, last.isBold == isBold, last.wide == wide, last.tall == tall, last.isInverse == isInverse {
            runs[runs.count - 1].text += letter
        } else {
            runs.append(.init(text: letter, isBold: isBold, wide: wide, tall: tall, isInverse: isInverse))
        }
    }

    private mutating func endLine(always: Bool) {
        guard always || !runs.isEmpty else { return }
        endPicture()
        sheet.items.append(.line(runs, alignment: alignment))
        runs = []
    }

    private mutating func endPicture() {
        guard let done = picture else { return }
        picture = nil
        sheet.items.append(.picture(width: done.width, rows: done.rows))
    }

    /// DLE EOT n: a question that prints nothing.
    private mutating func realTime() {
        guard next() == 0x04, (1...4).contains(next()) else { return complain() }
    }

    private mutating func escape() {
        switch next() {
        case 0x40:
            (page, alignment, isBold, wide, tall, isInverse) = (0, 0, false, 1, 1, false)
        case 0x74: page = Int(next())
        case 0x45: isBold = next() & 1 == 1
        case 0x61: alignment = Int(next())
        case 0x64:
            endLine(always: false)
            endPicture()
            for _ in 0..<next() { sheet.items.append(.line([], alignment: 0)) }
        case 0x70:
            _ = (next(), next(), next())
            sheet.items.append(.drawer)
        default: complain()
        }
    }

    private mutating func group() {
        switch next() {
        case 0x21:
            let size = next()
            (wide, tall) = (Int(size >> 4) + 1, Int(size & 0x0F) + 1)
        case 0x42: isInverse = next() & 1 == 1
        case 0x56: cut()
        case 0x72: _ = next()
        case 0x76: raster()
        case 0x28: symbol()
        default: complain()
        }
    }

    private mutating func cut() {
        let how = next()
        if how == 0x41 || how == 0x42 { _ = next() }
        endLine(always: false)
        endPicture()
        sheet.items.append(.cut)
    }

    private mutating func raster() {
        guard next() == 0x30 else { return complain() }
        _ = next()
        let (across, down) = (Int(next()) | Int(next()) << 8, Int(next()) | Int(next()) << 8)
        var rows: [[Bool]] = []
        for _ in 0..<down {
            rows.append(
                (0..<across).flatMap { _ in
                    let byte = next()
                    return (0..<8).map { byte & (0x80 >> UInt8($0)) != 0 }
                })
        }
        // Bands of one picture come out without a gap.
        if let above = picture, above.width == across * 8 {
            picture = (above.width, above.rows + rows)
        } else {
            endPicture()
            picture = (across * 8, rows)
        }
    }

    private mutating func symbol() {
        guard next() == 0x6B else { return complain() }
        let count = Int(next()) | Int(next()) << 8
        let content = (0..<count).map { _ in next() }
        guard content.count >= 2, content[0] == 0x31 else { return complain() }
        switch content[1] {
        case 0x50: code = Array(content.dropFirst(3))
        case 0x51:
            endPicture()
            sheet.items.append(.code(String(decoding: code, as: UTF8.self)))
        case 0x41, 0x43, 0x45: break
        default: complain()
        }
    }
}
