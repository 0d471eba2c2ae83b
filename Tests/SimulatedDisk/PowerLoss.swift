/// How a disk loses its power: which of the changes that no sync has followed are found on it afterwards.
package struct PowerLoss: Sendable {
    /// The piece that a disk writes whole or not at all: 512 bytes, or 4,096.
    package let atomBytes: Int
    /// How likely a piece is found, in percent.
    package let keptPercent: Int
    /// How likely a piece that is not found holds noise instead of what was there before, in percent.
    package let scrambledPercent: Int

    /// A way of losing power.
    package init(atomBytes: Int, keptPercent: Int, scrambledPercent: Int = 0) {
        self.atomBytes = atomBytes
        self.keptPercent = keptPercent
        self.scrambledPercent = scrambledPercent
    }

    /// Nothing that no sync has followed is found.
    package static let nothingKept = PowerLoss(atomBytes: 4_096, keptPercent: 0)

    /// One of the ways, by chance: all kept, none, or any mixture, torn at either size, with or without noise.
    package static func any(using generator: inout some RandomNumberGenerator) -> PowerLoss {
        PowerLoss(
            atomBytes: Bool.random(using: &generator) ? 512 : 4_096,
            keptPercent: [0, 10, 50, 50, 90, 100].randomElement(using: &generator) ?? 50,
            scrambledPercent: [0, 0, 30].randomElement(using: &generator) ?? 0)
    }

    func keeps(using generator: inout some RandomNumberGenerator) -> Bool {
        Int.random(in: 0..<100, using: &generator) < keptPercent
    }

    /// Writes what is kept of one write: every atom that it touches by its own luck.
    func write(_ bytes: [UInt8], at offset: Int, over file: inout PagedBytes, using generator: inout some RandomNumberGenerator) {
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + atomBytes - (offset + start) % atomBytes)
            if keeps(using: &generator) {
                bytes.withUnsafeBytes { file.write(UnsafeRawBufferPointer(rebasing: $0[start..<end]), at: offset + start) }
            } else if Int.random(in: 0..<100, using: &generator) < scrambledPercent {
                let noise = (start..<end).map { _ in UInt8.random(in: 0...255, using: &generator) }
                noise.withUnsafeBytes { file.write($0, at: offset + start) }
            }
            start = end
        }
    }
}
