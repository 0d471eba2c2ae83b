import Simulation
import Testing

/// T2: every step of a charge × what strikes there × how the hotel answers × what it shows, all 960.
struct CrashMatrixTests {
    @Test func `T2 there are 960 crash points, and each is reached and survived`() async throws {
        #expect(CrashMatrix.cells.count == 960)
        let house = try await HouseImage.build()
        try await withThrowingDiscardingTaskGroup { tasks in
            for half in 0..<2 {
                tasks.addTask {
                    for index in CrashMatrix.cells.indices where index % 2 == half {
                        let cell = CrashMatrix.cells[index]
                        let history = try await cell.play(seed: UInt64(index), in: house)
                        #expect(history.findings.isEmpty, "\(cell): replay: torture matrix --cell \(index)")
                    }
                }
            }
        }
    }
}
