import Testing

@testable import HotelSimulator

@Suite struct BookingTests {
    private let garibaldi = FolioOwner.reservation("20401")

    @Test func `a charge makes one line for each part and raises the balance by its total`() throws {
        var hotel = SmallHotel.make()
        let before = try #require(hotel.folio(of: garibaldi)).balanceMinor
        let booking = try hotel.book(SmallHotel.dinner(), atMs: SmallHotel.nowMs)
        let folio = try #require(hotel.folio(of: garibaldi))
        #expect(folio.balanceMinor == before + 4250)
        #expect(folio.lines.suffix(3).map(\.amountMinor) == [2800, 1200, 250])
        #expect(folio.lines.suffix(3).map(\.code.code) == ["2010", "2020", "2801"])
        #expect(folio.lines.last?.text == "Taxe 1 · Brasserie · 1007")
        #expect(folio.lines.last?.businessDate == SmallHotel.today)
        #expect(booking.transactionNumbers.count == 3)
        #expect(Set(folio.lines.map(\.transactionNumber)).count == folio.lines.count)
        #expect(hotel.ledger.bookings == [booking])
    }

    @Test(arguments: [
        (SmallHotel.dinner(total: 4251), BookingRefusal.sumMismatch),
        (SmallHotel.dinner(method: "CASH"), .paymentMethodUnknown),
        (SmallHotel.dinner(method: "room"), .paymentMethodUnknown),
        (SmallHotel.dinner(target: .guest(room: "204", reservation: "77777")), .reservationUnknown),
        (SmallHotel.dinner(target: .guest(room: "0910", reservation: "20401")), .guestNotInRoom),
        (SmallHotel.dinner(target: .guest(room: "910", reservation: "91001")), .guestNotInRoom),
        (SmallHotel.dinner(target: .guest(room: "204", reservation: "20402")), .noPosting),
        (SmallHotel.dinner(target: .guest(room: "102", reservation: "10201")), .guestCheckedOut),
        (SmallHotel.dinner(target: .guest(room: "101", reservation: "10101")), .guestNotArrived),
        (SmallHotel.dinner(target: .guest(room: "12A", reservation: "99011")), .creditLimit(availableMinor: 0)),
        (SmallHotel.dinner(target: .room("999")), .roomUnknown),
        (SmallHotel.dinner(target: .room("101")), .roomVacant),
        (SmallHotel.dinner(target: .account("1")), .accountUnknown),
        (SmallHotel.dinner(target: .account("40030")), .accountClosed),
        (SmallHotel.dinner(target: .direct), .paymentMethodUnknown),
        (SmallHotel.dinner(total: 10, parts: [.init(.subtotal(9), 10)]), .partWithoutCode(.subtotal(9))),
    ])
    func `a refused charge leaves every book as it was`(charge: Charge, refusal: BookingRefusal) {
        var hotel = SmallHotel.make()
        let before = hotel.folios
        #expect(throws: refusal) { try hotel.book(charge, atMs: SmallHotel.nowMs) }
        #expect(hotel.folios == before)
        #expect(hotel.ledger.entries.isEmpty)
    }

    @Test func `each payment method has its posting master, which ends at nothing; others go to the common one`() throws {
        var hotel = SmallHotel.make(masters: ["CARD": "900101"])
        for (method, master) in [("CARD", "900101"), ("CASH", "900001")] {
            let owner = FolioOwner.reservation(master)
            let before = try #require(hotel.folio(of: owner)).balanceMinor
            let booking = try hotel.book(SmallHotel.dinner(target: .direct, method: method), atMs: SmallHotel.nowMs)
            #expect(booking.owner == owner && booking.lines.map(\.amountMinor).reduce(0, +) == 0)
            #expect(hotel.folio(of: owner)?.balanceMinor == before)
        }
    }

    @Test func `outlets and serving times that are not set up are refused, where the hotel minds`() throws {
        var hotel = SmallHotel.make()
        var charge = SmallHotel.dinner(target: .direct, method: "CASH")
        charge.details.outlet = "7"
        charge.details.servingTime = "9"
        try hotel.book(charge, atMs: SmallHotel.nowMs)
        hotel.settings.takesKnownOutletsOnly = true
        #expect(throws: BookingRefusal.outletUnknown) { try hotel.book(charge, atMs: SmallHotel.nowMs) }
        charge.details.outlet = "1"
        hotel.settings.servingTimes = [1, 2, 3, 4]
        #expect(throws: BookingRefusal.servingTimeUnknown) { try hotel.book(charge, atMs: SmallHotel.nowMs) }
        charge.details.servingTime = "4"
        try hotel.book(charge, atMs: SmallHotel.nowMs)
    }

