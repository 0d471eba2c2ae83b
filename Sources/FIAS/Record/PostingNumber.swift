/// The arithmetic of `P#`. FIAS 2.20.24 §10.7: from 1 to 10^width − 1, then again 1; never 0, no leading zeros. Which number was used
/// last is kept by the caller, over restarts.
package enum PostingNumber {
    /// Digits since 2.20 (before: 4).
    package static let width = 8

    /// The largest number of a width.
    package static func largest(width: Int = PostingNumber.width) -> Int {
        precondition((1...8).contains(width), "a posting number has 1 to 8 digits")
        return (0..<width).reduce(1) { power, _ in power * 10 } - 1
    }

    /// The number after this one; after the largest, after 0 and after anything out of range comes 1.
    package static func next(after number: Int, width: Int = PostingNumber.width) -> Int {
        (1..<largest(width: width)).contains(number) ? number + 1 : 1
    }

    /// A number as the wire may show it, leading zeros dropped, for comparison; nil when blank, zero or no number.
    package static func parse(_ text: String) -> Int? {
        guard let number = Int(text.filter { $0 != " " }), number > 0 else { return nil }
        return number
    }
}
