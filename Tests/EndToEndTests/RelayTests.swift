import Foundation
import HotelSimulator
import NIOHTTP1
import Operations
import PointOfSale
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Ardoise

/// Two programs: one talks to the hotel, the other hands its postings to it. What is true stands in the hotel's own ledger.
@Suite(.serialized, .timeLimit(.minutes(10))) struct RelayTests {
    @Test(arguments: HotelSystem.allCases)
    func `S1-02: a charge by another Ardoise as gateway lands once, with the till's own check, table and amounts`(
        system: HotelSystem
    ) async throws {
        try await House.withSecondTill(system) { house, till, wire in
            let check = try await till.check()
            let lucia = try await till.waiter.lucia()
            #expect(lucia.roomNumber == "204")
            let answer = try await till.waiter.charge(check, to: lucia)
            #expect(try await till.settles(try till.posting(answer)).transactionNumbers.isEmpty == false)
            let booked = house.running.bookings(ofCheck: check.number)
            #expect(booked.map(\.total) == [check.total] && booked.map(\.room) == ["204"])
            #expect(wire.handedOver == 1)
            // At the gateway it is a posting of its own kind, and no sale of that house.
            let there = try #require(try await house.running.restaurant.postings(limit: 1).first)
            #expect(there.kind == .relayed && there.state == .accepted && there.checkNumber == check.number && there.checkID == nil)
            #expect(try await house.day().hotel.rooms == 0)
        }
    }

    @Test func `S1-02: the same posting handed over twice is booked once, and another one under its key is refused`() async throws {
        try await House.withSecondTill { house, till, _ in
            let lucia = try await till.waiter.lucia()
            let check = try await till.check()
            let id = try till.posting(try await till.waiter.charge(check, to: lucia))
            let attempt = try #require(try await till.restaurant.posting(id).attempts.first)
            var gateway = TillClient(base: house.running.till)
            gateway.token = try await house.gatewayKey().secret.text
            let path = "/api/v1/gateway/postings/\(attempt.id)"
            let again = try await gateway.putText(path, attempt.request)
            #expect(again.status == 200 && again.headers.first(name: "Idempotency-Replayed") == "true")
            #expect(try again.read(HandedOverBody.self).state == "accepted")
            let other = attempt.request.replacing("\"covers\":1", with: "\"covers\":2")
            #expect(other != attempt.request)
            let reused = try await gateway.putText(path, other)
            #expect(try reused.status == 422 && reused.read(ProblemBody.self).code == "KEY_REUSED")
            #expect(house.running.bookings(ofCheck: check.number).count == 1)
        }
    }

    @Test func `S1-02: a key that was taken back before its posting came takes nothing afterwards`() async throws {
        try await House.withSecondTill { house, till, _ in
            let lucia = try await till.waiter.lucia()
            let check = try await till.check()
            let id = try till.posting(try await till.waiter.charge(check, to: lucia))
            let request = try #require(try await till.restaurant.posting(id).attempts.first).request
            var gateway = TillClient(base: house.running.till)
            gateway.token = try await house.gatewayKey().secret.text
            let mark: MarkBody = try await gateway.call(.GET, "/api/v1/gateway")
            let path = "/api/v1/gateway/postings/\(PostingAttemptID.make(at: SystemClock.now()))"
            #expect(try await gateway.send(.GET, path + "?mark=\(mark.mark)").status == 404)
            let taken: HandedOverBody = try await gateway.call(.DELETE, path + "?mark=\(mark.mark)")
            #expect(taken.state == "withdrawn")
            #expect(try await gateway.putText(path, request).read(HandedOverBody.self).state == "withdrawn")
            #expect(house.running.bookings(ofCheck: check.number).count == 1, "only the charge of before")
            let elsewhere = try await gateway.send(.DELETE, path + "?mark=another")
            #expect(try elsewhere.status == 409 && elsewhere.read(ProblemBody.self).code == "GATEWAY_FORGOT")
        }
    }

    @Test func `S1-02: the answer is lost after the gateway wrote the posting: it lands once and the check is paid`() async throws {
        try await House.withSecondTill { house, till, wire in
            let lucia = try await till.waiter.lucia()
            let check = try await till.check()
            let lost = Mutex(0)
            wire.decide { line in
                guard line.hasPrefix("PUT ") else { return .passes }
                let count = lost.withLock { lost -> Int in
                    lost += 1
                    return lost
                }
                return count == 1 ? .lostAfter : .passes
            }
            let answer = try await till.waiter.charge(check, to: lucia)
            #expect(try await till.settles(try till.posting(answer)).state == .accepted)
            #expect(house.running.bookings(ofCheck: check.number).map(\.total) == [check.total])
            #expect(wire.handedOver == 2)
        }
    }

    @Test func `S1-02: the gateway's own line is down: outlets that wait let charges wait, the others refuse`() async throws {
        try await House.withSecondTill { house, till, wire in
            let lucia = try await till.waiter.lucia()
            try await house.hotelGoesAway()
            try await till.link(is: .down, because: .gatewayDown)
            let refused = try await till.check(outlet: 1)
            #expect(try await till.waiter.charge(refused, to: lucia).status == 503)
            let waiting = try await till.check(outlet: 2)
            let answer = try await till.waiter.charge(waiting, to: lucia)
            #expect(answer.status == 202)
            #expect(wire.handedOver == 0, "nothing was sent")
            try await house.hotelIsBack()
            #expect(try await till.settles(try till.posting(answer)).state == .accepted)
            #expect(house.running.bookings(ofCheck: waiting.number).count == 1)
            #expect(house.running.bookings(ofCheck: refused.number).isEmpty)
        }
    }

    @Test func `S1-02: the network to the gateway is away and comes back: nothing is lost and nothing doubled`() async throws {
        try await House.withSecondTill { house, till, wire in
            let lucia = try await till.waiter.lucia()
            wire.cut(true)
            try await till.link(is: .down)
            let check = try await till.check(outlet: 2)
            let answer = try await till.waiter.charge(check, to: lucia)
            #expect(answer.status == 202)
            wire.cut(false)
            #expect(try await till.settles(try till.posting(answer)).state == .accepted)
            #expect(house.running.bookings(ofCheck: check.number).count == 1)
        }
    }

    @Test func `S1-02: a wrong key and a revoked key open nothing, and the connection test says so`() async throws {
        try await House.open { house in
            let (key, secret) = try await house.gatewayKey()
            let stranger = GatewaySecret.make().text
            for token in [stranger, house.waiter.token ?? "", ""] {
                var client = TillClient(base: house.running.till)
                client.token = token
                #expect(try await client.send(.GET, "/api/v1/gateway").status == 401)
            }
            let folder = Program.folder()
            try await SecondTill.run(in: folder, gateway: house.running.till, key: secret.text) { till in
                let admin = try await house.administrator()
                let saved = try await admin.form("/configuration/settings/gateway-keys/\(key.id)", ["revoke": "on"])
                #expect(saved.status == 303)
                try await till.link(is: .down, because: .notAuthentic)
                let method = try #require(try await till.restaurant.paymentMethods().first { $0.code == "IKPMS" })
                #expect(try await till.admin.page("/configuration/settings/payment-methods/\(method.id)").contains("relay-test"))
                let test: LinkTestBody = try await till.admin.call(.POST, "/api/v1/hotel-link/tests")
                #expect(!test.isGood && test.fault == "notAuthentic")
                try await till.uses(house.running.till, key: try await house.gatewayKey().secret.text)
                try await till.link(is: .alive)
                let good: LinkTestBody = try await till.admin.call(.POST, "/api/v1/hotel-link/tests")
                #expect(good.isGood, "without a restart")
            }
        }
    }

    @Test func `S1-02: a key for some workstations hands over for no other`() async throws {
        try await House.open { house in
            let secret = try await house.gatewayKey(for: ["NOBODY"]).secret
            try await SecondTill.run(in: Program.folder(), gateway: house.running.till, key: secret.text) { till in
                let check = try await till.check()
                let answer = try await till.waiter.charge(check, to: try await till.waiter.lucia())
                #expect(try answer.status == 422 && answer.read(ProblemBody.self).code == "POSTING_DENIED")
                #expect(house.running.bookings(ofCheck: check.number).isEmpty)
            }
        }
    }

    @Test func `S1-02: a doubt of the gateway settles there by the guest's bill, and the till's check follows`() async throws {
        try await House.withSecondTill(quietMs: 200) { house, till, _ in
            let lucia = try await till.waiter.lucia()
            let check = try await till.check(outlet: 1)
            house.running.hotel.arm(.cutAfterBooking)
            let answer = try await till.waiter.charge(check, to: lucia)
            let id = try till.posting(answer)
            #expect(try await till.settles(id).state == .accepted)
            #expect(house.running.bookings(ofCheck: check.number).count == 1)
            let paid: CheckBody = try await till.waiter.call(.GET, "/api/v1/checks/\(check.id)")
            #expect(paid.remaining == 0)
        }
    }

    @Test func `S1-02: the network cut anywhere in 104 charges: the ledger and the till agree on each`() async throws {
        try await House.withSecondTill { house, till, wire in
            let lucia = try await till.waiter.lucia()
            let chance = Mutex(SeededGenerator(seed: 20_261_122))
            wire.decide { line in
                guard line.contains("/gateway/postings/") else { return .passes }
                return chance.withLock { generator in
                    Int.random(in: 0..<10, using: &generator) < 6 ? .passes : RelayWire.Fate.allCases.randomElement(using: &generator)!
                }
            }
            let charges = try await withThrowingTaskGroup(of: [(CheckBody, PostingID?)].self) { lanes in
                for lane in 0..<8 {
                    lanes.addTask {
                        var made: [(CheckBody, PostingID?)] = []
                        for _ in 0..<13 {
                            let check = try await till.check(outlet: 1 + lane % 2)
                            let answer = try await till.waiter.charge(check, to: lucia)
                            made.append((check, answer.status < 300 ? try till.posting(answer) : nil))
                        }
                        return made
                    }
                }
                return try await lanes.reduce(into: []) { $0 += $1 }
            }
            #expect(charges.count == 104)
            wire.decide { _ in .passes }
            var accepted = 0
            for (check, id) in charges {
                let state = if let id { try await till.settles(id).state } else { PostingState.refused }
                let expected = state == .accepted ? [check.total] : []
                #expect(house.running.bookings(ofCheck: check.number).map(\.total) == expected, "check \(check.number) is \(state)")
                accepted += expected.count
            }
            #expect(accepted > 80, "most of them go through: \(accepted)")
            #expect(wire.handedOver > 104, "some were handed over more than once")
        }
    }

    @Test func `S1-02: the gateway killed between send and answer: one booking, and the till's check follows`() async throws {
        let hotel = try Program.hotel()
        let folder = Program.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Program.configure(folder, hotelPort: try hotel.fiasPort)
        let reception = try hotel.reception
        let first = try Program.till(folder)
        try await TillClient.anna(first).linkIs("alive")
        let secret = try await Self.keyByHand(at: try first.till)
        try await RelayWire.run(to: try Self.port(of: first)) { wire, begin in
            try await SecondTill.run(in: Program.folder(), gateway: "http://127.0.0.1:\(begin)", key: secret) { till in
                let check = try await till.check()
                let lucia = try await till.waiter.lucia()
                #expect(try await reception.send(.POST, "/api/faults", LostAnswer()).status < 300)
                let answer = try await till.waiter.charge(check, to: lucia)
                #expect(answer.status == 202)
                try await reception.hotelHasBooked(check.number, on: lucia)
                first.kill()
                let second = try Program.till(folder)
                wire.lead(to: try Self.port(of: second))
                #expect(try await till.settles(try till.posting(answer)).state == .accepted)
                let folio: FolioBody = try await reception.call(.GET, "/api/folios/\(lucia.reservationNumber)")
                #expect(folio.postings(ofCheck: check.number).count == 1)
                #expect(try second.stop() == 0)
            }
        }
        #expect(try hotel.stop() == 0)
    }

    /// A gateway key as a person makes it: the page shows it, and saving keeps its digest.
    private static func keyByHand(at gateway: String) async throws -> String {
        var admin = TillClient(base: gateway)
        let set = try ConfigurationSet(json: DemoFiles.brasserie)
        let pin = try #require(set.staff.first { $0.role == "administrator" }?.pin)
        admin.token = try await admin.call(.POST, "/api/v1/sessions", PINBody(pin: pin), as: SessionBody.self).token
        let page = try await admin.page("/configuration/settings/gateway-keys/add")
        let secret = String(try #require(page.firstMatch(of: /ardoise-gateway-[A-Za-z0-9]{43}/)).output)
        let saved = try await admin.form(
            "/configuration/settings/gateway-keys/add", ["name": "Bar", "secret": secret, "workstations": ""])
        #expect(saved.status == 303)
        #expect(try await !admin.page("/configuration/settings/gateway-keys").contains(secret), "shown once")
        return secret
    }

    private static func port(of program: Program) throws -> Int {
        try #require(try program.till.split(separator: ":").last.flatMap { Int($0) })
    }

    @Test func `S1-05: the rest of the revenue goes by the gateway too, each window once`() async throws {
        try await House.withSecondTill { house, till, _ in
            try await till.restaurant.database.write { tx in
                _ = try tx.execute("update payment_method set transmits_receipts = 1 where kind = 'room'")
                _ = try tx.keepBooks(at: SystemClock.now(), takesRevenue: true)
            }
            let check = try await till.check()
            let methods = try await till.restaurant.paymentMethods()
            let card = try #require(methods.first { $0.kind == .card })
            let paid = try await till.waiter.send(
                .POST, "/api/v1/checks/\(check.id)/payments", SettlementBody(paymentMethodId: card.id.text, amount: check.total),
                key: House.key())
            #expect(paid.status < 300)
            let moment = SystemClock.now().advanced(byMs: 31 * 60_000 + RevenueBooks.graceMs)
            let kept = try await till.restaurant.database.write { tx in try tx.keepBooks(at: moment, takesRevenue: true) }
            till.restaurant.signals.announce(kept.postings)
            till.restaurant.signals.wake()
            let posting = try #require(kept.postings.first)
            #expect(try await till.settles(posting.id).state == .accepted)
            #expect(house.running.directBookings.map(\.total) == [check.total])
        }
    }
}

private struct HandedOverBody: Decodable { let state: String }
/// The hotel books, and its answer never leaves.
private struct LostAnswer: Encodable {
    let kind = "loseAnswer"
    let booked = true
}
private struct MarkBody: Decodable { let mark: String }
private struct LinkTestBody: Decodable {
    let isGood: Bool
    let fault: String?
}
