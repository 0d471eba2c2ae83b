import HotelSimulator
import NIOHTTP1
import PointOfSale
import Testing

@testable import Ardoise

/// The line fails in every way it can; the hotel's ledger decides.
@Suite(.serialized) struct DoubtTests {
    private struct Settlement: Encodable, Sendable {
        let outcome: String
        let note: String
    }

    @Test(arguments: [true, false])
    func `the line cut after the posting leaves it in doubt, never sent again, until a person decides`(isBooked: Bool) async throws {
        try await House.open(showsBills: false) { house in
            let check = try await house.check()
            let lucia = try await house.guest("204")
            house.running.hotel.arm(isBooked ? .cutAfterBooking : .cutBeforeBooking)
            let answer = try await house.charge(check, to: lucia)
            #expect(answer.status == 202)
            let posting = try answer.read(ChargeAnswer.self).posting
            #expect(try await house.outcome(of: posting) == .inDoubt)
            try await house.running.linkComesUp()
            // The link is back and another charge goes through; the one in doubt stays where it is.
            let other = try await house.check(plus: [75])
            #expect(try await house.charge(other, to: try await house.guest("118")).status == 201)
            #expect(try await house.posting(posting.id).state == "inDoubt")
            #expect(house.booked(check).count == (isBooked ? 1 : 0))
            #expect(try await house.check(check.id).state == "open")

            let path = "/api/v1/postings/\(posting.id)/settlement"
            let settlement = Settlement(outcome: isBooked ? "accepted" : "notBooked", note: "vu sur la note")
            #expect(try await house.waiter.send(.POST, path, settlement).status == 403)
            #expect(try await house.manager.send(.POST, path, settlement).status == 200)
            #expect(try await house.check(check.id).state == (isBooked ? "closed" : "open"))
            #expect(try await house.check(check.id).remaining == (isBooked ? 0 : check.total))
            #expect(house.booked(check).count == (isBooked ? 1 : 0))
        }
    }

    @Test(arguments: [Fault.Nonsense.unknownStatus, .missingStatus])
    func `an answer that is neither yes nor no leaves doubt, not a second charge`(nonsense: Fault.Nonsense) async throws {
        try await House.open(showsBills: false) { house in
            let check = try await house.check()
            let lucia = try await house.guest("204")
            house.running.hotel.arm(.nonsense(nonsense))
            let answer = try await house.charge(check, to: lucia)
            #expect(answer.status == 202)
            #expect(try await house.outcome(of: answer.read(ChargeAnswer.self).posting) == .inDoubt)
            #expect(house.booked(check).count == 1)
        }
    }

    @Test func `a slow hotel is watched, not waited for; a double answer changes nothing`() async throws {
        try await House.open { house in
            let check = try await house.check()
            let lucia = try await house.guest("204")
            house.running.hotel.arm(.duplicateAnswer)
            #expect(try await house.charge(check, to: lucia).status == 201)
            let slow = try await house.check()
            house.running.hotel.arm(.delayAnswer(ms: 3600))
            let answer = try await house.charge(slow, to: lucia)
            #expect(answer.status == 202)
            let posting = try answer.read(ChargeAnswer.self).posting
            #expect(answer.headers["Location"].first?.hasSuffix(posting.id) == true)
            #expect(try await house.outcome(of: posting) == .accepted)
            #expect(house.booked(slow).count == 1)
            #expect(house.booked(check).count == 1)
        }
    }

    @Test(arguments: [("CO", "creditLimit"), ("DN", "denied"), ("UR", "unprocessable"), ("NG", "guestNotFound")])
    func `a refusal frees the check and books nothing`(status: String, code: String) async throws {
        try await House.open { house in
            let check = try await house.check()
            let lucia = try await house.guest("204")
            house.running.hotel.arm(.refuse(status: status))
            #expect(try await house.charge(check, to: lucia).status == 422)
            #expect(house.booked(check).isEmpty)
            #expect(try await house.check(check.id).remaining == check.total)
            #expect(try await house.charge(check, to: lucia).status == 201)
            #expect(house.booked(check).count == 1)
        }
    }

    @Test func `no answer in time is doubt, a late answer settles it, and nothing is sent twice`() async throws {
        try await House.open(postingTimeoutMs: 300, showsBills: false) { house in
            let check = try await house.check()
            let lucia = try await house.guest("204")
            house.running.hotel.arm(.delayAnswer(ms: 2500))
            let posting = try await house.charge(check, to: lucia).read(ChargeAnswer.self).posting
            #expect(try await house.outcome(of: posting) == .inDoubt)
            #expect(try await house.check(check.id).state == "open")
            try await house.settles(posting)
            #expect(try await house.posting(posting.id).state == "accepted")
            #expect(try await house.check(check.id).state == "closed")
            #expect(house.booked(check).count == 1)
        }
    }

    @Test(arguments: [HotelProfile.protel, .minimal])
    func `S1-06: hotels of other kinds are charged the same way`(profile: HotelProfile) async throws {
        try await House.open(profile: profile) { house in
            let check = try await house.check()
            #expect(try await house.charge(check, to: try await house.guest("204")).status < 300)
            #expect(house.booked(check).map(\.total) == [check.total])
        }
    }
}
