import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

/// OPERA and RoomRaccoon at once: each charge goes to its own hotel, and to no other.
@Suite struct SeveralHotelsTests {
    private static let hanna = GuestAccount(roomNumber: RoomNumber("12A")!, reservationNumber: "12345", name: "Hanna Berg")

    private func house() async throws -> (house: TestHouse, admin: Cashier, method: PaymentMethod) {
        let house = try await TestHouse.open()
        let admin = try await house.administrator()
        #expect(try await house.restaurant.saveRoomRaccoon(RoomRaccoonDraft(link: RoomRaccoonLink()), by: admin))
        return (house, admin, try await house.restaurant.savePaymentMethod(Self.draft(), by: admin))
    }

    private static func draft(_ name: String = "RoomRaccoon") -> PaymentMethodDraft {
        var draft = PaymentMethodDraft(kind: .room, code: "", nameFR: name, hotelCode: "")
        draft.integration = .roomRaccoon
        draft.countsInFloat = false
        return draft
    }

    @Test func `S2-04: the way of paying has RoomRaccoon's name to the letter, its own code, and needs the integration`() async throws {
        let house = try await TestHouse.open()
        let admin = try await house.administrator()
        await #expect(throws: Refusal.integrationMissing) { try await house.restaurant.savePaymentMethod(Self.draft(), by: admin) }
        #expect(try await house.restaurant.saveRoomRaccoon(RoomRaccoonDraft(link: RoomRaccoonLink()), by: admin))
        for name in ["roomraccoon", "RoomRaccoon ", " RoomRaccoon", "Room Raccoon", "ROOMRACCOON"] {
            await #expect(throws: Refusal.settingInvalid(.integrationName)) {
                try await house.restaurant.savePaymentMethod(Self.draft(name), by: admin)
            }
        }
        let method = try await house.restaurant.savePaymentMethod(Self.draft(), by: admin)
        #expect(method.code == PaymentMethod.roomRaccoonCode && !method.countsInFloat && !method.givesChange && !method.opensDrawer)
        #expect(try await house.method("IKPMS").integration == .opera)
        #expect(try await house.restaurant.saveRoomRaccoon(RoomRaccoonDraft(link: RoomRaccoonLink()), by: admin) == false)
    }

    @Test func `S2-01: a charge goes to the guest's own hotel, with its lines, and is sent by no other line`() async throws {
        let (house, _, method) = try await house()
        house.hotel.has(TestHouse.garibaldi)
        house.hostel.has(Self.hanna)
        let check = try await house.check(plus: [20, 52], key: 1)
        let request = house.request(check, to: Self.hanna, method: method.id, key: 2)
        let posting = try await house.restaurant.chargeToRoom(request, by: house.anna).value.posting
        #expect(posting.integration == .roomRaccoon && house.hotel.inquiries.isEmpty)
        #expect(posting.lines.map(\.quantity) == [1, 1] && posting.lines.map(\.amount).total(.eur) == check.totals.total)
        for (itemizer, amount) in posting.breakdown.subtotals {
            #expect(posting.lines.filter { $0.itemizer == itemizer }.map(\.amount).total(.eur) == amount)
        }
        #expect(try await house.database.read { try $0.posting(posting.id) } == posting)
        let now = house.clock.now
        #expect(try await house.database.write { try $0.claimNextPosting(for: .opera, at: now) } == nil)
        #expect(try await house.database.write { try $0.claimNextPosting(for: .roomRaccoon, at: now) }?.id == posting.id)
    }

    @Test func `a part of a check is one line for each revenue group, and the parts add back up`() async throws {
        let (house, _, method) = try await house()
        house.hostel.has(Self.hanna)
        let check = try await house.check(plus: [20, 52, 52], key: 1)
        var lines: [PostingLine] = []
        for (index, amount) in [1_001, check.totals.total.minorUnits - 1_001].enumerated() {
            let request = house.request(check, to: Self.hanna, amount: amount, method: method.id, key: 10 + index)
            lines += try await house.restaurant.chargeToRoom(request, by: house.anna).value.posting.lines
        }
        for (itemizer, amount) in check.totals.subtotals {
            #expect(lines.filter { $0.itemizer == itemizer }.map(\.amount).total(.eur) == amount)
        }
    }

    @Test func `the same room and number in two hotels are two guests`() async throws {
        let (house, _, method) = try await house()
        let twin = GuestAccount(roomNumber: RoomNumber("204")!, reservationNumber: "12345", name: "Hanna Berg")
        house.hotel.has(TestHouse.garibaldi)
        house.hostel.has(twin)
        _ = try await house.restaurant.findGuests("204", by: house.anna)
        let check = try await house.check(key: 1)
        let charged = try await house.restaurant.chargeToRoom(house.request(check, to: twin, method: method.id, key: 2), by: house.anna)
        #expect(charged.value.posting.guest?.name == "Hanna Berg")
    }

    @Test func `an outlet that is bound to one hotel charges no other's guests`() async throws {
        let (house, admin, method) = try await house()
        house.hostel.has(Self.hanna)
        let bar = try await house.outlet(2)
        _ = try await house.restaurant.saveOutlet(
            id: bar.id, number: 2, name: bar.name, whileHotelIsDown: bar.whileHotelIsDown, isActive: true, integration: .opera, by: admin)
        let check = try await house.check(outlet: 2, key: 1)
        #expect(try await house.restaurant.hotelMethods(for: check.id).allSatisfy { $0.integration == .opera })
        await #expect(throws: Refusal.paymentMethodOfOtherHotel) {
            try await house.restaurant.chargeToRoom(house.request(check, to: Self.hanna, method: method.id, key: 2), by: house.anna)
        }
    }

    @Test func `S2-03: test mode is not changed while a charge is under way, and going live needs a key and a hotel ID`() async throws {
        let (house, admin, method) = try await house()
        house.hostel.has(Self.hanna)
        let check = try await house.check(key: 1)
        _ = try await house.restaurant.chargeToRoom(house.request(check, to: Self.hanna, method: method.id, key: 2), by: house.anna)
        var live = RoomRaccoonLink()
        live.isTest = false
        await #expect(throws: Refusal.settingInvalid(.apiKey)) {
            try await house.restaurant.saveRoomRaccoon(RoomRaccoonDraft(link: live), by: admin)
        }
        await #expect(throws: Refusal.settingInvalid(.hotelID)) {
            try await house.restaurant.saveRoomRaccoon(RoomRaccoonDraft(link: live, newKey: " k-1 "), by: admin)
        }
        live.hotelID = "4711"
        await #expect(throws: Refusal.postingsUnderWay) {
            try await house.restaurant.saveRoomRaccoon(RoomRaccoonDraft(link: live, newKey: "k-1"), by: admin)
        }
        await #expect(throws: Refusal.settingInvalid(.apiKey)) {
            try await house.restaurant.saveRoomRaccoon(RoomRaccoonDraft(link: live, newKey: "k 1"), by: admin)
        }
    }

    @Test func `the key is sealed, kept when none is typed, and in no journal`() async throws {
        let (house, admin, _) = try await house()
        var link = RoomRaccoonLink()
        link.hotelID = "4711"
        _ = try await house.restaurant.saveRoomRaccoon(RoomRaccoonDraft(link: link, newKey: "very-secret-key"), by: admin)
        let sealed = try await house.database.read { try $0.roomRaccoonLink()?.apiKey ?? "" }
        #expect(!sealed.isEmpty && !sealed.contains("very-secret-key"))
        _ = try await house.restaurant.saveRoomRaccoon(RoomRaccoonDraft(link: link), by: admin)
        #expect(try await house.database.read { try $0.roomRaccoonLink()?.apiKey } == sealed)
        let notes = try await house.restaurant.settingChanges(limit: 20, by: admin).map(\.note)
        #expect(!notes.contains { $0.contains("very-secret-key") || $0.contains(sealed) })
    }

    @Test func `the configuration file carries RoomRaccoon out and in, without its key`() async throws {
        let (house, admin, _) = try await house()
        var link = RoomRaccoonLink()
        link.hotelID = "4711"
        link.revenueGroups = [Itemizer(1)!: 101]
        link.tipGroup = 109
        _ = try await house.restaurant.saveRoomRaccoon(RoomRaccoonDraft(link: link, newKey: "very-secret-key"), by: admin)
        let before = try await house.database.read { try $0.roomRaccoonLink() }
        let file = try await house.restaurant.exportConfiguration(by: admin)
        #expect(!String(decoding: file, as: UTF8.self).contains("very-secret-key"))
        _ = try await house.restaurant.importConfiguration(file, by: admin)
        #expect(try await house.database.read { try $0.roomRaccoonLink() } == before)
        #expect(try await house.method(PaymentMethod.roomRaccoonCode).integration == .roomRaccoon)
        #expect(try await house.restaurant.exportConfiguration(by: admin) == file)
    }

    @Test func `what went to one hotel is neither missing in the books of another nor taken off its guest's credit`() async throws {
        let (house, _, method) = try await house()
        let twin = GuestAccount(roomNumber: RoomNumber("204")!, reservationNumber: "12345", name: "Hanna Berg")
        house.hostel.has(twin)
        let check = try await house.check(key: 1)
        let posting = try await house.restaurant.chargeToRoom(
            house.request(check, to: twin, method: method.id, key: 2), by: house.anna
        ).value.posting
        let now = house.clock.now
        let (own, credit) = try await house.database.write { tx in
            let claimed = try #require(try tx.claimNextPosting(for: .roomRaccoon, at: now))
            try tx.insertAttempt(PostingAttempt(id: .make(at: now), postingID: claimed.id, number: 7, startedAt: now, request: "{}"))
            let own = try Integration.allCases.map { line in
                try tx.ownBookings(by: line, from: now.advanced(byMs: -1), until: now.advanced(byMs: 1)) { _ in check.businessDate }.count
            }
            return (
                own,
                try Integration.allCases.map {
                    try tx.chargedTotal(to: GuestChoice(twin), in: $0, since: now, currency: .eur)
                }
            )
        }
        #expect(own == [0, 1] && credit == [Sample.euros(0), posting.breakdown.total])
        // It waits for RoomRaccoon: OPERA's line, which is down, holds nothing up.
        house.hotel.link(is: .down)
        let other = try await house.check(key: 3)
        _ = try await house.restaurant.chargeToRoom(house.request(other, to: twin, method: method.id, key: 4), by: house.anna)
        #expect(try await house.restaurant.hotelDesk().queue?.hold == nil)
    }
}
