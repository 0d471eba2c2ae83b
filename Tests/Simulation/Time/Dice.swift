import TestSupport

/// The draws of one history.
struct Dice: RandomNumberGenerator {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func next() -> UInt64 { generator.next() }
    mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    mutating func ms(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &generator) }
    /// True in so many of a thousand.
    mutating func happens(_ perMille: Int) -> Bool { perMille > 0 && int(1...1_000) <= perMille }
    mutating func one<Value>(of values: [Value]) -> Value { values[int(0...(values.count - 1))] }
}
