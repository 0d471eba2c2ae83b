package import PointOfSale
import Storage

/// What a test of the line to the hotel showed (`S1-03`).
package struct HotelLinkTest: Hashable, Sendable {
    /// How the line stands.
    package let state: HotelLinkState
    /// How long a question about a room took, ms; nil when none was asked or it was not answered.
    package let answeredInMs: Int64?
    /// Why the question was not answered.
    package let failure: HotelUnavailable?
    /// What the line itself could tell beyond that.
    package let diagnosis: HotelLinkDiagnosis?

    /// Whether room charges would go through now.
    package var isGood: Bool { state.isAlive && answeredInMs != nil }

    init(state: HotelLinkState, answeredInMs: Int64?, failure: HotelUnavailable?, diagnosis: HotelLinkDiagnosis? = nil) {
        self.state = state
        self.answeredInMs = answeredInMs
        self.failure = failure
        self.diagnosis = diagnosis
    }
}

extension Restaurant {
    /// The longest that a test waits for the line, ms; then it says how the line stands.
    package static let linkTestWaitMsMax = 10_000

    /// Asks RoomRaccoon about a room that no hotel has: whether key, number and address are right. Books nothing (`S2-02`).
    /// - Throws: `Refusal.notPermitted`, `.integrationMissing`, `.hotelUnavailable` when this program has no such line.
    package func testRoomRaccoon(by cashier: Cashier) async throws -> HotelLinkTest {
        try cashier.mustBeAllowed(.configure)
        guard try await database.read({ tx in try tx.roomRaccoonLink() }) != nil else { throw Refusal.integrationMissing }
        return await question(to: try hotels.line(.roomRaccoon))
    }

    /// Tries the line to the hotel: sets it up anew unless it is alive, then asks the hotel about a room. Books nothing.
    ///
    /// The hotel's interface takes one client only, so this is the line itself and not another one beside it.
    /// - Throws: `Refusal.notPermitted`, `.gatewayMissing`.
    package func testHotelLink(by cashier: Cashier, waitMs: Int = linkTestWaitMsMax) async throws -> HotelLinkTest {
        try cashier.mustBeAllowed(.configure)
        guard try await database.read({ tx in try tx.hotelLink() != nil || tx.relayLink() != nil }) else { throw Refusal.gatewayMissing }
        let wakes = signals.wakes()
        // What was saved a moment ago may not be in force yet: the line of before says nothing about it.
        let newest = hotelLinkChanges.newest
        let isUpToDate = hotelLinkChanges.isFollowed(newest)
        if !isUpToDate || !hotel.linkState.isAlive {
            let change = isUpToDate ? hotelLinkChanges.announce() : newest
            await withTaskGroup(of: Void.self) { group in
                group.addTask { [hotel, hotelLinkChanges] in
                    for await _ in wakes where hotelLinkChanges.isFollowed(change) {
                        if hotel.linkState.isAlive || hotel.linkState.fault != nil { return }
                    }
                }
                group.addTask { try? await Task.sleep(for: .milliseconds(waitMs)) }
                await group.next()
                group.cancelAll()
            }
        }
        guard hotel.linkState.isAlive else { return HotelLinkTest(state: hotel.linkState, answeredInMs: nil, failure: nil) }
        return await question(to: hotel)
    }

    /// Asks about a room that no hotel has.
    private func question(to line: any HotelConnector) async -> HotelLinkTest {
        if let diagnosis = await line.diagnosis() {
            return HotelLinkTest(
                state: line.linkState, answeredInMs: diagnosis.isGood ? diagnosis.answeredInMs : nil, failure: nil, diagnosis: diagnosis)
        }
        guard let room = RoomNumber("0") else { preconditionFailure("0 is a room number") }
        let began = now()
        do {
            _ = try await line.findGuests(.room(room))
            return HotelLinkTest(state: line.linkState, answeredInMs: now().ms(since: began), failure: nil)
        } catch {
            return HotelLinkTest(state: line.linkState, answeredInMs: nil, failure: error)
        }
    }
}
