import Foundation
import PointOfSale
import Storage
import TestSupport

@testable import Ardoise

/// Compares what a till has on disk with what the hotel has booked and with what the waiters were told.
struct KillAudit {
    /// What kills have done so far.
    struct Tally: Sendable {
        var kills = 0
        var charges = 0
        var halfSent = 0
        var inDoubt = 0
        var booked = 0

        static func + (a: Tally, b: Tally) -> Tally {
            Tally(
                kills: a.kills + b.kills, charges: a.charges + b.charges, halfSent: a.halfSent + b.halfSent, inDoubt: a.inDoubt + b.inDoubt,
                booked: a.booked + b.booked)
        }
    }

    /// A charge that is not where it should be.
    struct Wrong: Error, CustomStringConvertible {
        let description: String
    }

    /// The newest postings of a till that is dead, read from a copy of its file and log, as the kill left them.
    static func newestPostings(in folder: String, limit: Int) async throws -> [FolioPosting] {
        let copy = Program.folder()
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: copy) }
        let original = DataFolder(path: folder).databasePath
        let database = DataFolder(path: copy).databasePath
        for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: original + ending) {
            try FileManager.default.copyItem(atPath: original + ending, toPath: database + ending)
        }
        let opened = try SQLiteDatabase.open(at: database)
        let postings = try await opened.read { tx in try tx.postings(in: [], before: nil, limit: limit) }
        try await opened.checkIntegrity()
        try await opened.close()
        return postings
    }

    /// Everything, once both are at rest. Throws `Wrong` for the first charge that is twice, lost, in another room, or not as it was told.
    static func compare(_ postings: [FolioPosting], _ ledger: [LedgerBody], _ told: [KillHouse.Promise]) throws -> Tally {
        let bookings = Dictionary(grouping: ledger.filter { $0.kind == "booked" }) { $0.details?.checkNumber ?? "" }
        let known = Dictionary(grouping: postings) { String($0.checkNumber) }
        for (check, booked) in bookings where known[check] == nil {
            throw Wrong(description: "the hotel booked check \(check) \(booked.count) times, and the till knows no posting of it")
        }
        for posting in postings where posting.reverses == nil {
            try judge(posting, bookings[String(posting.checkNumber)] ?? [])
        }
        for promise in told {
            guard let answer = promise.answer else { continue }
            guard let posting = postings.first(where: { $0.id.text == answer.id }) else {
                throw Wrong(description: "check \(promise.checkNumber): the waiter was told \(answer.state), and the posting is gone")
            }
            guard answer.state != "accepted" || posting.state == .accepted else {
                throw Wrong(description: "check \(promise.checkNumber): the waiter was told accepted, and it is \(posting.state)")
            }
            guard posting.guest?.roomNumber.text == promise.room, posting.breakdown.total.minorUnits == promise.total else {
                throw Wrong(description: "check \(promise.checkNumber): the posting is not what was asked for")
            }
        }
        return Tally(
            charges: postings.count, inDoubt: postings.filter { $0.state == .inDoubt }.count,
            booked: bookings.values.reduce(0) { $0 + $1.count })
    }

    private static func judge(_ posting: FolioPosting, _ booked: [LedgerBody]) throws {
        let name = "check \(posting.checkNumber), \(posting.state)"
        let total = posting.breakdown.total.minorUnits
        let right = booked.allSatisfy { $0.room == posting.guest?.roomNumber.text && abs($0.totalMinor ?? 0) == total }
        guard right else { throw Wrong(description: "\(name): the hotel booked another room or amount") }
        let allowed: ClosedRange<Int>
        switch posting.state {
        case .accepted: allowed = 1...1
        case .inDoubt: allowed = 0...1
        case .refused, .withdrawn, .notBooked, .queued: allowed = 0...0
        case .sending: throw Wrong(description: "\(name): left half-sent by a start")
        }
        let net = booked.filter { $0.totalMinor == total }.count - booked.filter { $0.totalMinor == -total }.count
        guard allowed.contains(net) else { throw Wrong(description: "\(name): booked \(net) times") }
    }
}
