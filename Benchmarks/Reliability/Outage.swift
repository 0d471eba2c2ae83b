import FIAS
import Foundation
import HotelGateway
import HotelSimulator
import Operations
import PointOfSale
import Storage

/// The hotel has been away for days: what waits for it, how fast it goes when the line is back, and in what sequence.
enum Outage {
    static let countDefault = 10_000
    private static let waitingOutlet = 2
    private static let looks = 20
    /// A look counts all that waits, which takes long while there is much: seldom, or looking is what is measured.
    private static let lookAgainMs = 1_000
    private static let file = "outage.sqlite"

    struct Results: Sendable {
        let count: Int
        let lookMs: Double
        let countMs: Double
        let pageMs: Double
        let perSecond: Double
        let booked: Int
        let furthestOutOfTurn: Int
    }

    static func measure(_ machine: Machine) async throws -> Results {
        let count = machine.count ?? countDefault
        let path = machine.folder.appending(path: file).path
        let catalogue = try TillRig.brasserie()
        let database = try SQLiteDatabase.open(at: path)
        _ = try await catalogue.load(into: database, pepper: PINPepper.random(), at: Timestamp(milliseconds: 1_795_000_000_000))
        try await LargeFile(database: database).addQueuedPostings(count, outlet: waitingOutlet)
        let due = Timestamp(milliseconds: 1_800_000_000_000)
        let lookMs = try await milliseconds { try await database.write { tx in _ = try tx.claimNextPosting(at: due, refusableOnly: true) } }
        let countMs = try await milliseconds { _ = try await database.read { tx in try tx.openPostingCounts() } }
        let pageMs = try await milliseconds {
            _ = try await database.read { tx in try tx.postings(in: [.queued, .inDoubt], before: nil, limit: 50) }
        }
        try await database.close()
        return try await HotelRig.run(machine) { rig in
            try await TillRig.run(machine, rig, file: file) { till in
                let clock = ContinuousClock()
                let start = clock.now
                while try await till.restaurant.openPostingCounts().values.reduce(0, +) > 0 {
                    try await clock.sleep(for: .milliseconds(lookAgainMs))
                }
                let seconds = (clock.now - start) / .seconds(1)
                let booked = rig.hotel.ledger.entries.compactMap { entry -> Int? in
                    guard case .booked(let booking) = entry.event else { return nil }
                    return Int(booking.charge.details.checkNumber).map { $0 - 90_000_000 }
                }
                return Results(
                    count: count, lookMs: lookMs, countMs: countMs, pageMs: pageMs, perSecond: Double(count) / seconds,
                    booked: Set(booked).count == booked.count ? booked.count : -booked.count,
                    furthestOutOfTurn: booked.enumerated().map { abs($0.offset + 1 - $0.element) }.max() ?? 0)
            }
        }
    }

    private static func milliseconds(_ body: () async throws -> Void) async throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        for _ in 0..<looks { try await body() }
        return (clock.now - start) / .milliseconds(1) / Double(looks)
    }
}

extension Section {
    static let outage = Section(title: "Outage: what waited is drained in its sequence") { machine, _ in
        let results = try await Outage.measure(machine)
        let name = "of \(results.count) queued"
        return [
            Figure("a look at the queue while the line is down", results.lookMs, "ms", .atMost(5)),
            Figure("counting what is open", results.countMs, "ms"),
            Figure("the page of postings", results.pageMs, "ms", .atMost(50)),
            Figure("booked exactly once, \(name)", Double(results.booked), "", .atLeast(Double(results.count))),
            Figure("furthest out of turn, places", Double(results.furthestOutOfTurn), "", .atMost(Double(RoomCharging.inFlight))),
            Figure("drained", results.perSecond, "/s"),
        ]
    }
}
