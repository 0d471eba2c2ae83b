package import PointOfSale
import Storage

/// What a try of the line to OPERA Cloud showed.
package struct OperaCloudTest: Hashable, Sendable {
    /// How the line stands.
    package let state: HotelLinkState
    /// Step by step; nil when there is no line to try.
    package let walk: HotelLineWalk?

    /// Whether room charges would go through now.
    package var isGood: Bool { walk.map { $0.failure == nil } ?? false }
}

extension Restaurant {
    /// Tries the line to OPERA Cloud step by step, as it was saved last, and keeps the hotel's own codes if it lists them. Books nothing.
    /// - Throws: `Refusal.notPermitted`, `.integrationMissing`.
    package func testOperaCloud(by cashier: Cashier, waitMs: Int = linkTestWaitMsMax) async throws -> OperaCloudTest {
        try cashier.mustBeAllowed(.configure)
        guard try await database.read({ tx in try tx.operaCloudLink() }) != nil else { throw Refusal.integrationMissing }
        await lineFollowsChanges(waitMs: waitMs)
        let walk = await hotel.walk()
        if let codes = walk?.codes {
            let moment = now()
            try await database.write { tx in try tx.setHotelCodes(codes, readAt: moment) }
        }
        return OperaCloudTest(state: hotel.linkState, walk: walk)
    }

    /// Waits until the line is as the settings say that were saved last: the one of before says nothing about them.
    private func lineFollowsChanges(waitMs: Int) async {
        let wakes = signals.wakes()
        let newest = hotelLinkChanges.newest
        guard !hotelLinkChanges.isFollowed(newest) else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [hotelLinkChanges] in
                for await _ in wakes where hotelLinkChanges.isFollowed(newest) { return }
            }
            group.addTask { try? await Task.sleep(for: .milliseconds(waitMs)) }
            await group.next()
            group.cancelAll()
        }
    }
}
