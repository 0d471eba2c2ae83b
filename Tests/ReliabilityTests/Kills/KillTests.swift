import Foundation
import NIOHTTP1
import PointOfSale
import TestSupport
import Testing

@testable import Ardoise

/// Real processes, real sockets, real disk, `kill -9`. `make kills N=2000` asks for more than every test run does.
struct KillTests {
    /// How many kills, unless `ARDOISE_KILLS` says otherwise.
    private static let killsDefault = 216
    /// How many kills one house sees before its books are compared.
    private static let killsPerHouse = 27
    /// How many houses live at once.
    private static let lanes = 3

    @Test func `killed at any moment, a till charges nobody twice, loses nothing, and lists what is in doubt`() async throws {
        let wanted = ProcessInfo.processInfo.environment["ARDOISE_KILLS"].flatMap(Int.init) ?? Self.killsDefault
        let seed = ProcessInfo.processInfo.environment["ARDOISE_SEED"].flatMap(UInt64.init) ?? 1
        let houses = (wanted + Self.killsPerHouse - 1) / Self.killsPerHouse
        let tally = try await withThrowingTaskGroup(of: KillAudit.Tally.self) { group in
            for lane in 0..<min(Self.lanes, houses) {
                group.addTask {
                    var tally = KillAudit.Tally()
                    for house in stride(from: lane, to: houses, by: Self.lanes) {
                        tally = tally + (try await Self.live(through: Self.killsPerHouse, seed: seed + UInt64(house)))
                    }
                    return tally
                }
            }
            return try await group.reduce(KillAudit.Tally(), +)
        }
        #expect(tally.kills >= wanted)
        #expect(tally.halfSent > 0, "no kill found a charge half-sent: \(tally)")
        #expect(tally.booked > tally.kills / 2, "hardly anything was booked: \(tally)")
        print(
            "\(tally.kills) kills: \(tally.charges) charges, \(tally.booked) booked, 0 twice, 0 lost, 0 in another room;",
            "\(tally.halfSent) found half-sent, all listed; \(tally.inDoubt) in doubt at the end.")
    }

    /// One house through so many kills, then the comparison of its books with the hotel's.
    private static func live(through kills: Int, seed: UInt64) async throws -> KillAudit.Tally {
        var generator = SeededGenerator(seed: seed)
        let house = try await KillHouse.open()
        var halfSent: [FolioPosting] = []
        var halfSentCount = 0
        for number in 0..<kills {
            let point = KillPoint.allCases[number % KillPoint.allCases.count]
            let suspects = halfSent
            do {
                try await house.round(point, using: &generator) { till in try await Self.expectListed(suspects, by: till) }
            } catch {
                throw KillAudit.Wrong(description: "seed \(seed), kill \(number) at \(point): \(error)")
            }
            halfSent = try await KillAudit.newestPostings(in: house.folder, limit: 20).filter { $0.state == .sending }
            halfSentCount += halfSent.count
        }
        let suspects = halfSent
        let ledger: [LedgerBody] = try await house.closeDown { till in try await Self.expectListed(suspects, by: till) }
        do {
            let postings = try await KillAudit.newestPostings(in: house.folder, limit: .max)
            var tally = try KillAudit.compare(postings, ledger, house.told)
            tally.kills = kills
            tally.halfSent = halfSentCount
            return tally
        } catch {
            throw KillAudit.Wrong(description: "seed \(seed): \(error)")
        }
    }

    /// What was found half-sent is in doubt and listed, or evidence has settled it since.
    private static func expectListed(_ suspects: [FolioPosting], by till: TillClient) async throws {
        guard !suspects.isEmpty else { return }
        let listed: PostingsBody = try await till.call(.GET, "/api/v1/postings?state=inDoubt")
        for suspect in suspects where !listed.postings.contains(where: { $0.id == suspect.id.text }) {
            let now: PostingBody = try await till.call(.GET, "/api/v1/postings/\(suspect.id)")
            guard now.state == "accepted" else {
                throw KillAudit.Wrong(description: "check \(suspect.checkNumber) was half-sent, is now \(now.state), and is not listed")
            }
        }
    }
}
