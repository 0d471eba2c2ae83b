/// A history in lines that a person can read: when, who, what. Kept only when somebody wants to read it.
package struct Story: Sendable {
    package private(set) var lines: [String] = []
    let isTold: Bool

    init(isTold: Bool) { self.isTold = isTold }

    mutating func tell(_ who: String, _ what: @autoclosure () -> String, atMs: Int64) {
        guard isTold else { return }
        let seconds = atMs / 1_000
        let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        let fraction = String(1_000 + atMs % 1_000).dropFirst()
        lines.append("\(clock).\(fraction)  \(who.padded(to: 8)) \(what())")
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
