import SimulatedDisk
import Storage
import TestSupport

/// The power goes at one moment of an evening, the house is opened again, and what it holds is compared with what it had promised.
package enum PowerLossTrial {
    /// A promise that was not kept.
    package struct Broken: Error, CustomStringConvertible {
        package let description: String
    }

    /// Loses the power after the moment's operation, with that seed's luck, and opens what is left.
    ///
    /// What is found must be exactly what some commit left behind, the last acknowledged one or a later one: never half of a commit.
    /// - Throws: `Broken`, naming the moment and the seed to try again.
    package static func run(_ moment: Evening.Moment, of evening: Evening, seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed ^ UInt64(moment.operation.ordinal) << 32)
        let loss = PowerLoss.any(using: &generator)
        let left = SimulatedDisk(moment.contents.afterPowerLoss(loss, using: &generator))
        do {
            let recovered = try SQLiteDatabase.stepped(at: left.path(Evening.fileName))
            try await recovered.checkIntegrity()
            let content = try await LogicalContent.of(recovered)
            guard evening.contents[moment.acknowledged...].contains(content) else {
                let known = evening.contents.firstIndex(of: content).map { "commit \($0)" } ?? "no commit of the evening (\(content))"
                throw Broken(description: "\(moment.acknowledged) commits were acknowledged, found \(known)")
            }
        } catch {
            throw Broken(description: "power lost after \(moment.operation), seed \(seed), \(loss): \(error)")
        }
    }

}
