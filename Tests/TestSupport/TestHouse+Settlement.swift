package import Operations
package import PointOfSale
import Storage

extension TestHouse {
    /// The hotel's account for the seminar, in room 9001.
    package static let seminar = GuestAccount(
        roomNumber: RoomNumber("9001")!, reservationNumber: "900101", name: "Séminaire Cap Horn")

    /// Asks for a room charge of a check.
    package func request(
        _ check: Check, to guest: GuestAccount = garibaldi, amount: Int? = nil, tip: Int = 0, lines: [ClientKey: Int] = [:],
        method: PaymentMethodID? = nil, approval: ApprovalID? = nil, key: Int
    ) -> RoomChargeRequest {
        RoomChargeRequest(
            checkID: check.id, key: Sample.key(key), methodID: method, amount: amount.map(Sample.euros) ?? check.totals.remaining,
            tip: Sample.euros(tip), lines: lines, guest: GuestChoice(guest), approvalID: approval, workstation: "TILL1")
    }

    /// Pays a check by a method that is settled at once.
    package func pay(
        _ check: Check, _ amount: Int? = nil, tip: Int = 0, lines: [ClientKey: Int] = [:], by code: String = "CARD", key: Int
    ) async throws -> PaymentTaken {
        try await restaurant.takePayment(
            on: check.id, key: Sample.key(key), method: try await method(code).id,
            amount: amount.map(Sample.euros) ?? check.totals.remaining,
            tip: Sample.euros(tip), lines: lines, by: anna
        ).value
    }

    /// Lets the hotel answer the posting that is due.
    package func hotelAnswers(_ state: PostingState, code: String? = nil, number: Int) async throws {
        let fate: AttemptFate? = state == .accepted ? .booked : state == .inDoubt ? nil : .notBooked
        try await end(try await send(number: number), fate: fate, PostingConclusion(state, code: code))
    }

    /// A check that was charged to a guest and accepted.
    package func chargedCheck(_ plus: [Int] = [20, 52], to guest: GuestAccount = garibaldi, tip: Int = 0, key: Int) async throws -> Check {
        hotel.has(guest)
        let check = try await check(plus: plus, key: key)
        _ = try await restaurant.chargeToRoom(request(check, to: guest, tip: tip, key: key + 1), by: anna)
        try await hotelAnswers(.accepted, number: key)
        return try await restaurant.check(check.id)
    }
}
