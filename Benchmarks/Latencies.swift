import Histogram

/// Durations in nanoseconds, kept to three digits.
struct Latencies: Sendable {
    private var histogram = Histogram<UInt64>(highestTrackableValue: 120_000_000_000, numberOfSignificantValueDigits: .three)

    mutating func record(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        _ = histogram.record(UInt64(max(0, seconds)) * 1_000_000_000 + UInt64(max(0, attoseconds) / 1_000_000_000))
    }

    mutating func add(_ other: Latencies) {
        histogram.add(other.histogram)
    }

    var count: Int { Int(histogram.totalCount) }
    var p50Ms: Double { Double(histogram.valueAtPercentile(50)) / 1_000_000 }
    var p95Ms: Double { Double(histogram.valueAtPercentile(95)) / 1_000_000 }
    var p99Ms: Double { Double(histogram.valueAtPercentile(99)) / 1_000_000 }
}
