import Testing

@testable import HotelSimulator

@Suite struct FrontDeskTests {
    private let now = SmallHotel.nowMs

    @Test func `a guest who is due checks in and can be found`() throws {
        var hotel = SmallHotel.make()
        #expect(hotel.findGuests("101", limit: 9).isEmpty)
        try hotel.checkIn("10101", atMs: now)
        #expect(hotel.guests(inRoom: "101").map(\.number) == ["10101"])
        #expect(hotel.ledger.entries.map(\.event) == [.checkedIn(reservation: "10101", room: "101")])
        #expect(throws: DeskRefusal.notDue) { try hotel.checkIn("10101", atMs: now) }
    }

    @Test func `a guest who checks out pays what is owed and is gone`() throws {
        var hotel = SmallHotel.make()
        try hotel.checkOut("20401", atMs: now)
        #expect(hotel.folio(of: .reservation("20401"))?.balanceMinor == 0)
        #expect(hotel.guests(inRoom: "204").map(\.number) == ["20402"])
        #expect(hotel.reservations["20401"]?.departure == SmallHotel.today)
        #expect(throws: DeskRefusal.notInHouse) { try hotel.checkOut("20401", atMs: now) }
    }

    @Test func `a guest who moves is found in the new room only and the sharer stays`() throws {
        var hotel = SmallHotel.make()
        try hotel.move("20401", to: "101", atMs: now)
        #expect(hotel.guests(inRoom: "204").map(\.number) == ["20402"])
        #expect(hotel.findGuests("101", limit: 9).count == 1)
        #expect(throws: BookingRefusal.guestNotInRoom) { try hotel.book(SmallHotel.dinner(), atMs: now) }
    }

    @Test(arguments: [
        ("20401", "204", DeskRefusal.sameRoom), ("20401", "999", .roomUnknown), ("20401", "9001", .roomIsDummy),
        ("10101", "102", .notInHouse),
        ("900001", "101", .roomIsDummy), ("1", "101", .reservationUnknown),
    ])
    func `an impossible move is refused with its reason`(number: String, room: String, refusal: DeskRefusal) {
        var hotel = SmallHotel.make()
        #expect(throws: refusal) { try hotel.move(number, to: room, atMs: now) }
        #expect(hotel.ledger.entries.isEmpty)
    }

    @Test func `strangers are not put into one room`() throws {
        var hotel = SmallHotel.make()
        try hotel.checkIn("10101", atMs: now)
        #expect(throws: DeskRefusal.roomTaken) { try hotel.move("20401", to: "101", atMs: now) }
    }

    @Test func `no post and the credit limit can be changed and are written down once`() throws {
        var hotel = SmallHotel.make()
        try hotel.setNoPost(true, on: "20401", atMs: now)
        try hotel.setNoPost(true, on: "20401", atMs: now)
        #expect(throws: BookingRefusal.noPosting) { try hotel.book(SmallHotel.dinner(), atMs: now) }
        try hotel.setNoPost(false, on: "20401", atMs: now)
        try hotel.setCreditLimit(12_060, on: "20401", atMs: now)
        #expect(throws: BookingRefusal.creditLimit(availableMinor: 10)) { try hotel.book(SmallHotel.dinner(), atMs: now) }
        try hotel.setCreditLimit(nil, on: "20401", atMs: now)
        try hotel.book(SmallHotel.dinner(), atMs: now)
        #expect(hotel.ledger.entries.count == 5)
        #expect(throws: DeskRefusal.limitOutOfRange) { try hotel.setCreditLimit(-1, on: "20401", atMs: now) }
    }

    @Test func `a paymaster is never checked out`() {
        var hotel = SmallHotel.make()
        #expect(throws: DeskRefusal.roomIsDummy) { try hotel.checkOut("900101", atMs: now) }
    }

    @Test func `the night audit holds charges, books the night, and turns the day`() throws {
        var hotel = SmallHotel.make()
        try hotel.startNightAudit(atMs: now)
        #expect(throws: DeskRefusal.nightAuditRunning) { try hotel.startNightAudit(atMs: now) }
        #expect(throws: BookingRefusal.nightAudit) { try hotel.book(SmallHotel.dinner(), atMs: now) }
        try hotel.finishNightAudit(atMs: now)
        #expect(hotel.businessDate.iso == "2026-11-23")
        #expect(hotel.folio(of: .reservation("20401"))?.balanceMinor == 12_050 + 15_900)
        #expect(hotel.folio(of: .reservation("20401"))?.lines.last?.businessDate == SmallHotel.today)
        #expect(try hotel.book(SmallHotel.dinner(), atMs: now).lines.first?.businessDate.iso == "2026-11-23")
        #expect(throws: DeskRefusal.nightAuditNotRunning) { try hotel.finishNightAudit(atMs: now) }
    }

    @Test func `a hotel that does not refuse during the audit books on the day that closes`() throws {
        var settings = HotelSettings()
        settings.refusesDuringNightAudit = false
        var hotel = SmallHotel.make(settings: settings)
        try hotel.startNightAudit(atMs: now)
        #expect(try hotel.book(SmallHotel.dinner(), atMs: now).lines.first?.businessDate == SmallHotel.today)
    }

    @Test func `a guest who should have left stays another night`() throws {
        var hotel = SmallHotel.make()
        for _ in 0..<5 {
            try hotel.startNightAudit(atMs: now)
            try hotel.finishNightAudit(atMs: now)
        }
        #expect(hotel.reservations["20401"]?.departure == hotel.businessDate)
    }
}
