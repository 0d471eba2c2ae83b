/// Checks the rule about `$1`, `$2`, … that lets one SQL text run on both engines. Debug builds check every statement.
enum SQLPlaceholders {
    /// Whether the placeholders first appear in ascending order, from 1, without gaps. By bytes: it is asked of every statement.
    static func areInOrder(in sql: String) -> Bool {
        var highest = 0
        var number: Int?
        var isInOrder = true
        func numberEnds() {
            guard let ended = number else { return }
            if ended < 1 || ended > highest + 1 { isInOrder = false }
            highest = max(highest, ended)
            number = nil
        }
        for byte in sql.utf8 {
            if byte == UInt8(ascii: "$") {
                numberEnds()
                number = 0
            } else if let digits = number, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
                number = digits * 10 + Int(byte - UInt8(ascii: "0"))
            } else {
                numberEnds()
            }
        }
        numberEnds()
        return isInOrder
    }
}
