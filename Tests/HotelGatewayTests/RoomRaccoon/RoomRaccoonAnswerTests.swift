import PointOfSale
import TestSupport
import Testing

@testable import HotelGateway

@Suite struct RoomRaccoonAnswerTests {
    private static let room = RoomNumber("101")!

    private func verified(_ body: [UInt8], status: Int = 200) -> RoomRaccoonConnector.Verified {
        RoomRaccoonConnector.reading(
            .answered(HTTPAnswer(status: status, retryAfterMs: nil, body: body)), of: Self.room, currency: .eur)
    }

    private func reply(_ body: [UInt8], status: Int = 200) throws -> PostingReply {
        PostingReply(
            .answered(HTTPAnswer(status: status, retryAfterMs: nil, body: body)), to: Sample.garibaldi,
            mask: AnswerMask(secrets: try RaccoonSample.settings().secrets))
    }

    @Test func `a guest is read out of every known shape of answer`() throws {
        let answers = try RaccoonSample.answers("verify-one-")
        #expect(answers.count == 7)
        for (name, body) in answers {
            guard case .found(let guests) = verified(body) else {
                Issue.record("\(name) was not read")
                continue
            }
            #expect(guests.map(\.reservationNumber) == ["700101"], "\(name)")
            #expect(guests.map(\.name) == ["Abgrall, Soizic"], "\(name)")
            #expect(guests.map(\.roomNumber.text) == ["101"], "\(name)")
            #expect(guests.allSatisfy { $0.mayBeCharged }, "\(name)")
        }
    }

    @Test func `nobody is told from a failure`() throws {
        for (name, body) in try RaccoonSample.answers("verify-nobody-") {
            guard case .nobody = verified(body) else {
                Issue.record("\(name) was taken for something else")
                continue
            }
        }
    }

