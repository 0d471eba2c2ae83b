package import PointOfSale

/// What is to come out on paper, whatever the printer: paragraphs, columns, pictures. An encoder turns it into a printer's language.
package struct ReceiptDocument: Hashable, Sendable {
    package let language: Language
    package private(set) var parts: [Part] = []

    /// One thing on the paper, from top to bottom.
    package enum Part: Hashable, Sendable {
        /// A paragraph, wrapped at blanks.
        case text(String, TextStyle)
        /// A row: each cell wrapped within its own width.
        case row([Cell], TextStyle)
        /// A line across.
        case rule
        /// Empty lines.
        case feed(Int)
        case picture(Raster)
        /// A QR code.
        case code(String)
        case cut
        /// Opens the cash drawer.
        case drawer
    }

    /// One cell of a row.
    package struct Cell: Hashable, Sendable {
        package let text: String
        /// Characters of font A; nil takes what the others leave.
        package let width: Int?
        package let alignment: Alignment

        /// A cell; without a width it takes what the others leave.
        package init(_ text: String, width: Int? = nil, alignment: Alignment = .left) {
            self.text = text
            self.width = width
            self.alignment = alignment
        }
    }

    /// The longest text that a QR code may hold, bytes: more than any link of ours.
    package static let codeBytesMax = 400

    /// An empty paper.
    package init(language: Language) { self.language = language }

    /// Adds a part below the others.
    package mutating func add(_ part: Part) { parts.append(part) }
}

/// How a text stands on paper.
package struct TextStyle: Hashable, Sendable {
    package var alignment = Alignment.left
    package var isBold = false
    package var isTall = false
    package var isWide = false
    /// White on black.
    package var isInverse = false

    /// Plain, from the left.
    package static let plain = TextStyle()
    /// Plain and strong.
    package static let bold = TextStyle(isBold: true)
    /// Plain, in the middle.
    package static let centred = TextStyle(alignment: .centre)
    /// Twice as high and as wide, in the middle.
    package static let title = TextStyle(alignment: .centre, isBold: true, isTall: true, isWide: true)
    /// Twice as high.
    package static let tall = TextStyle(isBold: true, isTall: true)
    /// A warning that nobody overlooks.
    package static let warning = TextStyle(alignment: .centre, isBold: true, isTall: true, isInverse: true)
}

/// Where a text stands in its width.
package enum Alignment: Hashable, Sendable { case left, centre, right }