    @Test(arguments: [
        (HotelSettings.CreditOverride.nobody, "ROOM", true, false), (.nobody, "ROOMM", true, false), (.flag, "ROOM", true, true),
        (.flag, "ROOMM", false, false), (.managerMethod, "ROOMM", false, true), (.managerMethod, "ROOM", true, false),
        (.flagOrManagerMethod, "ROOM", true, true), (.flagOrManagerMethod, "ROOMM", false, true),
        (.flagOrManagerMethod, "ROOM", false, false),
    ])
    func `only what the settings name goes over a credit limit`(
        setting: HotelSettings.CreditOverride, method: String, flag: Bool, isBooked: Bool
    ) throws {
        var hotel = SmallHotel.make()
        hotel.settings.creditOverride = setting
        let charge = SmallHotel.dinner(total: 37_951, parts: [.init(.subtotal(1), 37_951)], method: method, override: flag)
        if isBooked {
            try hotel.book(charge, atMs: SmallHotel.nowMs)
            #expect(hotel.ledger.bookings.count == 1)
        } else {
            #expect(throws: BookingRefusal.creditLimit(availableMinor: 37_950)) { try hotel.book(charge, atMs: SmallHotel.nowMs) }
        }
    }

    @Test func `the last cent of a credit limit can be spent`() throws {
        var hotel = SmallHotel.make()
        try hotel.book(SmallHotel.dinner(total: 37_950, parts: [.init(.subtotal(1), 37_950)]), atMs: SmallHotel.nowMs)
        #expect(hotel.creditLeftMinor(of: try #require(hotel.reservations["20401"])) == 0)
    }

    @Test(arguments: [
        (HotelSettings.SubtotalPostings.each, [2800, 1200, 250, 500]), (.tipApart, [4250, 500]), (.single, [4750]),
    ])
    func `the settings say how many lines a charge makes`(setting: HotelSettings.SubtotalPostings, amounts: [Int]) throws {
        var hotel = SmallHotel.make()
        hotel.settings.subtotalPostings = setting
        var charge = SmallHotel.dinner()
        charge.parts.append(.init(.tip, 500))
        charge.totalMinor += 500
        #expect(try hotel.book(charge, atMs: SmallHotel.nowMs).lines.map(\.amountMinor) == amounts)
    }

    @Test(arguments: [(HotelSettings.ZeroPostings.doNotPost, 0, 0), (.post, 1, 1), (.historyOnly, 0, 1)])
    func `the settings say what becomes of a charge of nothing`(setting: HotelSettings.ZeroPostings, onBill: Int, numbers: Int) throws {
        var hotel = SmallHotel.make()
        hotel.settings.zeroPostings = setting
        let linesBefore = try #require(hotel.folio(of: garibaldi)).lines.count
        let booking = try hotel.book(SmallHotel.dinner(total: 0, parts: []), atMs: SmallHotel.nowMs)
        #expect(try #require(hotel.folio(of: garibaldi)).lines.count == linesBefore + onBill)
        #expect(booking.transactionNumbers.count == numbers)
        #expect(hotel.ledger.bookings.count == 1)
    }

    @Test(arguments: [
        (HotelSettings.DirectPostings.doNotPost, 0, 0), (.postAndBalance, 4, 0), (.postWithoutBalancing, 3, 4250),
    ])
    func `the settings say what becomes of a cash payment`(setting: HotelSettings.DirectPostings, lines: Int, balance: Int) throws {
        var hotel = SmallHotel.make()
        hotel.settings.directPostings = setting
        try hotel.book(SmallHotel.dinner(target: .direct, method: "CASH"), atMs: SmallHotel.nowMs)
        let master = try #require(hotel.folio(of: .reservation("900001")))
        #expect(master.lines.count == lines)
        #expect(master.balanceMinor == balance)
    }