    @Test(arguments: [
        (#"{"Success":true,"Reservations":[{"ReservationNumber":"1","RoomNumber":"101","IsChargeAllowed":false}]}"#, false),
        (#"{"Success":true,"Reservations":[{"ReservationNumber":"1","RoomNumber":"101","IsChargeAllowed":"No"}]}"#, false),
        (#"{"Success":true,"Reservations":[{"ReservationNumber":"1","RoomNumber":"101","NoPost":1}]}"#, false),
        (#"{"Success":true,"Reservations":[{"ReservationNumber":"1","RoomNumber":"101","Status":"Checked-out"}]}"#, false),
        (#"{"Success":false,"ErrorInfo":"Charge not allowed","ReservationNumber":"1","RoomNumber":"101"}"#, false),
        (#"{"Success":true,"Reservations":[{"ReservationNumber":"1","RoomNumber":"101","IsChargeAllowed":true}]}"#, true),
    ]) func `a guest who takes no charges is shown and marked`(body: String, mayBeCharged: Bool) {
        guard case .found(let guests) = verified(Array(body.utf8)) else {
            Issue.record("nobody was found")
            return
        }
        #expect(guests.map(\.mayBeCharged) == [mayBeCharged])
    }

    @Test func `sharers and beds are each a guest of their own, and another room is none of ours`() {
        let body = #"""
            {"Success":true,"Reservations":[{"ReservationNumber":"1","RoomNumber":"101A","CreditLimit":"60.00",
            "ArrivalDate":"2026-11-20T15:00:00",
            "Guests":[{"LastName":"A\u001b|"}]},{"ReservationNumber":"2","RoomNumber":"101B"},{"ReservationNumber":"3","RoomNumber":"205"}]}
            """#
        guard case .found(let guests) = verified(Array(body.utf8)) else {
            Issue.record("nobody was found")
            return
        }
        #expect(guests.map(\.roomNumber.text) == ["101A", "101B"])
        #expect(guests[0].creditLimit == Sample.euros(6000))
        #expect(guests[0].arrival == BusinessDate(year: 2026, month: 11, day: 20))
        #expect(guests[0].name == "A")
    }

    @Test(arguments: [
        (200, #"{"Success":false,"ErrorInfo":"Invalid API key"}"#, HotelUnavailable.denied), (401, "", .denied), (403, "<html>", .denied),
        (429, "", .busy), (500, #"{"Success":true,"Reservations":[]}"#, .nonsense), (200, "<html>hello</html>", .nonsense),
        (200, "", .nonsense), (200, "{}", .nonsense), (200, #"{"Success":true}"#, .nonsense),
        (200, #"{"Success":true,"Reservations":[{"ReservationNumber":"1","RoomNumber":"205"}]}"#, .nonsense),
        (200, #"{"Success":false,"ErrorInfo":"Internal error"}"#, .nonsense),
    ]) func `why a room could not be looked up is said apart`(status: Int, body: String, reason: HotelUnavailable) {
        guard case .unavailable(reason) = verified(Array(body.utf8), status: status) else {
            Issue.record("\(status) \(body): \(verified(Array(body.utf8), status: status))")
            return
        }
    }

    @Test func `a plain yes is a booking`() throws {
        let answers = try RaccoonSample.answers("charge-accepted-")
        #expect(answers.count == 7)
        for (name, body) in answers {
            guard case .accepted = try reply(body).outcome else {
                Issue.record("\(name): \(try reply(body).outcome)")
                continue
            }
        }
        #expect(try reply(Array(#"{"Success":true,"TicketNumber":17}"#.utf8)).outcome == .accepted(transactionNumbers: ["17"]))
    }

    @Test func `what is neither yes nor no leaves the charge in doubt and is kept`() throws {
        let answers = try RaccoonSample.answers("charge-doubt-")
        #expect(answers.count == 12)
        for (name, body) in answers {
            let reply = try reply(body)
            guard case .inDoubt = reply.outcome else {
                Issue.record("\(name): \(reply.outcome)")
                continue
            }
            #expect(reply.answer?.hasPrefix("HTTP 200 ") == true)
        }
    }

    @Test func `a no is a refusal with the hotel's own words`() throws {
        for (name, body) in try RaccoonSample.answers("charge-refused-") {
            let reason = String(try #require(name.split(separator: "-").first))
            let reply = try reply(body)
            #expect(reply.outcome == .refused(try #require(PostingRefusal(rawValue: reason))), "\(name)")
            if !name.hasSuffix("silent") { #expect(reply.hotelText?.isEmpty == false) }
        }
    }

    @Test(arguments: [
        (401, "", PostingOutcome.refused(.denied)), (403, #"{"Success":false}"#, .refused(.denied)), (429, "", .tryAgain(.retry)),
        (500, "", .inDoubt(.unknownAnswer)), (502, "<html>", .inDoubt(.unknownAnswer)),
        (503, #"{"Success":false,"ErrorInfo":"Room not found"}"#, .inDoubt(.unknownAnswer)),
        (500, #"{"Success":true}"#, .inDoubt(.unknownAnswer)), (401, #"{"Success":true}"#, .inDoubt(.unknownAnswer)),
        (302, "", .inDoubt(.unknownAnswer)), (404, "<html>", .inDoubt(.unknownAnswer)),
        (400, #"{"Success":false,"ErrorInfo":"Reservation not found"}"#, .refused(.guestNotFound)),
        (200, #"{"Success":true}"# + "\n  ", .accepted(transactionNumbers: [])), (200, #"{"Success":true}{"#, .inDoubt(.unknownAnswer)),
    ]) func `status and body are read together`(status: Int, body: String, outcome: PostingOutcome) throws {
        #expect(try reply(Array(body.utf8), status: status).outcome == outcome)
    }

    @Test func `what is kept of an answer holds no key, no hotel number and no name`() throws {
        let body = #"""
            {"Success":"perhaps","apiKey":"x1","GuestName":"Abgrall","Guests":[{"LastName":"Abgrall","Phone":"0612"}],
            "ErrorInfo":"key \#(RaccoonSample.apiKey) of hotel \#(RaccoonSample.hotelID) \u001b[2J","RoomNumber":"204"}
            """#
        let kept = try #require(try reply(Array(body.utf8)).answer)
        for hidden in ["x1", "Abgrall", "0612", RaccoonSample.apiKey, RaccoonSample.hotelID, "\u{1B}"] {
            #expect(!kept.contains(hidden), "\(hidden)")
        }
        #expect(kept.contains("204") && kept.contains("perhaps"))
        #expect(try reply(Array(body.utf8)).hotelText?.contains(RaccoonSample.apiKey) == false)
        let page = Array(("<html>" + RaccoonSample.apiKey + String(repeating: "x", count: 9_000)).utf8)
        let cut = try #require(try reply(page).answer)
        #expect(cut.count <= 4_000 && !cut.contains(RaccoonSample.apiKey))
    }

    @Test func `no bytes make the reader of answers stumble`() throws {
        var random = SeededGenerator(seed: 9)
        let seeds = try (RaccoonSample.answers("verify-") + RaccoonSample.answers("charge-")).map(\.body)
        for _ in 0..<20_000 {
            var body = try #require(seeds.randomElement(using: &random))
            for _ in 0..<Int.random(in: 1...4, using: &random) where !body.isEmpty {
                let index = Int.random(in: 0..<body.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: body[index] = UInt8.random(in: 0...255, using: &random)
                case 1: body.remove(at: index)
                default: body = Array(body.prefix(index))
                }
            }
            if case .accepted = try reply(body).outcome { #expect(RoomRaccoonAnswer(body: body)?.verdict == .yes) }
            _ = verified(body)
        }
    }
}
