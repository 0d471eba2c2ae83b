import Foundation
import HTTPTypes
import Testing

@testable import HotelSimulator

@Suite struct ReceptionAPITests {
    @Test func `the hotel tells who it is and what day it counts`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            let hotel = try #require(try await desk.json("/api/hotel") as? [String: Any])
            #expect(hotel["businessDate"] as? String == "2026-11-22")
            #expect(hotel["roomPaymentMethods"] as? [String] == ["ROOM"])
            #expect(hotel["isAuditing"] as? Bool == false)
        }
    }

    @Test func `rooms and stays are listed`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            let rooms = try #require(try await desk.json("/api/rooms") as? [[String: Any]])
            let room = try #require(rooms.first { $0["number"] as? String == "204" })
            #expect(room["guests"] as? [String] == ["20401", "20402"])
            let stays = try #require(try await desk.json("/api/reservations") as? [[String: Any]])
            let stay = try #require(stays.first { $0["number"] as? String == "20401" })
            #expect(stay["creditLimitMinor"] as? Int == 50_000)
            #expect(stay["balanceMinor"] as? Int == 12_050)
        }
    }

    @Test func `a charge shows on the folio and in the ledger with all that the till said`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            try desk.hotel.change { (hotel, atMs) throws(BookingRefusal) in _ = try hotel.book(SmallHotel.dinner(), atMs: atMs) }
            let folio = try #require(try await desk.json("/api/folios/20401") as? [String: Any])
            #expect(folio["balanceMinor"] as? Int == 16_300)
            let entry = try #require((try await desk.json("/api/ledger") as? [[String: Any]])?.first)
            #expect(entry["kind"] as? String == "booked")
            #expect(entry["totalMinor"] as? Int == 4250)
            #expect((entry["details"] as? [String: Any])?["checkNumber"] as? String == "1007")
        }
    }

    @Test func `every action of the desk can be asked for`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            #expect(try await desk.post("/api/reservations/10101/check-in").status == 204)
            #expect(try await desk.post("/api/reservations/20401/move", #"{"room": "102"}"#).status == 204)
            #expect(try await desk.post("/api/reservations/20401/no-post", #"{"noPost": true}"#).status == 204)
            #expect(try await desk.post("/api/reservations/20401/limit", #"{"limitMinor": 100}"#).status == 204)
            #expect(try await desk.post("/api/reservations/20401/limit", #"{"limitMinor": null}"#).status == 204)
            #expect(try await desk.post("/api/reservations/20401/check-out").status == 204)
            #expect(try await desk.post("/api/night-audit/start").status == 204)
            #expect(try await desk.post("/api/night-audit/finish").status == 204)
            let kinds = desk.hotel.ledger.entries.map(\.event.kind)
            #expect(
                kinds == [
                    "checkedIn", "moved", "noPostChanged", "creditLimitChanged", "creditLimitChanged", "lineWritten", "checkedOut",
                    "nightAuditStarted", "nightAuditFinished",
                ])
            #expect(try await desk.post("/api/night-audit").status == 204)
            #expect(desk.hotel.snapshot.businessDate.iso == "2026-11-24")
        }
    }

    @Test(arguments: [
        ("/api/reservations/1/check-in", "", 404, "reservationUnknown"), ("/api/reservations/20401/check-in", "", 409, "notDue"),
        ("/api/reservations/20401/move", #"{"room": "999"}"#, 409, "roomUnknown"),
        ("/api/reservations/20401/move", "{", 400, "malformedBody"), ("/api/reservations/20401/move", "", 400, "malformedBody"),
        ("/api/reservations/20401/limit", #"{"limitMinor": -1}"#, 409, "limitOutOfRange"),
        ("/api/reservations/20401/limit", #"{"limitMinor": 1e40}"#, 400, "malformedBody"),
        ("/api/night-audit/finish", "", 409, "nightAuditNotRunning"), ("/api/faults", #"{"kind": "fire"}"#, 400, "malformedPlan"),
        ("/api/faults", #"{"kind": "loseAnswer", "count": 0}"#, 400, "malformedPlan"),
        ("/api/faults", #"{"kind": "loseAnswer", "on": "lunch"}"#, 400, "malformedPlan"),
        ("/api/faults", #"{"kind": "loseAnswer", "times": 2}"#, 400, "malformedPlan"),
        ("/api/faults", #"{"kind": "refuse", "status": "|X"}"#, 400, "malformedPlan"), ("/api/nothing", "", 404, "notFound"),
    ])
    func `what cannot be done is refused with a code`(path: String, body: String, status: Int, code: String) async throws {
        try await Desk.open { (desk: Desk) async throws in
            let answer = try await desk.post(path, body)
            #expect(answer.status == status)
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(answer.body.contains("urn:ardoise:hotel:\(code)\""), "\(answer.body)")
            #expect(desk.hotel.ledger.entries.isEmpty)
        }
    }

    @Test func `a body that is too long is refused`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            let long = #"{"room": ""# + String(repeating: "x", count: 20_000) + #""}"#
            #expect(try await desk.post("/api/reservations/20401/move", long).status == 400)
        }
    }

    @Test(arguments: [
        (#"{"kind": "loseAnswer", "booked": false}"#, Fault.loseAnswer(booked: false)),
        (#"{"kind": "cutInAnswer", "bytes": 7}"#, .cutInAnswer(bytes: 7)),
        (#"{"kind": "delayAnswer", "ms": 70}"#, .delayAnswer(ms: 70)), (#"{"kind": "refuse", "status": "RY"}"#, .refuse(status: "RY")),
        (#"{"kind": "wrongPostingNumber"}"#, .nonsense(.wrongPostingNumber)), (#"{"kind": "cutAfterBooking"}"#, .cutAfterBooking),
    ])
    func `a fault can be armed over HTTP`(body: String, fault: Fault) async throws {
        try await Desk.open { (desk: Desk) async throws in
            #expect(try await desk.post("/api/faults", body).status == 204)
            #expect(desk.hotel.armedFaults.map(\.fault) == [fault])
            #expect(desk.hotel.armedFaults.map(\.request) == [.posting])
            #expect(try await desk.get("/api/faults").body.contains("\"remaining\":1"))
            #expect(try await desk.delete("/api/faults") == 204)
            #expect(desk.hotel.armedFaults.isEmpty)
        }
    }

    @Test func `settings can be changed as a whole and are checked`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            #expect(try await desk.put("/api/settings", #"{"creditOverride": "nobody", "answerDelayMs": 5}"#) == 200)
            #expect(desk.hotel.snapshot.settings.creditOverride == .nobody)
            #expect(try await desk.put("/api/settings", #"{"answerDelayMs": 500000}"#) == 400)
            #expect(desk.hotel.snapshot.settings.answerDelayMs == 5)
        }
    }
}
