/// Checks the rule about `$1`, `$2`, … that lets one SQL text run on both engines. Debug builds check every statement.
enum SQLPlaceholders {
    /// Whether the placeholders first appear in ascending order, from 1, without gaps.
    static func areInOrder(in sql: String) -> Bool {
        var highest = 0
        for part in sql.split(separator: "$", omittingEmptySubsequences: false).dropFirst() {
            guard let number = Int(part.prefix(while: \.isNumber)), number <= highest + 1 else { return false }
            highest = max(highest, number)
        }
        return true
    }
}
