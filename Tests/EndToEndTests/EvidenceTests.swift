import HotelSimulator
import NIOHTTP1
import Operations
import PointOfSale
import Storage
import Testing

@testable import Ardoise

/// An answer is lost in every way it can be; what the hotel shows decides, and its ledger says whether that was right.
@Suite(.serialized, .timeLimit(.minutes(10))) struct EvidenceTests {
    private struct Settlement: Encodable, Sendable {
        let outcome: String
        let note: String
    }

    @Test func `an answer that is lost after booking: the bill proves the charge, and the check closes by itself`() async throws {
        try await House.open(postingTimeoutMs: 1_000, quietMs: 60_000) { house in
            let check = try await house.check()
            let lucia = try await house.guest("204")
            house.running.hotel.arm(.loseAnswer(booked: true))
            let posting = try await house.charge(check, to: lucia).read(ChargeAnswer.self).posting
            try await house.settles(posting)
            #expect(try await house.check(check.id).state == "closed")
            #expect(house.booked(check).map(\.total) == [check.total])
            let story = try await house.story(posting)
            #expect(story.attempts.map(\.fate) == [.booked])
            #expect(story.evidence.last?.code == .referenceOnBill)
        }
    }

    @Test func `a charge that is not on the bill after the quiet period is sent again by machine, once`() async throws {
        try await House.open(postingTimeoutMs: 1_000, quietMs: 400) { house in
            let lucia = try await house.guest("204")
            #expect(try await house.charge(try await house.check(plus: [75]), to: lucia).status == 201)
            let check = try await house.check()
            house.running.hotel.arm(.loseAnswer(booked: false))
            let posting = try await house.charge(check, to: lucia).read(ChargeAnswer.self).posting
            try await house.settles(posting)
            #expect(house.booked(check).map(\.total) == [check.total])
            let story = try await house.story(posting)
            #expect(story.posting.state == .accepted)
            #expect(story.attempts.map(\.fate) == [.notBooked, .booked])
            #expect(story.evidence.contains { $0.code == .referenceNotOnBill && $0.attemptID == story.attempts[0].id })
        }
    }

    @Test(arguments: [Fault.cutBeforeBooking, .cutAfterBooking, .cutInAnswer(bytes: 40)])
    func `a line that is cut where the bill can be read leaves exactly one charge, by machine`(fault: Fault) async throws {
        try await House.open(quietMs: 400) { house in
            let lucia = try await house.guest("204")
            #expect(try await house.charge(try await house.check(plus: [75]), to: lucia).status == 201)
            let check = try await house.check()
            house.running.hotel.arm(fault)
            let posting = try await house.charge(check, to: lucia).read(ChargeAnswer.self).posting
            try await house.settles(posting)
            #expect(try await house.posting(posting.id).state == "accepted")
            #expect(house.booked(check).map(\.total) == [check.total])
            #expect(try await house.story(posting).attempts.count == (fault == .cutBeforeBooking ? 2 : 1))
        }
    }

    @Test(arguments: [true, false])
    func `a lost answer without a bill to read stays in doubt, is listed, and a person decides`(isBooked: Bool) async throws {
        try await House.open(postingTimeoutMs: 1_000, quietMs: 100, showsBills: false) { house in
            let check = try await house.check()
            let lucia = try await house.guest("204")
            house.running.hotel.arm(.loseAnswer(booked: isBooked))
            let posting = try await house.charge(check, to: lucia).read(ChargeAnswer.self).posting
            #expect(try await house.outcome(of: posting) == .inDoubt)
            #expect(try await house.charge(try await house.check(plus: [75]), to: lucia).status == 201)
            #expect(try await house.running.restaurant.postings(in: [.inDoubt], limit: 10).map(\.id.text) == [posting.id])
            #expect(try await house.story(posting).attempts.count == 1)
            let settlement = Settlement(outcome: isBooked ? "accepted" : "notBooked", note: "vu sur la note")
            #expect(try await house.manager.send(.POST, "/api/v1/postings/\(posting.id)/settlement", settlement).status == 200)
            #expect(try await house.check(check.id).state == (isBooked ? "closed" : "open"))
            #expect(house.booked(check).count == (isBooked ? 1 : 0))
        }
    }

    @Test func `the same amount from another till and from reception is not taken for ours`() async throws {
        try await House.open(postingTimeoutMs: 1_000, quietMs: 400) { house in
            let lucia = try await house.guest("204")
            #expect(try await house.charge(try await house.check(plus: [75]), to: lucia).status == 201)
            let check = try await house.check()
            house.running.hotel.arm(.loseAnswer(booked: false))
            let posting = try await house.charge(check, to: lucia).read(ChargeAnswer.self).posting
            try house.running.hotel.change { hotel, atMs throws(DeskRefusal) in
                try hotel.postAsOtherTill(check.total, to: lucia.reservationNumber, atMs: atMs)
                try hotel.postByHand(check.total, on: .reservation(lucia.reservationNumber), atMs: atMs)
            }
            try await house.settles(posting)
            #expect(try await house.posting(posting.id).state == "accepted")
            #expect(house.booked(check).map(\.total) == [check.total])
            #expect(try await house.story(posting).attempts.map(\.fate) == [.notBooked, .booked])
        }
    }

    @Test func `charges that reception routes to another bill are never taken for missing`() async throws {
        try await House.open(postingTimeoutMs: 1_000, quietMs: 200) { house in
            let lucia = try await house.guest("204")
            try house.running.hotel.change { hotel, atMs throws(DeskRefusal) in
                try hotel.route(lucia.reservationNumber, to: .account("40010"), atMs: atMs)
            }
            #expect(try await house.charge(try await house.check(plus: [75]), to: lucia).status == 201)
            let check = try await house.check()
            house.running.hotel.arm(.loseAnswer(booked: true))
            let posting = try await house.charge(check, to: lucia).read(ChargeAnswer.self).posting
            try await house.hasSeen(.billElsewhere, of: posting)
            #expect(try await house.posting(posting.id).state == "inDoubt")
            #expect(try await house.story(posting).attempts.count == 1)
            #expect(house.booked(check).map(\.total) == [check.total])
        }
    }

    @Test func `a late yes after a person said no is taken back by a reversal, and the folio is as if nothing had been`() async throws {
        try await House.open(postingTimeoutMs: 1_000, showsBills: false) { house in
            let check = try await house.check()
            let lucia = try await house.guest("204")
            house.running.hotel.arm(.delayAnswer(ms: 12_000))
            let posting = try await house.charge(check, to: lucia).read(ChargeAnswer.self).posting
            #expect(try await house.outcome(of: posting) == .inDoubt)
            let settlement = Settlement(outcome: "notBooked", note: "pas sur la note")
            #expect(try await house.manager.send(.POST, "/api/v1/postings/\(posting.id)/settlement", settlement).status == 200)
            try await house.reversalIsAccepted(of: posting)
            #expect(house.booked(check).map(\.total) == [check.total, -check.total])
            #expect(try await house.posting(posting.id).state == "notBooked")
            #expect(try await house.check(check.id).remaining == check.total)
        }
    }

    @Test func `a hotel that books after the quiet period is found out by its late answer, and the surplus is reversed`() async throws {
        try await House.open(postingTimeoutMs: 1_000, quietMs: 400) { house in
            let lucia = try await house.guest("204")
            #expect(try await house.charge(try await house.check(plus: [75]), to: lucia).status == 201)
            let check = try await house.check()
            house.running.hotel.arm(.bookLate(ms: 12_000))
            let posting = try await house.charge(check, to: lucia).read(ChargeAnswer.self).posting
            try await house.settles(posting)
            #expect(house.booked(check).map(\.total) == [check.total])
            try await house.reversalIsAccepted(of: posting)
            #expect(house.booked(check).map(\.total) == [check.total, check.total, -check.total])
            #expect(try await house.check(check.id).state == "closed")
        }
    }
}

extension House {
    /// Listens until that has been seen of a posting in doubt, asking for another look when it moves.
    fileprivate func hasSeen(_ code: PostingEvidence.Code, of posting: PostingBody) async throws {
        let id = try #require(PostingID(text: posting.id))
        let news = running.hotel.news()
        running.restaurant.signals.askAgain(id)
        for await _ in news {
            if try await story(posting).evidence.contains(where: { $0.code == code }) { return }
            running.restaurant.signals.askAgain(id)
        }
    }

    /// Listens until the posting that takes this one back has been booked.
    fileprivate func reversalIsAccepted(of posting: PostingBody) async throws {
        let updates = running.restaurant.signals.updates()
        let isDone = { try await story(posting).reversals.contains { $0.state == .accepted } }
        if try await isDone() { return }
        for await _ in updates where try await isDone() { return }
    }
}
