import PointOfSale

/// Lines that fit the paper, made of a document's parts: what every encoder writes one after another.
struct PaperLayout {
    /// One thing that fits.
    enum Line: Hashable {
        /// Already padded to its place; the style says how large.
        case text(String, TextStyle)
        case feed(Int)
        case picture(Raster)
        case code(String)
        case cut
        case drawer
    }

    /// The longest a paragraph may become, lines: the rest is cut off, with dots.
    static let linesMax = 12

    let columns: Int
    let text: PrintableText

    init(_ printer: Printer) {
        columns = printer.width.rawValue
        text = PrintableText(page: printer.codePage)
    }

    /// All lines of a document.
    func lines(of document: ReceiptDocument) -> [Line] {
        var lines: [Line] = []
        lines.reserveCapacity(document.parts.count * 2)
        for part in document.parts {
            switch part {
            case .text(let paragraph, let style):
                for line in Self.wrapped(text.plain(paragraph), width: width(style)) { lines.append(.text(line, style)) }
            case .row(let cells, let style): lines += row(cells, style)
            case .rule: lines.append(.text(String(repeating: "-", count: columns), .plain))
            case .feed(let count): lines.append(.feed(min(max(count, 1), 20)))
            case .picture(let raster): lines.append(.picture(raster))
            case .code(let content): lines.append(.code(content))
            case .cut: lines.append(.cut)
            case .drawer: lines.append(.drawer)
            }
        }
        return lines
    }

    /// How many characters of a style stand side by side.
    private func width(_ style: TextStyle) -> Int { style.isWide ? columns / 2 : columns }

    private func row(_ cells: [ReceiptDocument.Cell], _ style: TextStyle) -> [Line] {
        let total = width(style)
        let fixed = cells.reduce(0) { $0 + ($1.width ?? 0) }
        let open = max(1, cells.filter { $0.width == nil }.count)
        let rest = max(1, (total - fixed) / open)
        let columns = cells.map { cell -> (width: Int, lines: [String], alignment: Alignment) in
            let width = cell.width ?? rest
            // An amount is never broken in two; a name is.
            let plain = text.plain(cell.text)
            let lines = cell.alignment == .right ? [plain] : Self.wrapped(plain, width: max(1, width - 1))
            return (width, lines, cell.alignment)
        }
        let height = columns.map(\.lines.count).max() ?? 0
        return (0..<height).map { index in
            var line = ""
            for column in columns {
                line += Self.padded(index < column.lines.count ? column.lines[index] : "", to: column.width, column.alignment)
            }
            return .text(String(line.prefix(total)).trimmingEnd, style)
        }
    }

    private static func padded(_ text: String, to width: Int, _ alignment: Alignment) -> String {
        let missing = width - text.unicodeScalars.count
        guard missing > 0 else { return text }
        let blanks = String(repeating: " ", count: missing)
        return alignment == .right ? blanks + text : text + blanks
    }

    /// Broken at blanks; a word that is longer than a line is broken where it must.
    static func wrapped(_ text: String, width: Int) -> [String] {
        guard text.unicodeScalars.count > width else { return [text] }
        var (lines, line, length): ([String], String, Int) = ([], String(text.prefix { $0 == " " }), 0)
        length = line.unicodeScalars.count
        for word in text.split(separator: " ") {
            var rest = word[...]
            let needed = rest.unicodeScalars.count
            if length > 0, !line.hasSuffix(" "), length + 1 + needed <= width {
                line += " \(rest)"
                length += 1 + needed
                continue
            }
            if length + (line.hasSuffix(" ") ? 0 : 1) + needed > width, length > 0, !line.allSatisfy({ $0 == " " }) {
                lines.append(line)
                (line, length) = ("", 0)
            }
            while rest.unicodeScalars.count > max(1, width - length) {
                let room = max(1, width - length)
                lines.append(line + rest.prefix(room))
                rest = rest.dropFirst(room)
                (line, length) = ("", 0)
            }
            line += rest
            length += rest.unicodeScalars.count
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > linesMax else { return lines }
        return lines.prefix(linesMax - 1) + ["..."]
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var text = self
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
