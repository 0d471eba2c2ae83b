/// What histories of OPERA Cloud amounted to, added up.
package struct CloudTally: Sendable, Equatable {
    /// The most requests of one second that Oracle's gateway lets through without delay (`ohip.md` §6).
    static let requestsPerSecondMax = 50
    /// How long a doubt may last without a person, ms: the hotel's quiet 120 s, and the wait between two looks when several in a row
    /// met nobody.
    static let doubtMsMax: Int64 = 165_000

    package var histories = 0
    package var charges = 0
    package var accepted = 0
    package var bookings = 0
    package var requests = 0
    /// The most requests that came within any second.
    package var busiestSecond = 0
    package var virtualMs: Int64 = 0
    package var doubtsSettled = 0
    /// The longest doubt, from its beginning, and from its beginning or the last mishap, ms.
    package var slowestDoubtMs: Int64 = 0
    package var slowestUndisturbedMs: Int64 = 0
    package var mishaps: [String: Int] = [:]
    package var findings: [String: Int] = [:]

    package init() {}

    package static func += (left: inout CloudTally, right: CloudTally) {
        left.histories += right.histories
        left.charges += right.charges
        left.accepted += right.accepted
        left.bookings += right.bookings
        left.requests += right.requests
        left.busiestSecond = max(left.busiestSecond, right.busiestSecond)
        left.virtualMs += right.virtualMs
        left.doubtsSettled += right.doubtsSettled
        left.slowestDoubtMs = max(left.slowestDoubtMs, right.slowestDoubtMs)
        left.slowestUndisturbedMs = max(left.slowestUndisturbedMs, right.slowestUndisturbedMs)
        left.mishaps.merge(right.mishaps, uniquingKeysWith: +)
        left.findings.merge(right.findings, uniquingKeysWith: +)
    }

    /// What is printed at the end of many histories.
    package func report(seconds: Double) -> String {
        let kinds: [Finding.Kind] = [.duplicate, .loss, .wrongRoom, .unexplainedDoubt, .other]
        var lines = [
            "histories            \(histories), \((seconds * 10).rounded() / 10) s",
            "virtual time         \(virtualMs / 3_600_000) h",
            "charges              \(charges), \(accepted) accepted, \(bookings) bookings at the hotel",
            "requests             \(requests), at most \(busiestSecond) within a second",
        ]
        lines += kinds.map { "\($0.rawValue.padding(to: 21))\(findings[$0.rawValue] ?? 0)" }
        lines.append(
            "doubts               \(doubtsSettled) settled without a person, the slowest in \(slowestDoubtMs / 1000) s, "
                + "\(slowestUndisturbedMs / 1000) s after the last thing that went wrong")
        lines.append("mishaps")
        lines += mishaps.sorted { $0.key < $1.key }.map { "  \($0.key.padding(to: 19))\($0.value)" }
        return lines.joined(separator: "\n")
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
