import Testing

@testable import HotelSimulator

@Suite struct PackageAllowanceTests {
    private let garibaldi = FolioOwner.reservation("20401")

    private func halfBoard(dailyMinor: Int) throws -> Hotel {
        var hotel = SmallHotel.make()
        var stay = try #require(hotel.reservations["20401"])
        stay.allowance = PackageAllowance(name: "Demi-pension", dailyMinor: dailyMinor)
        hotel.replace(stay)
        return hotel
    }

    private func balance(_ hotel: Hotel) throws -> Int { try #require(hotel.folio(of: garibaldi)).balanceMinor }

    @Test(arguments: [(3000, 1250), (4250, 0), (9000, 0), (0, 4250)])
    func `a package pays what it covers, and the guest the rest`(dailyMinor: Int, leftToPay: Int) throws {
        var hotel = try halfBoard(dailyMinor: dailyMinor)
        let before = try balance(hotel)
        let booking = try hotel.book(SmallHotel.dinner(), atMs: SmallHotel.nowMs)
        #expect(try balance(hotel) == before + leftToPay)
        #expect(booking.lines.reduce(0) { $0 + $1.amountMinor } == 4250, "the till's charge is booked whole")
        #expect(hotel.reservations["20401"]?.allowance?.leftMinor == max(dailyMinor - 4250, 0))
    }

    @Test func `what is voided goes back to the package first, and a night makes it whole`() throws {
        var hotel = try halfBoard(dailyMinor: 3000)
        let before = try balance(hotel)
        try hotel.book(SmallHotel.dinner(), atMs: SmallHotel.nowMs)
        try hotel.book(SmallHotel.dinner(total: -4250, parts: [.init(.subtotal(1), -4250)]), atMs: SmallHotel.nowMs)
        #expect(try balance(hotel) == before)
        #expect(hotel.reservations["20401"]?.allowance?.leftMinor == 3000)
        try hotel.book(SmallHotel.dinner(), atMs: SmallHotel.nowMs)
        try hotel.startNightAudit(atMs: SmallHotel.nowMs)
        try hotel.finishNightAudit(atMs: SmallHotel.nowMs)
        #expect(hotel.reservations["20401"]?.allowance?.leftMinor == 3000)
    }
}
