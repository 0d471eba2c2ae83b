import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@Suite struct ApprovalTests {
    private static func limited(left: Int, mayBeCharged: Bool = true) -> GuestAccount {
        GuestAccount(
            roomNumber: RoomNumber("204")!, reservationNumber: "12345", name: "Garibaldi, Lucia", mayBeCharged: mayBeCharged,
            creditLimit: Sample.euros(50_000), balance: Sample.euros(50_000 - left))
    }

    private func approve(
        _ house: TestHouse, _ check: Check, amount: Int? = nil, pin: String = "9517", guest: GuestAccount = limited(left: 0)
    ) async throws -> Approval {
        try await house.restaurant.approveCharge(
            ApprovalRequest(
                checkID: check.id, guest: GuestChoice(guest), amount: amount.map(Sample.euros) ?? check.totals.total, pin: pin,
                device: "till 1"),
            askedBy: house.anna)
    }

    @Test func `S1-16: past the credit left a cashier is refused, our own charges on their way counted`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check()
        let total = check.totals.total.minorUnits
        house.hotel.has(Self.limited(left: total))
        _ = try await house.restaurant.chargeToRoom(house.request(check, amount: total - 1000, key: 1), by: house.anna)
        await #expect(throws: Refusal.creditExceeded) {
            try await house.restaurant.chargeToRoom(house.request(check, amount: 1000, tip: 1, key: 2), by: house.anna)
        }
        await #expect(throws: Refusal.creditExceeded) {
            try await house.restaurant.chargeToRoom(house.request(check, amount: 1000, tip: 1, key: 3), by: house.helene)
        }
        _ = try await house.restaurant.chargeToRoom(house.request(check, amount: 1000, key: 4), by: house.anna)
    }

    @Test func `S1-16: old news of a credit is not taken for the hotel's last word`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check()
        house.hotel.has(Self.limited(left: 100))
        _ = try await house.restaurant.findGuests("204", by: house.anna)
        // Reception takes a deposit meanwhile.
        house.hotel.has(Self.limited(left: 40_000))
        let charge = try await house.restaurant.chargeToRoom(house.request(check, key: 1), by: house.anna).value
        #expect(!charge.posting.overridesCredit)
    }

    @Test func `S1-16: a manager's PIN lets this charge pass once, marked, with both people in the journal`() async throws {
        let house = try await TestHouse.open()
        house.hotel.has(Self.limited(left: 0))
        let check = try await house.check()
        let total = check.totals.total.minorUnits
        let approval = try await approve(house, check, amount: total)
        let charge = try await house.restaurant.chargeToRoom(
            house.request(check, amount: total - 500, approval: approval.id, key: 1), by: house.anna
        ).value
        #expect(charge.posting.overridesCredit && charge.posting.hotelCode == "ROOM")
        await #expect(throws: Refusal.approvalUsed) {
            try await house.restaurant.chargeToRoom(house.request(check, amount: 500, approval: approval.id, key: 2), by: house.anna)
        }
        let entries = try await house.database.read { tx in try tx.journalEntries(subject: approval.id.text) }
        #expect(entries.map(\.cashierID) == [house.helene.id])
        #expect(entries[0].note?.contains("asked by staff number \(house.anna.number)") == true)
        #expect(entries[0].note?.contains("reservation 12345") == true && entries[0].note?.contains("\(total) EUR") == true)
        #expect(entries[0].note?.contains("Garibaldi") == false)
    }

    @Test func `S1-16: the word is for this check, this stay, this amount, and five minutes`() async throws {
        let house = try await TestHouse.open()
        let other = GuestAccount(roomNumber: RoomNumber("118")!, reservationNumber: "777", name: "Petrov")
        house.hotel.has(Self.limited(left: 0), other)
        let (check, second) = (try await house.check(), try await house.check(key: 2))
        let approval = try await approve(house, check)
        await #expect(throws: Refusal.approvalForAnother) {
            try await house.restaurant.chargeToRoom(house.request(second, approval: approval.id, key: 10), by: house.anna)
        }
        await #expect(throws: Refusal.approvalForAnother) {
            try await house.restaurant.chargeToRoom(house.request(check, to: other, approval: approval.id, key: 11), by: house.anna)
        }
        await #expect(throws: Refusal.approvalForAnother) {
            try await house.restaurant.chargeToRoom(house.request(check, tip: 1, approval: approval.id, key: 12), by: house.anna)
        }
        await #expect(throws: Refusal.unknownApproval) {
            try await house.restaurant.chargeToRoom(house.request(check, approval: Sample.id(5), key: 13), by: house.anna)
        }
        house.clock.advance(ms: Approval.livesMs)
        await #expect(throws: Refusal.approvalExpired) {
            try await house.restaurant.chargeToRoom(house.request(check, approval: approval.id, key: 14), by: house.anna)
        }
    }

    @Test func `S1-16: a waiter's PIN approves nothing, and wrong PINs slow the till down`() async throws {
        let house = try await TestHouse.open()
        house.hotel.has(Self.limited(left: 0))
        let check = try await house.check()
        await #expect(throws: Refusal.notPermitted(.approveCredit)) { try await approve(house, check, pin: "2580") }
        for _ in 0..<4 {
            await #expect(throws: Refusal.wrongPIN(waitMs: 0)) { try await approve(house, check, pin: "7777") }
        }
        await #expect(throws: Refusal.wrongPIN(waitMs: 30_000)) { try await approve(house, check, pin: "7777") }
        await #expect(throws: Refusal.signInSlowed(waitMs: 30_000)) { try await approve(house, check, pin: "9517") }
    }

    @Test func `S1-15: no word of a manager's opens a reservation marked no posting`() async throws {
        let house = try await TestHouse.open()
        house.hotel.has(Self.limited(left: 0, mayBeCharged: false))
        let check = try await house.check()
        await #expect(throws: Refusal.guestNoPosting) { try await approve(house, check) }
    }

    @Test func `S1-16: where the hotel has a method for it, the posting names that method`() async throws {
        var set = try TestHouse.brasserie()
        set.hotel.managerPaymentCode = "ROOMM"
        let house = try await TestHouse.open(set)
        house.hotel.has(Self.limited(left: 0))
        let check = try await house.check()
        let approval = try await approve(house, check)
        let charge = try await house.restaurant.chargeToRoom(house.request(check, approval: approval.id, key: 1), by: house.anna).value
        #expect(charge.posting.hotelCode == "ROOMM" && charge.posting.overridesCredit)
    }
}
