import Foundation
import HotelSimulator
import PointOfSale
import SimulatedDisk
import Storage
import TestSupport

/// One history of a till and an OPERA Cloud, in virtual time: the same seed gives the same history.
package struct CloudHistory: Sendable {
    package let seed: UInt64
    package let findings: [Finding]
    package let tally: CloudTally

    /// Plays the history of a seed. Its tasks run on a thread of its own, one at a time.
    package static func play(seed: UInt64, in house: HouseImage) async throws -> CloudHistory {
        let stage = try CloudStage(seed: seed, house: house)
        let numbers = Chances(seed: seed ^ 0x1D1D)
        let identifiers = IdentifierChance { numbers.bits() }
        async let ended: Bool = stage.runOnThread(identifiers)
        await withTaskExecutorPreference(stage.conductor) {
            await IdentifierChance.$current.withValue(identifiers) {
                await stage.till.live()
            }
            stage.conductor.end()
        }
        return try stage.judged(hasEnded: await ended)
    }
}

/// The till, the network and the hotel of one history, and who goes on when.
private struct CloudStage: Sendable {
    private static let stackBytes = 4 << 20
    /// How long a history may be, ms.
    private static let virtualMsMax: Int64 = 2 * 3_600_000

    let conductor = Conductor()
    let till: CloudTill
    private let seed: UInt64
    private let time: VirtualTime
    private let hotel: SimulatedHotel
    private let network: CloudNetwork
    private let disk: SimulatedDisk
    private let database: SQLiteDatabase
    private let dice: Dice

    init(seed: UInt64, house: HouseImage) throws {
        var dice = Dice(seed: seed)
        let plan = CloudPlan(by: &dice)
        let time = VirtualTime(wallMs: HouseImage.beginsAt.milliseconds, draws: .init(seed: seed ^ 0xA5A5))
        disk = SimulatedDisk(house.disk)
        database = try SQLiteDatabase.stepped(at: disk.path(HouseImage.databaseFile))
        hotel = SimulatedHotel(CloudHotel.hotel(atMs: time.wallMs, plan: plan), now: { time.wallMs })
        network = CloudNetwork(desk: OHIPDesk(hotel), time: time, rate: plan.mishapRate, seed: dice.next())
        till = CloudTill(database: database, house: house, time: time, network: network, plan: plan)
        self.seed = seed
        self.time = time
        self.dice = dice
    }

    /// Plays on a thread. False when nothing would ever have happened again.
    func runOnThread(_ identifiers: IdentifierChance) async -> Bool {
        await withCheckedContinuation { waiter in
            let thread = Thread {
                waiter.resume(returning: IdentifierChance.$current.withValue(identifiers) { run() })
            }
            thread.stackSize = Self.stackBytes
            thread.start()
        }
    }

    private func run() -> Bool {
        var dice = dice
        conductor.waitForFirst()
        while !conductor.isOver {
            let ready = conductor.readyCount
            if ready > 0 {
                conductor.runOne(at: ready == 1 ? 0 : dice.int(0...(ready - 1)))
            } else if database.writesWaiting > 0 {
                database.commitWaiting()
            } else {
                guard let next = time.nextMs, next < Self.virtualMsMax else { return false }
                time.advance(toMs: next)
                _ = time.wakeOne()
            }
        }
        return true
    }

    /// Compares the books.
    func judged(hasEnded: Bool) throws -> CloudHistory {
        let postings = try database.readNow { tx in try tx.allPostings() }
        var auditor = CloudAuditor(postings: postings, hotel: hotel.snapshot)
        auditor.judge()
        if !hasEnded { auditor.find(.other, "T1", "nothing will ever happen again, and the till has not ended") }
        let arrivals = network.desk.requestLog.map(\.atMs)
        let busiest = Self.busiestSecond(arrivals)
        if busiest > CloudTally.requestsPerSecondMax { auditor.find(.other, "E4", "\(busiest) requests within a second") }
        let doubts = till.doubts.times
        if doubts.slowestUndisturbedMs > CloudTally.doubtMsMax {
            auditor.find(.other, "E2", "a doubt took \(doubts.slowestUndisturbedMs) ms to settle")
        }
        for refusal in doubts.refusals { auditor.find(.other, "T1", "a charge was not taken: \(refusal)") }
        var tally = auditor.tally
        tally.requests = arrivals.count
        tally.busiestSecond = busiest
        tally.virtualMs = time.uptimeMs
        tally.mishaps = network.mishaps
        tally.doubtsSettled = doubts.settled
        tally.slowestDoubtMs = doubts.slowestMs
        tally.slowestUndisturbedMs = doubts.slowestUndisturbedMs
        return CloudHistory(seed: seed, findings: auditor.findings, tally: tally)
    }

    /// The most requests that came within any second.
    private static func busiestSecond(_ arrivals: [Int64]) -> Int {
        var (first, most) = (0, 0)
        for (index, moment) in arrivals.enumerated() {
            while arrivals[first] <= moment - 1000 { first += 1 }
            most = max(most, index - first + 1)
        }
        return most
    }
}

extension SQLTransaction {
    fileprivate func allPostings() throws -> [FolioPosting] {
        try postings(in: Set(PostingState.allCases), before: nil, limit: 1_000)
    }
}
