import DiskTrials
import Testing

struct DiskFaultTests {
    /// Of the operations of a charge, every so many are tried; `torture disk-faults` tries all.
    private static let stride = 9

    @Test(arguments: DiskFaultTrial.Trouble.allCases)
    func `whichever operation of the disk fails, a charge is refused in words or safe, and goes through once the disk is back`(
        trouble: DiskFaultTrial.Trouble
    ) async throws {
        let house = try await DiskFaultTrial.house(charges: 4)
        var told = 0
        var ordinal = 1
        trials: while true {
            switch try await DiskFaultTrial.run(trouble, at: ordinal, charge: 5, in: house) {
            case .notReached: break trials
            case .unharmed: break
            case .told, .toldButWritten: told += 1
            }
            ordinal += Self.stride
        }
        #expect(told >= 3, "only \(told) failures of \(ordinal) operations were told")
    }
}
