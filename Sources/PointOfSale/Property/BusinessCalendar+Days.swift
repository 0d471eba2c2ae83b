import Foundation

extension BusinessCalendar {
    /// The moment at which a business date begins: the first at which the house's clock shows the closing time of the date before.
    ///
    /// Where the clock jumps over it in spring, the date begins as much later; where it comes twice in autumn, at the first.
    package func start(of date: BusinessDate) -> Timestamp {
        let minutes = Int64(date.daysSince1970) * 1440 + Int64(closingMinute(of: date.previous))
        let naive = minutes * 60_000
        let before = Timestamp(milliseconds: naive - Int64(secondsFromGMT(at: Timestamp(milliseconds: naive - Self.dayMs))) * 1000)
        let after = Timestamp(milliseconds: naive - Int64(secondsFromGMT(at: Timestamp(milliseconds: naive + Self.dayMs))) * 1000)
        return isLocal(minutes, at: before) || !isLocal(minutes, at: after) ? before : after
    }

    /// The moment at which it ends, and the next begins.
    package func end(of date: BusinessDate) -> Timestamp { start(of: date.next) }

    /// Whether the house's clock shows so many minutes since 1970 at that moment.
    private func isLocal(_ minutes: Int64, at moment: Timestamp) -> Bool {
        moment.milliseconds + Int64(secondsFromGMT(at: moment)) * 1000 == minutes * 60_000
    }

    private static let dayMs: Int64 = 86_400_000
}
