import HotelSimulator
import NIOHTTP1
import Operations
import PointOfSale
import Storage
import Testing

@testable import Ardoise

/// The hotel is away, busy with itself, or has changed while charges waited. Outlet 2, the bar, lets charges wait; outlet 1 does not.
@Suite(.serialized, .timeLimit(.minutes(10))) struct OutageTests {
    private static let coffee = [75]

    @Test func `while the hotel is away charges wait, and then go out in order, each guest looked up anew`() async throws {
        try await House.open { house in
            let rooms = ["204", "118", "0910", "204", "118", "0910", "204", "118"]
            var guests: [String: GuestBody] = [:]
            for room in Set(rooms) { guests[room] = try await house.guest(room) }
            try await house.hotelGoesAway()
            var waiting: [(check: CheckBody, posting: PostingBody)] = []
            for room in rooms {
                let check = try await house.check(plus: Self.coffee, outlet: 2)
                let answer = try await house.charge(check, to: try #require(guests[room]))
                #expect(answer.status == 202)
                waiting.append((check, try answer.read(ChargeAnswer.self).posting))
            }
            #expect(waiting.allSatisfy { house.booked($0.check).isEmpty })
            let recordsBefore = house.running.hotel.wire.count

            try await house.hotelIsBack()
            for (check, posting) in waiting {
                try await house.settles(posting)
                #expect(house.booked(check).map(\.total) == [check.total])
            }
            var numbers: [Int] = []
            for (_, posting) in waiting { numbers += try await house.story(posting).attempts.suffix(1).map(\.number) }
            #expect(numbers == numbers.sorted())
            let asked = house.running.hotel.wire.dropFirst(recordsBefore).filter { !$0.fromHotel }.map(\.text)
            for room in Set(rooms) {
                let inquiry = asked.firstIndex { $0.contains("|PI\(room)|") }
                let posting = asked.firstIndex { $0.contains("|RN\(room)|") && $0.contains("|TA") }
                let (first, second) = (try #require(inquiry), try #require(posting))
                #expect(first < second, "\(room)")
            }
        }
    }

    @Test func `while the hotel is away an outlet that does not wait is told so, and nothing is sent later`() async throws {
        try await House.open { house in
            let lucia = try await house.guest("204")
            let check = try await house.check(plus: Self.coffee, outlet: 1)
            try await house.hotelGoesAway()
            #expect(try await house.charge(check, to: lucia).status == 503)
            try await house.hotelIsBack()
            let other = try await house.check(plus: Self.coffee, outlet: 1)
            #expect(try await house.charge(other, to: lucia).status == 201)
            #expect(house.booked(check).isEmpty)
            #expect(try await house.check(check.id).remaining == check.total)
        }
    }

    @Test(arguments: [true, false])
    func `a guest who left or moved while the charge waited is not charged, and somebody is asked`(hasLeft: Bool) async throws {
        try await House.open { house in
            let petrov = try await house.guest("118")
            try await house.hotelGoesAway()
            let check = try await house.check(plus: Self.coffee, outlet: 2)
            let posting = try await house.charge(check, to: petrov).read(ChargeAnswer.self).posting
            try house.running.hotel.change { hotel, atMs throws(DeskRefusal) in
                if hasLeft { return try hotel.checkOut(petrov.reservationNumber, atMs: atMs) }
                let free = hotel.roomNumbers.first { hotel.rooms[$0]?.isDummy == false && hotel.guests(inRoom: $0).isEmpty }
                try hotel.move(petrov.reservationNumber, to: free ?? "", atMs: atMs)
            }
            try await house.hotelIsBack()
            try await house.settles(posting)
            #expect(try await house.posting(posting.id).state == "refused")
            #expect(house.booked(check).isEmpty)
            #expect(try await house.check(check.id).remaining == check.total)
        }
    }

    @Test func `during the night audit charges wait, and are booked on the hotel's new day`() async throws {
        try await House.open { house in
            let lucia = try await house.guest("204")
            let evening = house.running.hotel.snapshot.businessDate
            try house.running.hotel.change { hotel, atMs throws(DeskRefusal) in try hotel.startNightAudit(atMs: atMs) }
            try await house.link(is: .nightAudit)
            let check = try await house.check(plus: Self.coffee, outlet: 2)
            let posting = try await house.charge(check, to: lucia).read(ChargeAnswer.self).posting
            #expect(try await house.posting(posting.id).state == "queued")
            #expect(house.booked(check).isEmpty)
            try house.running.hotel.change { hotel, atMs throws(DeskRefusal) in try hotel.finishNightAudit(atMs: atMs) }
            try await house.settles(posting)
            #expect(house.booked(check).map(\.total) == [check.total])
            let entry = try #require(house.running.hotel.ledger.entries.last { $0.event.isBooking })
            #expect(entry.businessDate == evening.adding(days: 1))
        }
    }

    @Test func `a night audit that nobody announced is answered NA: the charge waits and is sent once it is over`() async throws {
        try await House.open { house in
            let lucia = try await house.guest("204")
            let check = try await house.check(plus: Self.coffee, outlet: 2)
            house.running.hotel.change { hotel, _ in hotel.settings.announcesNightAudit = false }
            try house.running.hotel.change { hotel, atMs throws(DeskRefusal) in try hotel.startNightAudit(atMs: atMs) }
            let posting = try await house.charge(check, to: lucia).read(ChargeAnswer.self).posting
            let changes = house.running.restaurant.signals.changes(of: try #require(PostingID(text: posting.id)))
            if try await house.story(posting).attempts.first?.fate != .notBooked {
                for await change in changes where change.state == .queued { break }
            }
            #expect(house.booked(check).isEmpty)
            #expect(try await house.posting(posting.id).state != "accepted")
            try house.running.hotel.change { hotel, atMs throws(DeskRefusal) in try hotel.finishNightAudit(atMs: atMs) }
            try await house.settles(posting)
            #expect(house.booked(check).map(\.total) == [check.total])
            let fates = try await house.story(posting).attempts.map(\.fate)
            #expect(fates.count >= 2 && fates.last == .booked && fates.dropLast().allSatisfy { $0 == .notBooked })
        }
    }

    @Test func `during a swap of the house nothing is sent, and what waited goes out after it`() async throws {
        try await House.open { house in
            let lucia = try await house.guest("204")
            let check = try await house.check(plus: Self.coffee, outlet: 2)
            house.running.hotel.disturb(.resync(ms: 6_000))
            try await house.link(is: .resyncing)
            let posting = try await house.charge(check, to: lucia).read(ChargeAnswer.self).posting
            try await house.settles(posting)
            #expect(house.booked(check).map(\.total) == [check.total])
            let records = house.running.hotel.wire.map(\.text)
            let start = try #require(records.lastIndex { $0.hasPrefix("DS|") })
            let end = try #require(records.lastIndex { $0.hasPrefix("DE|") })
            #expect(house.running.hotel.wire[start..<end].allSatisfy { $0.fromHotel })
        }
    }

    @Test func `a hotel that ends the link is answered, and the next link carries the next charge`() async throws {
        try await House.open { house in
            let lucia = try await house.guest("204")
            let news = house.running.hotel.news()
            house.running.hotel.disturb(.endLink)
            for await _ in news where house.running.hotel.wire.contains(where: { !$0.fromHotel && $0.text.hasPrefix("LE|") }) { break }
            let check = try await house.check(plus: Self.coffee, outlet: 2)
            let posting = try await house.charge(check, to: lucia).read(ChargeAnswer.self).posting
            try await house.settles(posting)
            #expect(house.booked(check).map(\.total) == [check.total])
            #expect(try await house.story(posting).attempts.filter { $0.fate == .booked }.count == 1)
        }
    }
}

extension LedgerEvent {
    fileprivate var isBooking: Bool {
        if case .booked = self { true } else { false }
    }
}
