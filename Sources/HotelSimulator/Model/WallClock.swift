package import Foundation

/// The hotel's own clock on the wall: an instant read in the hotel's time zone.
package struct WallClock: Sendable, Equatable {
    /// The day on the wall.
    package let date: CivilDate
    /// Seconds since local midnight, `0..<86_400`.
    package let secondOfDay: Int

    /// The wall time at an instant, in milliseconds since 1970, in a zone.
    package init(atMs: Int64, in zone: TimeZone) {
        let seconds = Int((atMs >= 0 ? atMs : atMs - 999) / 1000)
        let local = seconds + zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
        let day = (local >= 0 ? local : local - 86_399) / 86_400
        date = CivilDate(dayNumber: day)
        secondOfDay = local - day * 86_400
    }

    /// `201531`, the time as FIAS writes it (`TI`, FIAS 2.20.24 data type T).
    package var hhmmss: String {
        padded(secondOfDay / 3600, to: 2) + padded(secondOfDay / 60 % 60, to: 2) + padded(secondOfDay % 60, to: 2)
    }

    /// `20:15:31`, for people.
    package var clockText: String {
        [secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60].map { padded($0, to: 2) }.joined(separator: ":")
    }
}