    @Test func `a negative charge undoes a charge when the hotel allows it`() throws {
        var hotel = SmallHotel.make()
        let before = try #require(hotel.folio(of: garibaldi)).balanceMinor
        let mirror = SmallHotel.dinner(
            total: -4250, parts: [.init(.subtotal(1), -2800), .init(.subtotal(2), -1200), .init(.tax(1), -250)])
        try hotel.book(SmallHotel.dinner(), atMs: SmallHotel.nowMs)
        try hotel.book(mirror, atMs: SmallHotel.nowMs)
        #expect(try #require(hotel.folio(of: garibaldi)).balanceMinor == before)
        hotel.settings.allowsNegativePostings = false
        #expect(throws: BookingRefusal.negativeNotAllowed) { try hotel.book(mirror, atMs: SmallHotel.nowMs) }
    }

    @Test func `settings open the days around a stay`() throws {
        var hotel = SmallHotel.make()
        hotel.settings.allowsPostStayCharges = true
        hotel.settings.allowsPreStayCharges = true
        try hotel.book(SmallHotel.dinner(target: .guest(room: "102", reservation: "10201")), atMs: SmallHotel.nowMs)
        try hotel.book(SmallHotel.dinner(target: .guest(room: "101", reservation: "10101")), atMs: SmallHotel.nowMs)
        #expect(hotel.ledger.bookings.map(\.owner) == [.reservation("10201"), .reservation("10101")])
        #expect(hotel.findGuests("101", limit: 9).count == 1)
    }

    @Test func `an account takes charges`() throws {
        var hotel = SmallHotel.make()
        try hotel.book(SmallHotel.dinner(target: .account("40010")), atMs: SmallHotel.nowMs)
        #expect(hotel.folio(of: .account("40010"))?.balanceMinor == 4250)
    }

    @Test func `taxes are refused where the hotel works them out itself`() {
        var hotel = SmallHotel.make()
        hotel.settings.acceptsItemisedTaxes = false
        #expect(throws: BookingRefusal.taxesNotItemised) { try hotel.book(SmallHotel.dinner(), atMs: SmallHotel.nowMs) }
    }

    @Test(arguments: [(HotelSettings.FolioText.checkNumber, "1007"), (.clearText, "Dîner"), (.reference, "Table 12")])
    func `the settings choose the text on the bill`(setting: HotelSettings.FolioText, text: String) throws {
        var hotel = SmallHotel.make()
        hotel.settings.folioText = setting
        var charge = SmallHotel.dinner()
        charge.details.clearText = "Dîner"
        charge.details.reference = "Table 12"
        #expect(try hotel.book(charge, atMs: SmallHotel.nowMs).lines.first?.text == "Groupe 1 · Brasserie · \(text)")
    }

    @Test func `ten thousand random charges leave every bill equal to the ledger`() {
        var hotel = SmallHotel.make()
        var generator = SeededGenerator(seed: 20_261_122)
        let targets: [Charge.Target] = [
            .guest(room: "204", reservation: "20401"), .guest(room: "204", reservation: "20402"),
            .guest(room: "0910", reservation: "91001"),
            .guest(room: "9001", reservation: "900101"), .account("40010"), .room("0910"),
        ]
        let opening = hotel.folios.values.reduce(0) { $0 + $1.balanceMinor }
        for _ in 0..<10_000 {
            let parts = (1...Int.random(in: 1...4, using: &generator)).map {
                Charge.Part(.subtotal($0), Int.random(in: -500...3000, using: &generator))
            }
            let slip = Int.random(in: 0..<20, using: &generator) == 0 ? 1 : 0
            let target = targets[Int.random(in: 0..<targets.count, using: &generator)]
            let total = parts.reduce(slip) { $0 + $1.amountMinor }
            _ = try? hotel.book(SmallHotel.dinner(target: target, total: total, parts: parts), atMs: SmallHotel.nowMs)
        }
        let booked = hotel.ledger.bookings.reduce(0) { $0 + $1.charge.totalMinor }
        #expect(hotel.folios.values.reduce(0) { $0 + $1.balanceMinor } == opening + booked)
        #expect(hotel.ledger.bookings.count > 5_000)
        for folio in hotel.folios.values { #expect(folio.balanceMinor == folio.lines.reduce(0) { $0 + $1.amountMinor }) }
    }
}

/// Random numbers that come out the same on every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
