package import Foundation

/// What a link knows of time on the wall; time-outs run on the event loop's own clock.
package struct LinkClock: Sendable {
    /// Milliseconds since 1970.
    package var nowMs: @Sendable () -> Int64
    /// How far the hotel's local time is from GMT at an instant, in seconds.
    package var secondsFromGMT: @Sendable (_ atMs: Int64) -> Int

    /// A clock of these readings.
    package init(nowMs: @escaping @Sendable () -> Int64, secondsFromGMT: @escaping @Sendable (_ atMs: Int64) -> Int = { _ in 0 }) {
        self.nowMs = nowMs
        self.secondsFromGMT = secondsFromGMT
    }

    /// The system's clock in the hotel's time zone.
    package static func system(timeZone: TimeZone = .current) -> LinkClock {
        LinkClock(
            nowMs: { Int64(Date().timeIntervalSince1970 * 1000) },
            secondsFromGMT: { timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0) / 1000)) }
        )
    }

    /// The `DA` and `TI` of now.
    package var stamp: RecordStamp {
        let now = nowMs()
        return RecordStamp(wallMs: now, secondsFromGMT: secondsFromGMT(now))
    }
}
