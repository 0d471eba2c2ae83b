/// Where a function or initialiser with a body starts and ends, found by matching braces in code without comments and strings.
struct FunctionSpan {
    let name: String
    /// From 1.
    let firstLine: Int
    let lineCount: Int

    static func all(in code: [String]) -> [FunctionSpan] {
        var found: [FunctionSpan] = []
        for (index, line) in code.enumerated() {
            guard line.contains("func ") || line.contains("init") else { continue }
            for match in line.matches(of: /\bfunc\s+(\S+?)\s*(?=[(<])|(?:^|[^.\w])(init)[?!]?\s*(?=[(<])/) {
                let name = String(match.1 ?? match.2 ?? "")
                let column = line.distance(from: line.startIndex, to: match.range.upperBound)
                guard let last = lastLine(in: code, line: index, column: column) else { continue }
                found.append(FunctionSpan(name: name, firstLine: index + 1, lineCount: last - index + 1))
            }
        }
        return found
    }

    /// The line of the closing brace; nil for a requirement of a protocol, which has no body.
    private static func lastLine(in code: [String], line: Int, column: Int) -> Int? {
        var parentheses = 0
        var braces = 0
        for index in line..<code.count {
            let text = index == line ? code[index].dropFirst(column) : code[index][...]
            if index > line, braces == 0, parentheses == 0, !continuesSignature(text) { return nil }
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "("), UInt8(ascii: "["): parentheses += 1
                case UInt8(ascii: ")"), UInt8(ascii: "]"): parentheses -= 1
                case UInt8(ascii: "{") where parentheses == 0 || braces > 0: braces += 1
                case UInt8(ascii: "}") where braces > 0:
                    braces -= 1
                    if braces == 0 { return index }
                case UInt8(ascii: "}") where parentheses == 0: return nil
                default: break
                }
            }
        }
        return nil
    }

    /// Whether a line after the parameter list still belongs to the signature.
    private static func continuesSignature(_ text: Substring) -> Bool {
        let start = text.drop { $0 == " " }
        return start.isEmpty || ["{", "->", "where", "throws", "async", "rethrows", ")"].contains { start.hasPrefix($0) }
    }
}
