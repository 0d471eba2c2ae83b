import Synchronization
import TestSupport

/// Repeatable random numbers for code that draws from several tasks.
final class Chances: Sendable {
    private let generator: Mutex<SeededGenerator>

    init(seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }

    /// From 0 up to, but not including, 1.
    func next() -> Double { generator.withLock { Double.random(in: 0..<1, using: &$0) } }
    func bits() -> UInt64 { generator.withLock { $0.next() } }
}
