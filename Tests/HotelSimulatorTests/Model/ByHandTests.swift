import Testing

@testable import HotelSimulator

@Suite struct ByHandTests {
    private static let lucia = FolioOwner.reservation("20401")
    private static let account = FolioOwner.account("40010")

    private func balance(_ owner: FolioOwner, in hotel: Hotel) -> Int { hotel.folio(of: owner)?.balanceMinor ?? 0 }

    @Test(arguments: [(1_500, "Minibar"), (-4250, ""), (Hotel.amountByHandMinorMax, "x")])
    func `reception posts and corrects any amount on a bill`(amount: Int, text: String) throws {
        var hotel = SmallHotel.make()
        try hotel.postByHand(amount, text: text, on: Self.lucia, atMs: SmallHotel.nowMs)
        let line = try #require(hotel.folio(of: Self.lucia)?.lines.last)
        #expect(line.amountMinor == amount && line.origin == .desk && line.details == nil)
        #expect(line.text == (text.isEmpty ? "Restaurant" : text))
        #expect(balance(Self.lucia, in: hotel) == 12_050 + amount)
        #expect(hotel.ledger.entries.map(\.event.kind) == ["lineWritten"])
        #expect(hotel.ledger.bookings.isEmpty)
    }

    @Test(arguments: [0, Hotel.amountByHandMinorMax + 1, -Hotel.amountByHandMinorMax - 1])
    func `an amount of nothing or beyond all reason is not posted by hand`(amount: Int) {
        var hotel = SmallHotel.make()
        #expect(throws: DeskRefusal.amountOutOfRange) { try hotel.postByHand(amount, on: Self.lucia, atMs: 0) }
        #expect(throws: DeskRefusal.amountOutOfRange) { try hotel.postAsOtherTill(amount, to: "20401", atMs: 0) }
        #expect(hotel.ledger.entries.isEmpty)
    }

    @Test func `another till repeats the last amount under its own name and check`() throws {
        var hotel = SmallHotel.make()
        #expect(throws: DeskRefusal.nothingToRepeat) { try hotel.postAsOtherTill(nil, to: "20401", atMs: 0) }
        try hotel.book(SmallHotel.dinner(), atMs: 0)
        let booking = try hotel.postAsOtherTill(nil, to: "20401", atMs: 0)
        #expect(booking.charge.totalMinor == 4250)
        #expect(booking.charge.details.workstation == OtherTill.workstation)
        #expect(booking.charge.details.checkNumber != "1007")
        #expect(hotel.ledger.bookings(ofCheck: "1007").count == 1)
        #expect(balance(Self.lucia, in: hotel) == 12_050 + 2 * 4250)
    }

    @Test func `another till meets the hotel's rules like any till`() {
        var hotel = SmallHotel.make()
        #expect(throws: DeskRefusal.chargeRefused) { try hotel.postAsOtherTill(100, to: "20402", atMs: 0) }
        #expect(throws: DeskRefusal.notInHouse) { try hotel.postAsOtherTill(100, to: "10101", atMs: 0) }
        #expect(throws: DeskRefusal.reservationUnknown) { try hotel.postAsOtherTill(100, to: "1", atMs: 0) }
        #expect(hotel.ledger.entries.isEmpty)
    }

    @Test func `a transferred line is on the other bill and nowhere else`() throws {
        var hotel = SmallHotel.make()
        let line = try hotel.book(SmallHotel.dinner(), atMs: 0).lines[0]
        try hotel.transferLine(line.transactionNumber, from: Self.lucia, to: Self.account, atMs: 0)
        #expect(hotel.folio(of: Self.lucia)?.lines.contains(line) == false)
        #expect(hotel.folio(of: Self.account)?.lines == [line])
        #expect(balance(Self.lucia, in: hotel) == 12_050 + 4250 - line.amountMinor)
        #expect(balance(Self.account, in: hotel) == line.amountMinor)
        #expect(
            hotel.ledger.entries.last?.event
                == .lineTransferred(transactionNumber: line.transactionNumber, from: Self.lucia, to: Self.account))
    }

    @Test func `a line that is not there, and a bill that is the same or none, are refused`() throws {
        var hotel = SmallHotel.make()
        let line = try hotel.book(SmallHotel.dinner(), atMs: 0).lines[0].transactionNumber
        #expect(throws: DeskRefusal.lineUnknown) { try hotel.transferLine(1, from: Self.lucia, to: Self.account, atMs: 0) }
        #expect(throws: DeskRefusal.sameFolio) { try hotel.transferLine(line, from: Self.lucia, to: Self.lucia, atMs: 0) }
        #expect(throws: DeskRefusal.reservationUnknown) {
            try hotel.transferLine(line, from: Self.lucia, to: .account("1"), atMs: 0)
        }
        #expect(throws: DeskRefusal.sameFolio) { try hotel.route("20401", to: Self.lucia, atMs: 0) }
        #expect(throws: DeskRefusal.reservationUnknown) { try hotel.route("20401", to: .account("1"), atMs: 0) }
    }

    @Test func `routed charges are booked and the guest's own bill does not show them`() throws {
        var hotel = SmallHotel.make()
        try hotel.route("20401", to: Self.account, atMs: 0)
        let routed = try hotel.book(SmallHotel.dinner(), atMs: 0)
        #expect(routed.owner == Self.account && routed.charge.target == .guest(room: "204", reservation: "20401"))
        #expect(balance(Self.lucia, in: hotel) == 12_050)
        #expect(balance(Self.account, in: hotel) == 4250)
        try hotel.route("20401", to: nil, atMs: 0)
        #expect(try hotel.book(SmallHotel.dinner(), atMs: 0).owner == Self.lucia)
        #expect(hotel.ledger.entries.map(\.event.kind) == ["routed", "booked", "routed", "booked"])
    }

    @Test func `a bill is found by the number of a reservation or an account`() {
        let hotel = SmallHotel.make()
        #expect(hotel.folioOwner(numbered: "20401") == Self.lucia)
        #expect(hotel.folioOwner(numbered: "40010") == Self.account)
        #expect(hotel.folioOwner(numbered: "1") == nil)
    }
}
