import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@Suite struct HotelDeskTests {
    @Test func `a calm desk says so`() async throws {
        let house = try await TestHouse.open()
        let desk = try await house.restaurant.hotelDesk()
        #expect(desk.queue == nil && desk.doubts.isEmpty && desk.doubtCount == 0 && desk.attention.isEmpty && desk.recent.isEmpty)
        #expect(desk.charged.count == 0 && desk.charged.total == Sample.euros(0))
        #expect(desk.link.isAlive)
    }

    @Test func `the queue tells how many, since when and what holds it`() async throws {
        let house = try await TestHouse.open()
        let first = try await house.charge(key: 1)
        house.clock.advance(ms: 60_000)
        _ = try await house.charge(key: 2)
        var queue = try #require(try await house.restaurant.hotelDesk().queue)
        #expect(queue.count == 2 && queue.oldestSince == first.posting.createdAt && queue.hold == nil)
        let phases: [(HotelLinkState.Phase, HotelDesk.Hold)] = [
            (.down, .linkDown), (.connecting, .connecting), (.nightAudit, .nightAudit), (.resyncing, .resyncing),
        ]
        for (phase, hold) in phases {
            house.hotel.link(is: phase)
            #expect(try await house.restaurant.hotelDesk().queue?.hold == hold)
        }
        house.hotel.link(is: .alive)
        let attempt = try await house.send(number: 7)
        try await house.end(attempt, fate: .notBooked, PostingConclusion(.queued, code: "retry"))
        queue = try #require(try await house.restaurant.hotelDesk().queue)
        #expect(queue.count == 2 && queue.hold == .hotelAskedToWait)
    }

    @Test func `doubts come oldest first with what was seen of them`() async throws {
        let house = try await TestHouse.open()
        let older = try await house.doubted(41)
        house.clock.advance(ms: 5000)
        let newer = try await house.doubted(42)
        let seen = PostingEvidence(
            id: .make(at: house.clock.now), postingID: older.posting.id, attemptID: nil, seenAt: house.clock.now, source: .bill,
            finding: .cannotTell, code: .notOnBillYet)
        try await house.database.write { tx in _ = try tx.insertEvidence(seen) }
        let desk = try await house.restaurant.hotelDesk()
        #expect(desk.doubts.map(\.posting.id) == [older.posting.id, newer.posting.id] && desk.doubtCount == 2)
        #expect(desk.doubts[0].evidence == [seen] && desk.doubts[0].reference == "A\(older.check.number).41")
    }

    @Test func `a settled doubt is journaled with who and why and leaves the desk`() async throws {
        let house = try await TestHouse.open()
        let charge = try await house.doubted(41)
        try await house.restaurant.askAgain(charge.posting.id, by: house.helene)
        _ = try await house.restaurant.settleDoubt(of: charge.posting.id, isOnFolio: true, note: "Vu à la réception", by: house.helene)
        #expect(try await house.restaurant.hotelDesk().doubts.isEmpty)
        let journal = try await house.database.read { tx in try tx.journalEntries(subject: charge.posting.id.text) }
        let settled = try #require(journal.first { $0.kind == .doubtSettledBooked })
        #expect(settled.note == "Vu à la réception" && settled.cashierID == house.helene.id)
        #expect(journal.contains { $0.kind == .doubtAskedAgain && $0.cashierID == house.helene.id })
    }

    @Test func `what came back after a wait needs somebody until its check is paid`() async throws {
        let house = try await TestHouse.open()
        let charge = try await house.charge(key: 1)
        house.clock.advance(ms: HotelDesk.cameBackAfterMs)
        let attempt = try await house.send(number: 9)
        try await house.end(attempt, fate: .notBooked, PostingConclusion(.refused, code: "guestNotFound"))
        let attention = try await house.restaurant.hotelDesk().attention
        #expect(attention.map(\.kind) == [.cameBack] && attention[0].posting.id == charge.posting.id)
        #expect(attention[0].remaining == charge.check.totals.total)
        _ = try await house.restaurant.takePayment(
            on: charge.check.id, key: Sample.key(77), method: try await house.method("CARD").id, amount: charge.check.totals.total,
            tip: Sample.euros(0), cashGiven: nil, by: house.anna)
        #expect(try await house.restaurant.hotelDesk().attention.isEmpty)
    }

    @Test func `what is refused under the waiter's eyes does not go to the desk`() async throws {
        let house = try await TestHouse.open()
        _ = try await house.charge(key: 1)
        try await house.end(try await house.send(number: 9), fate: .notBooked, PostingConclusion(.refused, code: "creditLimit"))
        #expect(try await house.restaurant.hotelDesk().attention.isEmpty)
    }

    @Test func `a charge that is still sending after two minutes is shown`() async throws {
        let house = try await TestHouse.open()
        let charge = try await house.charge(key: 1)
        _ = try await house.send(number: 9)
        house.clock.advance(ms: HotelDesk.sendingMsMax - 1)
        #expect(try await house.restaurant.hotelDesk().attention.isEmpty)
        house.clock.advance(ms: 1)
        let attention = try await house.restaurant.hotelDesk().attention
        #expect(attention.map(\.kind) == [.sendingLong] && attention[0].posting.id == charge.posting.id)
    }

    @Test func `what the hotel booked once too often is shown until it is taken back`() async throws {
        let house = try await TestHouse.open()
        let charge = try await house.doubted(41)
        _ = try await house.restaurant.settleDoubt(of: charge.posting.id, isOnFolio: false, note: "absent", by: house.helene)
        let now = house.clock.now
        try await house.database.write { tx in
            let posting = try tx.posting(charge.posting.id)!
            let attempt = try tx.attempts(of: posting.id)[0]
            _ = try tx.learn(.booked(attempt.id, code: "lateAnswer"), about: posting, at: now)
        }
        var attention = try await house.restaurant.hotelDesk().attention
        #expect(attention.contains { $0.kind == .beingReversed && $0.posting.breakdown.total == -charge.posting.breakdown.total })
        try await house.end(try await house.send(number: 43), fate: .notBooked, PostingConclusion(.refused, code: "denied"))
        attention = try await house.restaurant.hotelDesk().attention
        #expect(attention.contains { $0.kind == .reversalRefused && $0.posting.isReversal })
    }

    @Test func `what was charged today counts what the hotel accepted of today's checks`() async throws {
        let house = try await TestHouse.open()
        let first = try await house.booked(1)
        let second = try await house.booked(2)
        _ = try await house.doubted(3)
        let charged = try await house.restaurant.hotelDesk().charged
        #expect(charged.count == 2 && charged.total == first.check.totals.total + second.check.totals.total)
        house.clock.advance(ms: 24 * 60 * 60 * 1000)
        #expect(try await house.restaurant.hotelDesk().charged.count == 0)
    }
}
