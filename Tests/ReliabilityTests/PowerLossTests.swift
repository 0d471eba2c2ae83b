import DiskTrials
import Testing

struct PowerLossTests {
    @Test(arguments: [1, 4])
    func `whenever the power goes, every acknowledged commit is found, whole, and nothing else`(clients: Int) async throws {
        let evening = try await Evening.play(charges: 50, clients: clients)
        #expect(evening.contents.count > 100, "an evening of \(evening.contents.count) commits is too short")
        let losses = try await PowerLossTrial.runAll(evening, seeds: 0..<1)
        #expect(losses == evening.moments.count)
        print(losses, evening.contents.count)
    }
}
