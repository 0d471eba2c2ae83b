/// One line of the hotel's books, from a guest's bill or from the hotel's own list. A posting may be several lines, one for each code.
package struct HotelBooking: Hashable, Sendable {
    /// The hotel's business date, where it says one.
    package let date: BusinessDate?
    package let roomNumber: String?
    package let reservationNumber: String?
    package let checkNumber: Int?
    package let amount: Money
    /// What the guest reads, and what our reference is looked for in.
    package let text: String

    /// A line of the hotel's.
    package init(
        date: BusinessDate?, roomNumber: String?, reservationNumber: String?, checkNumber: Int?, amount: Money, text: String
    ) {
        self.date = date
        self.roomNumber = roomNumber
        self.reservationNumber = reservationNumber
        self.checkNumber = checkNumber
        self.amount = amount
        self.text = text
    }

    /// The first reference of the form that this program writes, `A<check>.<number>`, standing by itself in the text.
    package var reference: String? { Self.reference(in: text) }

    /// The most digits of either number in a reference.
    private static let digitsMax = 8

    static func reference(in text: String) -> String? {
        let bytes = Array(text.utf8)
        for start in bytes.indices where bytes[start] == UInt8(ascii: "A") && (start == 0 || !bytes[start - 1].isWordByte) {
            guard let point = endOfDigits(bytes, from: start + 1), point < bytes.count, bytes[point] == UInt8(ascii: "."),
                let end = endOfDigits(bytes, from: point + 1), end == bytes.count || !bytes[end].isWordByte
            else { continue }
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }
        return nil
    }

    /// Where one to eight digits that begin at `start` end; nil when there are none, or more.
    private static func endOfDigits(_ bytes: [UInt8], from start: Int) -> Int? {
        var end = start
        while end < bytes.count, bytes[end].isDigit { end += 1 }
        return (1...digitsMax).contains(end - start) ? end : nil
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// A letter, a digit, or a part of a letter beyond ASCII.
    fileprivate var isWordByte: Bool {
        isDigit || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
            || self >= 0x80
    }
}
