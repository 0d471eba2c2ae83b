import Synchronization

/// Checks the rule about `$1`, `$2`, … that lets one SQL text run on both engines. Debug builds check every statement.
enum SQLPlaceholders {
    private static let known = Mutex<Set<String>>([])

    /// The same, looked at once for each text: there are as many as the program has statements.
    static func areKnownInOrder(in sql: String) -> Bool {
        known.withLock { known in
            if known.contains(sql) { return true }
            guard areInOrder(in: sql) else { return false }
            known.insert(sql)
            return true
        }
    }

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
