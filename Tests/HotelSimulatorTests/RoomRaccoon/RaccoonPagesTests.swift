import Foundation
import HTTPTypes
import Testing

@testable import HotelSimulator

@Suite struct RaccoonPagesTests {
    private static let address = "/api/?type=POS&version=2"

    private func withTickets(_ body: @escaping @Sendable (Desk) async throws -> Void) async throws {
        var hotel = SmallHostel.make()
        try hotel.chargeOverRaccoon(SmallHostel.lines, to: "20401", inRoom: "204", atMs: SmallHotel.nowMs)
        try hotel.chargeOverRaccoon(SmallHostel.refund, to: "20401", inRoom: "204", atMs: SmallHotel.nowMs)
        try await Desk.open(hotel, body)
    }

    @Test func `the profiles show how many orders each guest has`() async throws {
        try await withTickets { (desk: Desk) async throws in
            let page = try await desk.get("/raccoon").body
            #expect(page.contains("href=\"/raccoon/20401\"") && page.contains("Garibaldi"))
            #expect(page.contains("<td class=\"n\">2</td>") && page.contains("32,40\u{A0}€"))
            #expect(page.contains("aria-current=\"page\">RoomRaccoon"))
        }
    }

    @Test(arguments: [("fr", "remboursement", "Transférer un ticket"), ("en", "refund", "Transfer a ticket")])
    func `the Reservation module shows each order with its lines, and the refund`(
        language: String, refund: String, transfer: String
    ) async throws {
        try await withTickets { (desk: Desk) async throws in
            let page = try await desk.get("/raccoon/20401", language: language).body
            for text in ["POS Ticket #1", "POS Ticket #2", "A1007.12 Moules", "A1008.13 Cidre", "Nourriture", refund, transfer] {
                #expect(page.contains(text), "\(text)")
            }
            #expect(page.contains("<details open>"))
            #expect(page.matches(of: />((?:raccoon|nav)[A-Z]\w*)</).isEmpty)
        }
    }

    @Test func `names and descriptions from outside are shown as text`() async throws {
        var hotel = SmallHostel.make()
        try hotel.chargeOverRaccoon(
            [.init(description: "<script>alert(1)</script>", quantity: 1, amountMinor: 100, revenueGroup: 101)], to: "20401", inRoom: "204",
            atMs: 1)
        try await Desk.open(hotel) { (desk: Desk) async throws in
            let page = try await desk.get("/raccoon/20401").body
            #expect(!page.contains("<script>alert") && page.contains("&lt;script&gt;"))
        }
    }

    @Test func `the buttons move, invoice and set, and say why they do not`() async throws {
        try await withTickets { (desk: Desk) async throws in
            let moved = try await desk.post("/raccoon/transfer", "line=1&to=91001&back=/raccoon/20401")
            #expect(moved.headers[.location] == "/raccoon/20401")
            #expect(desk.hotel.snapshot.tickets(of: "91001").map(\.number) == [1])
            #expect(try await desk.get("/raccoon/91001").body.contains("transféré de 20401"))
            _ = try await desk.post("/raccoon/invoice", "number=20401&back=/raccoon/20401")
            let refused = try await desk.post("/raccoon/transfer", "line=2&to=91001&back=/raccoon/20401")
            #expect(refused.headers[.location] == "/raccoon/20401?problem=invoiced")
            #expect(try await desk.get("/raccoon/20401?problem=invoiced").body.contains("déjà facturée"))
            _ = try await desk.post("/raccoon/settings", "shape=flat&consolidates=on&limit=60&back=/raccoon")
            let settings = try #require(desk.hotel.snapshot.raccoon)
            #expect(settings.answerShape == .flat && settings.consolidatesTickets && settings.requestsPerMinute == 60)
            #expect(!settings.deniesWithStatus)
            #expect(
                try await desk.post("/raccoon/settings", "shape=odd&back=/raccoon").headers[.location] == "/raccoon?problem=malformedBody")
            #expect(
                try await desk.post("/raccoon/settings", "shape=flat&limit=-1&back=/raccoon").headers[.location]
                    == "/raccoon?problem=limitOutOfRange")
        }
    }

    @Test func `a consolidated order shows its lines when asked for them`() async throws {
        var hotel = SmallHostel.make { $0.consolidatesTickets = true }
        try hotel.chargeOverRaccoon(SmallHostel.lines, to: "20401", inRoom: "204", atMs: 1)
        try await Desk.open(hotel) { (desk: Desk) async throws in
            let page = try await desk.get("/raccoon/20401").body
            #expect(page.contains("<details><summary>") && page.contains("A1007.12 Moules"))
            #expect(try await desk.get("/folios/20401").body.contains("POS Ticket #1"))
        }
    }
}
