import Foundation
import HTTPTypes
import Testing

@testable import HotelSimulator

@Suite struct RaccoonInterfaceTests {
    private static let address = "/api/?type=POS&version=2"

    @Test func `a room is verified and charged over the interface`() async throws {
        try await Desk.open(SmallHostel.make()) { (desk: Desk) async throws in
            let room = try await desk.post(Self.address, SmallHostel.verify("204"))
            #expect(
                room.status == 200 && room.body.contains("\"ReservationNumber\":\"20401\"") && room.body.contains("\"CreditLimit\":500"))
            let charge = try await desk.post(Self.address, SmallHostel.charge())
            #expect(charge.body == #"{"ErrorInfo":"","Success":true,"TicketNumber":1}"#)
            #expect(desk.hotel.snapshot.tickets(of: "20401").map(\.totalMinor) == [3240])
        }
    }

    @Test(arguments: RaccoonSettings.AnswerShape.allCases)
    func `every shape of answer is JSON that names the guest`(shape: RaccoonSettings.AnswerShape) async throws {
        try await Desk.open(SmallHostel.make { $0.answerShape = shape }) { (desk: Desk) async throws in
            let room = try await desk.post(Self.address, SmallHostel.verify("204")).body
            #expect(try JSONSerialization.jsonObject(with: Data(room.utf8)) is [String: Any])
            #expect(room.contains("20401") && room.contains("Garibaldi"))
            let refused = try await desk.post(Self.address, SmallHostel.verify("777")).body
            #expect(refused.contains("Room 777 not found"))
        }
    }

    @Test func `who shows another key or number learns nothing`() async throws {
        try await Desk.open(SmallHostel.make()) { (desk: Desk) async throws in
            let refused = try await desk.post(Self.address, SmallHostel.verify("204", key: "other"))
            #expect(refused.status == 200 && refused.body == #"{"ErrorInfo":"Invalid API key or hotel ID","Success":false}"#)
            desk.hotel.change { hotel, _ in hotel.raccoon?.deniesWithStatus = true }
            #expect(try await desk.post(Self.address, SmallHostel.verify("204", key: "other")).status == 401)
        }
    }

    @Test(arguments: [
        "", "{}", "[]", "{\"apiKey\":\"key\"", SmallHostel.charge(amount: "32.401"), SmallHostel.charge(amount: "\"32.40\""),
        SmallHostel.charge(amount: "1e30"), SmallHostel.charge().replacingOccurrences(of: "\"Quantity\":2", with: "\"Quantity\":0"),
    ]) func `a request that cannot be read books nothing`(body: String) async throws {
        try await Desk.open(SmallHostel.make()) { (desk: Desk) async throws in
            let answer = try await desk.post(Self.address, body)
            #expect(answer.status == 400 && answer.body.contains("\"Success\":false"))
            #expect(desk.hotel.snapshot.posTickets.isEmpty)
        }
    }

    @Test func `amounts are read exactly`() async throws {
        try await Desk.open(SmallHostel.make()) { (desk: Desk) async throws in
            for amount in ["0.10", "0.29", "19.99", "-4.35", "70.07", "1.1", "5"] {
                _ = try await desk.post(Self.address, SmallHostel.charge(amount: amount))
            }
            #expect(desk.hotel.snapshot.posTickets.map(\.totalMinor) == [10, 29, 1999, -435, 7007, 110, 500])
        }
    }

    @Test func `too many requests in a minute are put off with a word when to come back`() async throws {
        try await Desk.open(SmallHostel.make { $0.requestsPerMinute = 2 }) { (desk: Desk) async throws in
            for _ in 0..<2 { #expect(try await desk.post(Self.address, SmallHostel.verify("204")).status == 200) }
            let answer = try await desk.post(Self.address, SmallHostel.verify("204"))
            #expect(answer.status == 429 && answer.headers[.retryAfter] == "1")
        }
    }

    @Test func `a house without RoomRaccoon, and another interface of the house, are not found`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            #expect(try await desk.post(Self.address, SmallHostel.verify("204")).status == 404)
            #expect(try await desk.get("/raccoon").status == 404)
            #expect(try await desk.get("/api/raccoon/tickets").status == 404)
            #expect(try await !desk.get("/").body.contains("href=\"/raccoon\""))
        }
        try await Desk.open(SmallHostel.make()) { (desk: Desk) async throws in
            #expect(try await desk.post("/api/?type=KEY&version=2", SmallHostel.verify("204")).status == 404)
            #expect(try await desk.get(Self.address).status == 405)
        }
    }

    @Test func `the ledger of tickets is there for programs`() async throws {
        try await Desk.open(SmallHostel.make()) { (desk: Desk) async throws in
            _ = try await desk.post(Self.address, SmallHostel.charge())
            let tickets = try #require(try await desk.json("/api/raccoon/reservations/20401") as? [[String: Any]])
            #expect(tickets.count == 1 && tickets[0]["totalMinor"] as? Int == 3240 && tickets[0]["isRefund"] as? Bool == false)
            let lines = try #require(tickets[0]["lines"] as? [[String: Any]])
            #expect(lines[0]["description"] as? String == "A1007.12 Moules" && lines[0]["revenueGroup"] as? Int == 101)
            #expect(try await desk.post("/api/raccoon/tickets/1/transfer", #"{"to":"91001"}"#).status == 204)
            #expect(try await desk.post("/api/raccoon/tickets/9/transfer", #"{"to":"91001"}"#).status == 404)
            #expect(try await desk.post("/api/raccoon/reservations/91001/invoice").status == 204)
            #expect(try await desk.post("/api/raccoon/tickets/1/transfer", #"{"to":"20401"}"#).status == 409)
            #expect(try await desk.get("/api/raccoon/reservations/1").status == 404)
            let settings = try await desk.get("/api/raccoon/settings").body
            let consolidating = settings.replacingOccurrences(of: "\"consolidatesTickets\":false", with: "\"consolidatesTickets\":true")
            #expect(try await desk.put("/api/raccoon/settings", consolidating) == 200)
            #expect(desk.hotel.snapshot.raccoon?.consolidatesTickets == true)
        }
    }

    @Test func `the shipped hostel loads, with beds`() throws {
        let hostel = try HotelLoader.hostel(now: SmallHotel.nowMs)
        #expect(hostel.rooms["12A"] != nil && hostel.reservations.count == 12)
        #expect(try hostel.raccoonStays(inRoom: "12").map(\.room) == ["12A", "12B", "12C"])
    }
}
