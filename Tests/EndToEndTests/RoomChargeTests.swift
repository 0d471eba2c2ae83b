import HotelSimulator
import NIOHTTP1
import PointOfSale
import Testing

@testable import Ardoise

@Suite(.serialized) struct RoomChargeTests {
    @Test(arguments: HotelSystem.allCases)
    func `S1-06: a charge is on the guest's folio when the till says so, exactly, and the check is closed`(system: HotelSystem) async throws
    {
        try await House.open(system) { house in
            let check = try await house.check()
            let lucia = try await house.guest("204")
            let before = try await house.running.folio(of: lucia.reservationNumber)
            let answer = try await house.charge(check, to: lucia, tip: 500)
            #expect(answer.status == 201)
            let charge: ChargeAnswer = try answer.read()
            #expect(charge.posting.state == "accepted")
            #expect(charge.check.state == "closed")
            let bookings = house.booked(check)
            #expect(bookings.count == 1)
            #expect(bookings.first?.room == "204")
            #expect(bookings.first?.total == check.total + 500)
            #expect(bookings.first?.parts.reduce(0, +) == check.total + 500)
            let after = try await house.running.folio(of: lucia.reservationNumber)
            #expect(after.balanceMinor - before.balanceMinor == check.total + 500)
        }
    }

    @Test(arguments: HotelSystem.allCases) func `S1-06: one intent from eight clients at once is one charge`(system: HotelSystem)
        async throws
    {
        try await House.open(system) { house in
            let check = try await house.check()
            let lucia = try await house.guest("204")
            let key = House.key()
            let states = try await withThrowingTaskGroup(of: (Int, String).self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let answer = try await house.charge(check, to: lucia, key: key)
                        return (answer.status, try answer.read(ChargeAnswer.self).posting.id)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(states.map(\.1)).count == 1)
            #expect(states.allSatisfy { [201, 202].contains($0.0) })
            #expect(house.booked(check).count == 1)
            let again = try await house.charge(check, to: lucia, key: key)
            #expect(again.status == 201)
            #expect(again.headers["Idempotency-Replayed"].first == "true")
            #expect(house.booked(check).count == 1)
        }
    }

    @Test(arguments: HotelSystem.allCases) func `S1-09: two rooms, a tip and cash on one check add back up to the cent, field by field`(
        system: HotelSystem
    ) async throws {
        try await House.open(system) { house in
            let check = try await house.check(plus: [20, 21, 52, 71, 80])
            let (lucia, petrov) = (try await house.guest("204"), try await house.guest("118"))
            let (first, second) = (check.total / 3, check.total / 5)
            #expect(try await house.charge(check, to: lucia, amount: first, tip: 100).status == 201)
            #expect(try await house.charge(check, to: petrov, amount: second).status == 201)
            let methods: MethodsBody = try await house.waiter.call(.GET, "/api/v1/payment-methods")
            let cash = try #require(methods.paymentMethods.first { $0.kind == "cash" })
            let rest = check.total - first - second
            let paid: PaidBody = try await house.waiter.call(
                .POST, "/api/v1/checks/\(check.id)/payments", PayBody(paymentMethodId: cash.id, amount: rest), key: House.key())
            #expect(paid.check.state == "closed")
            #expect(house.booked(check).map(\.total) == [first + 100, second])
            #expect(Set(house.booked(check).map(\.room)) == ["204", "118"])
        }
    }

    @Test(arguments: HotelSystem.allCases)
    func `S1-15: a guest marked no posting is shown, badged and refused, to a manager too, and nothing is booked`(system: HotelSystem)
        async throws
    {
        try await House.open(system) { house in
            let check = try await house.check()
            let guests = try await house.guests("204")
            let henri = try #require(guests.first { $0.mayBeCharged == false })
            for client in [house.waiter, house.manager] {
                let answer = try await house.charge(check, to: henri, as: client)
                #expect(answer.status == 422)
                #expect(try answer.read(ProblemBody.self).code == "GUEST_NO_POSTING")
            }
            #expect(house.booked(check).isEmpty)
            #expect(try await house.check(check.id).remaining == check.total)
        }
    }

    @Test(arguments: HotelSystem.allCases)
    func `S1-15: no posting switched on at reception between search and charge is the hotel's last word`(system: HotelSystem) async throws {
        try await House.open(system) { house in
            let check = try await house.check()
            let petrov = try await house.guest("118")
            let reception = TillClient(base: house.running.reception)
            let switched = try await reception.send(
                .POST, "/api/reservations/\(petrov.reservationNumber)/no-post", ["noPost": true])
            #expect(switched.status < 300)
            let answer = try await house.charge(check, to: petrov)
            #expect(answer.status == 422)
            #expect(house.booked(check).isEmpty)
            #expect(try await house.check(check.id).remaining == check.total)
            // The check is free again: another way of paying goes through.
            #expect(try await house.charge(check, to: try await house.guest("204")).status == 201)
        }
    }

    @Test(arguments: HotelSystem.allCases) func `a guest who left between search and charge is not charged, and the till says so`(
        system: HotelSystem
    ) async throws {
        try await House.open(system) { house in
            let check = try await house.check()
            let petrov = try await house.guest("118")
            let reception = TillClient(base: house.running.reception)
            #expect(try await reception.send(.POST, "/api/reservations/\(petrov.reservationNumber)/check-out").status < 300)
            let answer = try await house.charge(check, to: petrov)
            #expect(answer.status == 422)
            #expect(house.booked(check).isEmpty)
        }
    }
}

struct MethodsBody: Decodable {
    let paymentMethods: [Method]
    struct Method: Decodable {
        let id: String
        let kind: String
    }
}
struct PayBody: Encodable, Sendable {
    let paymentMethodId: String
    let amount: Int
}
struct PaidBody: Decodable {
    let check: CheckBody
}
