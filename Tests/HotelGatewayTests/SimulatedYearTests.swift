import PointOfSale
import TestSupport
import Testing

@Suite struct SimulatedYearTests {
    /// Two weeks around each of the nights when the clock is set; `make bench` plays all of 2026.
    @Test(arguments: [("2026-03-25", 46), ("2026-10-21", 50)])
    func `S1-05: every business date balances to the cent, in our books and in the hotel's, whatever happens`(
        first: String, windows: Int
    ) async throws {
        let year = SimulatedYear(seed: 2026, first: try #require(BusinessDate(iso: first)), dates: 7, checksPerDay: 24)
        let outcome = try await year.play()
        #expect(outcome.unbalanced == [])
        #expect(outcome.checks == 7 * 24 && outcome.rooms > 0 && outcome.revenuePostings > 50)
        #expect(outcome.windows.values.contains(windows))
        #expect(outcome.ours == outcome.hotels, "what our days come to is what the hotel's books hold")
        #expect(outcome.leftOnPostingAccounts == 0)
    }
}
