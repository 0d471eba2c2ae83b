import PointOfSale
import TestSupport
import Testing

@Suite struct HotelTests {
    private let opera = HotelCapabilities(systemName: "OPERA", findsByName: true, takesOutsideRevenue: true, takesCheckDiscounts: true)
    private let raccoon = HotelCapabilities(
        systemName: "RoomRaccoon", findsByName: false, takesOutsideRevenue: false, takesCheckDiscounts: false)

    @Test(arguments: [("0910", "0910"), (" 12A ", "12A"), ("9001", "9001"), ("é-1", "é-1")])
    func `room numbers are text, leading zeros and letters kept`(raw: String, text: String) {
        #expect(RoomNumber(raw)?.text == text)
        #expect(RoomNumber("0910") != RoomNumber("910"))
    }

    @Test(arguments: ["", "  ", "2|04", "2\u{02}04", "204\n5", String(repeating: "9", count: 21)])
    func `what cannot stand in a record is no room number`(raw: String) {
        #expect(RoomNumber(raw) == nil)
    }

    @Test func `one search field: a digit makes it a number, letters a name`() throws {
        #expect(try GuestInquiry(searching: " 204 ", capabilities: opera) == .room(RoomNumber("204")!))
        #expect(try GuestInquiry(searching: "12A", capabilities: opera) == .room(RoomNumber("12A")!))
        #expect(try GuestInquiry(searching: "Gari", capabilities: opera) == .name("Gari"))
        #expect(try GuestInquiry(searching: "O'Neil", capabilities: opera) == .name("O'Neil"))
    }

    @Test func `a search that cannot succeed says why`() {
        #expect(throws: Refusal.searchEmpty) { try GuestInquiry(searching: "  ", capabilities: opera) }
        #expect(throws: Refusal.nameTooShort(2)) { try GuestInquiry(searching: "G", capabilities: opera) }
        #expect(throws: Refusal.searchByNameUnsupported) { try GuestInquiry(searching: "Gari", capabilities: raccoon) }
        #expect(throws: Refusal.searchTooLong(40)) { try GuestInquiry(searching: String(repeating: "x", count: 41), capabilities: opera) }
        #expect(throws: Refusal.searchTooLong(40)) { try GuestInquiry(searching: "a|b", capabilities: opera) }
        #expect(throws: Refusal.searchTooLong(20)) { try GuestInquiry(searching: String(repeating: "1", count: 30), capabilities: opera) }
    }

    @Test func `credit left is known only when the hotel gives limit and balance`() {
        let room = RoomNumber("204")!
        let guest = GuestAccount(
            roomNumber: room, reservationNumber: "12345", name: "Garibaldi", creditLimit: Sample.euros(50_000),
            balance: Sample.euros(12_050))
        #expect(guest.creditLeft == Sample.euros(37_950))
        #expect(GuestAccount(roomNumber: room, reservationNumber: "1", name: "x", creditLimit: Sample.euros(1)).creditLeft == nil)
        #expect(GuestChoice(guest).matches(guest))
    }

    @Test(
        arguments: [
            ("Garibaldi", "Mme", "Lucia", "Mme Garibaldi, Lucia", "Mme Garibaldi"),
            ("Garibaldi, Mme", "Mme", "Lucia", "Mme Garibaldi, Lucia", "Mme Garibaldi"),
            ("Garibaldi Mme ", "Mme", nil, "Mme Garibaldi", "Mme Garibaldi"),
            ("Mme Garibaldi", "Mme", nil, "Mme Garibaldi", "Mme Garibaldi"),
            ("Guest, Mr.", nil, nil, "Guest, Mr.", "Guest, Mr."),
            ("Garibaldi, Lucia", "Mme", "Lucia", "Mme Garibaldi, Lucia", "Mme Garibaldi, Lucia"),
        ] as [(String, String?, String?, String, String)])
    func `a guest is called as people say it, wherever the hotel puts the title`(
        name: String, title: String?, first: String?, display: String, short: String
    ) {
        let guest = GuestAccount(roomNumber: RoomNumber("204")!, reservationNumber: "1", name: name, title: title, firstName: first)
        #expect(guest.displayName == display)
        #expect(guest.shortName == short)
        #expect(GuestChoice(guest).name == name)
    }

    @Test func `a choice that could not have come from a hotel is none`() {
        let room = RoomNumber("204")!
        #expect(GuestChoice(roomNumber: room, reservationNumber: "", name: "x") == nil)
        #expect(GuestChoice(roomNumber: room, reservationNumber: "1|RN", name: "x") == nil)
        #expect(GuestChoice(roomNumber: room, reservationNumber: "1", name: "a\u{03}b") == nil)
        #expect(GuestChoice(roomNumber: room, reservationNumber: "1", name: "Müller, José") != nil)
    }

    @Test func `each role may do what the one before may`() {
        let roles = Cashier.Role.allCases.map(\.permissions)
        #expect(roles[0].isStrictSubset(of: roles[1]))
        #expect(roles[1].isStrictSubset(of: roles[2]))
        #expect(!roles[0].contains(.settleDoubt))
        let retired = Cashier(id: Sample.id(), number: 1, name: "x", role: .administrator, language: .fr, isActive: false)
        #expect(Permission.allCases.allSatisfy { !retired.may($0) })
    }
}
