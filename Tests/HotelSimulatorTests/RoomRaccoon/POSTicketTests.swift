import Testing

@testable import HotelSimulator

@Suite struct POSTicketTests {
    private func refusal(_ body: () throws -> Void) -> RaccoonRefusal? {
        do {
            try body()
            return nil
        } catch {
            return error as? RaccoonRefusal
        }
    }

    private func deskRefusal(_ body: () throws -> Void) -> DeskRefusal? {
        do {
            try body()
            return nil
        } catch {
            return error as? DeskRefusal
        }
    }

    @Test func `lines land one by one on the reservation, a refund beside them`() throws {
        var hotel = SmallHostel.make()
        try hotel.chargeOverRaccoon(SmallHostel.lines, to: "20401", inRoom: "204", atMs: 1)
        try hotel.chargeOverRaccoon(SmallHostel.refund, to: "20401", inRoom: "204", atMs: 2)
        let folio = try #require(hotel.folio(of: .reservation("20401")))
        #expect(folio.balanceMinor == 12_050 + 3240 + 600 - 600)
        #expect(folio.lines.suffix(3).map(\.text) == ["2 × A1007.12 Moules", "1 × A1007.12 Cidre", "1 × A1008.13 Cidre"])
        #expect(hotel.tickets(of: "20401").map(\.totalMinor) == [3840, -600])
        #expect(hotel.tickets(of: "20401").map(\.isRefund) == [false, true])
        #expect(hotel.ledger.bookings.map(\.charge.totalMinor) == [3840, -600])
        #expect(hotel.ledger.bookings.allSatisfy { $0.charge.addsUp })
    }

    @Test func `consolidation makes one line of what comes after it, and of nothing before`() throws {
        var hotel = SmallHostel.make()
        try hotel.chargeOverRaccoon(SmallHostel.lines, to: "20401", inRoom: "204", atMs: 1)
        hotel.raccoon?.consolidatesTickets = true
        try hotel.chargeOverRaccoon(SmallHostel.lines, to: "20401", inRoom: "204", atMs: 2)
        let lines = try #require(hotel.folio(of: .reservation("20401"))).lines
        #expect(lines.count == 1 + 2 + 1)
        #expect(lines.last?.text == "POS Ticket #2" && lines.last?.amountMinor == 3840)
        #expect(hotel.posTickets.map(\.isConsolidated) == [false, true])
        #expect(hotel.posTickets.map(\.lines) == [SmallHostel.lines, SmallHostel.lines])
    }

    @Test func `a charge that is refused leaves nothing behind`() throws {
        var hotel = SmallHostel.make()
        let before = hotel.folios
        let unknown: [POSTicket.Line] = [.init(description: "x", quantity: 1, amountMinor: 100, revenueGroup: 7)]
        let dear: [POSTicket.Line] = [.init(description: "x", quantity: 1, amountMinor: 40_000, revenueGroup: 101)]
        for (lines, number, room, expected) in [
            (SmallHostel.lines, "1", "204", RaccoonRefusal.reservationUnknown("1")),
            (SmallHostel.lines, "20401", "101", .notInRoom("20401", "101")),
            (SmallHostel.lines, "10101", "101", .notCheckedIn("101")), (SmallHostel.lines, "10201", "102", .checkedOut("10201")),
            (SmallHostel.lines, "20402", "204", .chargeNotAllowed), ([], "20401", "204", .nothingToCharge),
            (unknown, "20401", "204", .groupUnknown(7)), (dear, "20401", "204", .creditLimit),
        ] {
            #expect(refusal { try hotel.chargeOverRaccoon(lines, to: number, inRoom: room, atMs: 1) } == expected)
        }
        try hotel.startNightAudit(atMs: 1)
        #expect(refusal { try hotel.chargeOverRaccoon(SmallHostel.lines, to: "20401", inRoom: "204", atMs: 1) } == .nightAudit)
        #expect(hotel.folios == before && hotel.posTickets.isEmpty)
    }

    @Test func `a room says who is in it, or why nobody can be charged`() throws {
        var hotel = SmallHostel.make()
        hotel.add(Room(number: "12B", type: "Dortoir"))
        #expect(try hotel.raccoonStays(inRoom: "204").map(\.number) == ["20401", "20402"])
        #expect(try hotel.raccoonStays(inRoom: "12").map(\.room) == ["12A"])
        #expect(refusal { _ = try hotel.raccoonStays(inRoom: "777") } == .roomUnknown("777"))
        #expect(refusal { _ = try hotel.raccoonStays(inRoom: "") } == .roomUnknown(""))
        #expect(refusal { _ = try hotel.raccoonStays(inRoom: "101") } == .notCheckedIn("101"))
        #expect(refusal { _ = try hotel.raccoonStays(inRoom: "12B") } == .roomVacant("12B"))
    }

    @Test func `a ticket moves whole to a stay whose dates overlap, and nowhere else`() throws {
        var hotel = SmallHostel.make()
        try hotel.chargeOverRaccoon(SmallHostel.lines, to: "20401", inRoom: "204", atMs: 1)
        #expect(deskRefusal { try hotel.transferTicket(9, to: "91001", atMs: 2) } == .ticketUnknown)
        #expect(deskRefusal { try hotel.transferTicket(1, to: "1", atMs: 2) } == .reservationUnknown)
        #expect(deskRefusal { try hotel.transferTicket(1, to: "20401", atMs: 2) } == .sameFolio)
        #expect(deskRefusal { try hotel.transferTicket(1, to: "10202", atMs: 2) } == .datesApart)
        #expect(deskRefusal { try hotel.transferTicket(1, to: "10201", atMs: 2) } == .invoiced)
        try hotel.transferTicket(1, to: "91001", atMs: 2)
        #expect(hotel.tickets(of: "20401").isEmpty)
        #expect(hotel.tickets(of: "91001").map(\.chargedTo) == ["20401"])
        #expect(hotel.folio(of: .reservation("20401"))?.balanceMinor == 12_050)
        #expect(hotel.folio(of: .reservation("91001"))?.balanceMinor == 3840)
    }

    @Test func `what is invoiced or left stays where it is`() throws {
        var hotel = SmallHostel.make()
        try hotel.chargeOverRaccoon(SmallHostel.lines, to: "20401", inRoom: "204", atMs: 1)
        try hotel.chargeOverRaccoon(SmallHostel.lines, to: "91001", inRoom: "0910", atMs: 1)
        try hotel.invoice("20401")
        #expect(deskRefusal { try hotel.invoice("20401") } == .invoiced)
        #expect(deskRefusal { try hotel.transferTicket(1, to: "91001", atMs: 2) } == .invoiced)
        #expect(deskRefusal { try hotel.transferTicket(2, to: "20401", atMs: 2) } == .invoiced)
        try hotel.checkOut("91001", atMs: 3)
        #expect(deskRefusal { try hotel.transferTicket(2, to: "99011", atMs: 4) } == .invoiced)
        #expect(hotel.posTickets.map(\.reservation) == ["20401", "91001"])
    }
}
