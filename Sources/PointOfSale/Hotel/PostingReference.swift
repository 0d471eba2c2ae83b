/// What a posting carries so that it can be found on a folio, by a person or a machine: `A1007.4242`, the check's number and the number
/// the attempt went under. No two attempts of ours bear the same one (`FIAS 2.20.24 §7`, CT 20 characters, X1 25).
package struct PostingReference: Hashable, Sendable, CustomStringConvertible {
    package let checkNumber: Int
    /// The number on the wire.
    package let number: Int

    /// The reference of that attempt.
    package init(checkNumber: Int, number: Int) {
        self.checkNumber = checkNumber
        self.number = number
    }

    /// As it stands on the folio: at most 18 characters.
    package var text: String { "A\(checkNumber).\(number)" }
    package var description: String { text }

    /// The references in a line of a folio, wherever the hotel puts them. One that touches another letter or digit is not ours.
    package static func found(in text: String) -> [PostingReference] {
        text.utf8.split { !isPartOfWord($0) }.compactMap { PostingReference(word: $0) }
    }

    private init?(word: Substring.UTF8View) {
        guard word.first == UInt8(ascii: "A") else { return nil }
        let parts = word.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, let check = Self.number(parts[0]), let number = Self.number(parts[1]) else { return nil }
        self.init(checkNumber: check, number: number)
    }

    /// 1 to 8 digits without a leading zero.
    private static func number(_ digits: Substring.UTF8View) -> Int? {
        guard (1...8).contains(digits.count), digits.first != UInt8(ascii: "0"), digits.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "."): true
        default: byte >= 0x80
        }
    }
}
