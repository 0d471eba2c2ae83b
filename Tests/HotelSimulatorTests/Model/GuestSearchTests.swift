import Testing

@testable import HotelSimulator

@Suite struct GuestSearchTests {
    @Test(arguments: [
        ("204", ["20401", "20402"]), ("0910", ["91001"]), ("910", []), ("12A", ["99011"]), ("12a", []), ("9001", ["900101"]),
        ("101", []), ("102", []), ("555", []), ("", []),
        ("gar", ["20401"]), ("GARIBALDI", ["20401"]), ("ga", ["20401", "20402"]), ("ele", ["99011"]), ("Élé", ["99011"]),
        ("aribaldi", []), ("le bi", ["91001"]), ("seminaire", ["900101"]), ("zzz", []),
    ])
    func `guests are found by room or by the beginning of the name`(inquiry: String, numbers: [String]) {
        let found = SmallHotel.make().findGuests(inquiry, limit: 9).map { match -> String in
            guard case .stay(let stay) = match else { return "account" }
            return stay.number
        }
        #expect(found == numbers)
    }

    @Test func `accounts are found by number and by name unless closed`() {
        let hotel = SmallHotel.make()
        let account = GuestMatch.account(Account(number: "40010", name: "Corsaire Voyages"))
        #expect(hotel.findGuests("40010", limit: 9) == [account])
        #expect(hotel.findGuests("corsaire", limit: 9) == [account])
        #expect(hotel.findGuests("40030", limit: 9).isEmpty)
        #expect(hotel.findGuests("armement", limit: 9).isEmpty)
    }

    @Test func `the number of matches is limited`() {
        #expect(SmallHotel.make().findGuests("204", limit: 1).count == 1)
    }

    @Test func `a hotel may hide guests without posting rights`() {
        var settings = HotelSettings()
        settings.hidesNoPostAtInquiry = true
        #expect(SmallHotel.make(settings: settings).findGuests("204", limit: 9).count == 1)
    }

    @Test func `only ten characters are looked at`() {
        #expect(SmallHotel.make().findGuests("Seminaire Cap Nord", limit: 9).count == 1)
    }
}
