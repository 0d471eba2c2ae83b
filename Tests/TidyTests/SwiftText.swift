/// Swift source with the words of comments and strings blanked out, so that a rule about code sees code only.
///
/// Lines and columns stay where they were. Code inside a string's interpolation stays visible, because it is code.
struct SwiftText {
    private let bytes: [UInt8]
    private var blanked: [UInt8]
    private var position = 0

    static func codeOnly(_ text: String) -> String {
        var scanner = SwiftText(text)
        scanner.scanCode(untilClosingParenthesis: false)
        return String(decoding: scanner.blanked, as: UTF8.self)
    }

    /// The characters at which something other than plain code may begin or end.
    private static let opening = Array("/`#\"()".utf8)

    private init(_ text: String) {
        bytes = Array(text.utf8)
        blanked = bytes
    }

    private mutating func scanCode(untilClosingParenthesis: Bool) {
        var depth = 0
        while position < bytes.count {
            if !Self.opening.contains(bytes[position]) {
                position += 1
            } else if starts("//") {
                blankLine()
            } else if starts("/*") {
                blankBlockComment()
            } else if starts("`") {
                blankRawIdentifier()
            } else if let hashes = stringStart() {
                blankString(hashes: hashes)
            } else {
                if starts("(") { depth += 1 }
                if starts(")") {
                    if untilClosingParenthesis && depth == 0 { return }
                    depth -= 1
                }
                position += 1
            }
        }
    }

    private mutating func blankLine() {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { blank() }
    }

    private mutating func blankBlockComment() {
        var depth = 0
        repeat {
            if starts("/*") {
                depth += 1
                blank(2)
            } else if starts("*/") {
                depth -= 1
                blank(2)
            } else {
                blank()
            }
        } while depth > 0 && position < bytes.count
    }

    /// A sentence used as a name may hold braces and quotes; what is left is a name without them.
    private mutating func blankRawIdentifier() {
        position += 1
        while position < bytes.count, !starts("`"), !starts("\n") {
            blanked[position] = UInt8(ascii: "_")
            position += 1
        }
        position = min(position + 1, bytes.count)
    }

    /// The number of `#` before the opening quote if a string starts here.
    private func stringStart() -> Int? {
        var hashes = 0
        while position + hashes < bytes.count, bytes[position + hashes] == UInt8(ascii: "#") { hashes += 1 }
        return position + hashes < bytes.count && bytes[position + hashes] == UInt8(ascii: "\"") ? hashes : nil
    }

    private mutating func blankString(hashes: Int) {
        let pounds = String(repeating: "#", count: hashes)
        blank(hashes)
        let quote = starts("\"\"\"") ? "\"\"\"" : "\""
        let closing = quote + pounds
        let interpolation = "\\" + pounds + "("
        let escape = "\\" + pounds
        blank(quote.utf8.count)
        while position < bytes.count, !starts(closing) {
            if starts(interpolation) {
                blank(interpolation.utf8.count)
                scanCode(untilClosingParenthesis: true)
                blank()
            } else if starts(escape) {
                blank(escape.utf8.count + 1)
            } else if quote.count == 1 && starts("\n") {
                return
            } else {
                blank()
            }
        }
        blank(closing.utf8.count)
    }

    private func starts(_ token: String) -> Bool {
        var index = position
        for byte in token.utf8 {
            guard index < bytes.count, bytes[index] == byte else { return false }
            index += 1
        }
        return true
    }

    private mutating func blank(_ count: Int = 1) {
        for _ in 0..<count where position < bytes.count {
            if bytes[position] != UInt8(ascii: "\n") { blanked[position] = UInt8(ascii: " ") }
            position += 1
        }
    }
}
