/// A moment: milliseconds since 1 January 1970 UTC. The core never asks for it, it is told.
package struct Timestamp: Hashable, Comparable, Sendable, Codable {
    /// Milliseconds since 1970, UTC.
    package let milliseconds: Int64

    /// The moment so many milliseconds after the start of 1970.
    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    /// The moment `ms` milliseconds later (earlier when negative).
    package func advanced(byMs ms: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds + ms) }

    /// Milliseconds from `earlier` to this moment.
    package func ms(since earlier: Timestamp) -> Int64 { milliseconds - earlier.milliseconds }
}
