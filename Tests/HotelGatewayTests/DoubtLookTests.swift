import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import HotelGateway

/// When a charge that is missing on the bill counts as absent.
@Suite struct DoubtLookTests {
    /// A house in which the hotel shows one charge, number 41, on Mme Garibaldi's bill, and not the one in doubt, number 42.
    private func look(billIsComplete: Bool) async throws -> (state: PostingState, evidence: [PostingEvidence.Code]) {
        let house = try await TestHouse.open()
        let shown = try await house.booked(41).posting
        let doubted = try await house.doubted(42).posting
        house.hotel.shows(
            AccountReading(.lines([FolioLine(text: "RESTAURANT \(shown.reference(number: 41))", amount: shown.breakdown.total)])),
            of: shown.guest!)
        let moment = house.clock.now
        let look = DoubtLook(
            database: house.database, hotel: house.hotel, rules: DoubtRules(quietMs: 60_000, billIsComplete: billIsComplete),
            clock: GatewayClock(now: { moment }, uptimeMs: { 0 }, pause: { _ in }))
        let read = try #require(try await look.read(doubted))
        _ = try await look.weigh(read, isQuiet: true)
        let story = try await house.restaurant.posting(doubted.id)
        return (story.posting.state, story.evidence.map(\.code))
    }

    @Test func `where bills are complete, a charge that is missing beside another of ours was not booked`() async throws {
        let seen = try await look(billIsComplete: true)
        #expect(seen.state == .queued && seen.evidence == [.referenceNotOnBill])
    }

    @Test func `where charges may be routed away, be it by transaction code, another charge on the bill proves nothing`() async throws {
        let seen = try await look(billIsComplete: false)
        #expect(seen.state == .inDoubt && seen.evidence == [.billMayBeElsewhere])
    }
}
