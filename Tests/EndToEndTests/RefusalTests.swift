import AsyncHTTPClient
import Foundation
import HotelSimulator
import NIOCore
import NIOFoundationCompat
import NIOHTTP1
import Operations
import PointOfSale
import Storage
import Testing

@testable import Ardoise

/// What the till says no to, in French and in English, and that the hotel's ledger then holds nothing of it.
@Suite(.serialized) struct RefusalTests {
    @Test(arguments: HotelSystem.allCases) func `S1-08: a tip larger than the house's policy is refused, on a room and in cash`(
        system: HotelSystem
    ) async throws {
        try await House.open(system) { house in
            let check = try await house.check(plus: [20])
            let lucia = try await house.guest("204")
            let room = try await house.waiter.refused(
                "/api/v1/checks/\(check.id)/room-charges", ChargeBody(amount: check.total, tip: check.total + 1, guest: lucia))
            let cash = try await house.waiter.refused(
                "/api/v1/checks/\(check.id)/payments",
                SettlementBody(paymentMethodId: try await house.method("cash"), amount: check.total, tip: check.total + 1))
            for said in [room, cash] {
                #expect(said.code == "TIP_TOO_LARGE" && said.fr.contains("pourboire") && said.en.contains("tip"))
            }
            #expect(house.booked(check).isEmpty)
        }
    }

    @Test func `S1-09: parts that leave a cent are refused in both languages`() async throws {
        try await House.open { house in
            let check = try await house.check(plus: [20, 52])
            let said = try await house.waiter.refused(
                "/api/v1/checks/\(check.id)/parts", SettlementBody(way: "amounts", amounts: [check.total - 1]))
            #expect(said.code == "SPLIT_LEAVES" && said.fr.contains("0,01") && said.en.contains("0.01"))
        }
    }

    @Test(arguments: HotelSystem.allCases) func `S1-10: a void on the next business date is refused, and the folio stays`(
        system: HotelSystem
    ) async throws {
        try await House.open(system) { house in
            let check = try await house.check(plus: [20])
            #expect(try await house.charge(check, to: try await house.guest("204")).status == 201)
            try await house.running.restaurant.database.write { tx in
                _ = try tx.execute("update tender set business_date = '2020-01-01'")
            }
            let said = try await house.manager.refused("/api/v1/checks/\(check.id)/void", SettlementBody(reason: "Erreur"))
            #expect(said.code == "VOID_TOO_LATE" && said.fr.contains("remboursez") && said.en.contains("refund"))
            #expect(house.charges(ofCheck: check.number).count == 1)
        }
    }

    @Test(arguments: HotelSystem.allCases) func `S1-11: a line that was given back is locked, and a guest who has moved or gone is said`(
        system: HotelSystem
    ) async throws {
        try await House.open(system) { house in
            let (lucia, petrov) = (try await house.guest("204"), try await house.guest("118"))
            let check = try await house.check(plus: [20, 52])
            #expect(try await house.charge(check, to: lucia).status == 201)
            let line = try #require(try await house.whole(check).lines.first).id
            #expect(try await house.refund(check, [PickBody(lineId: line, quantity: 1)], by: "cash").status == 201)
            let path = "/api/v1/checks/\(check.id)/refunds"
            let locked = try await house.manager.refused(
                path,
                SettlementBody(
                    paymentMethodId: try await house.method("cash"), tip: 0, lines: [PickBody(lineId: line, quantity: 1)], reason: "Encore")
            )
            #expect(locked.code == "LINES_REFUNDED_ALREADY" && locked.fr != locked.en)

            let toRoom = SettlementBody(
                paymentMethodId: try await house.method("room"), tip: 0, guest: ChargeBody.Guest(lucia), reason: "Plat froid")
            let reception = TillClient(base: house.running.reception)
            let moved = try await reception.send(.POST, "/api/reservations/\(lucia.reservationNumber)/move", ["room": "211"])
            #expect(moved.status < 300)
            let gone = try await house.manager.refused(path, toRoom)
            #expect(gone.code == "GUEST_LEFT" && gone.fr.contains("204") && gone.en.contains("reception"))
            // In the new room it goes through; to a guest who was never charged it does not.
            let there = try #require(try await house.guests("211").first)
            let other = try await house.manager.refused(
                path,
                SettlementBody(
                    paymentMethodId: try await house.method("room"), tip: 0, guest: ChargeBody.Guest(petrov), reason: "Plat froid"))
            #expect(other.code == "REFUND_TO_OTHER_STAY" && other.fr != other.en)
            #expect(try await house.refund(check, by: "room", to: there).status == 201)
            let left = try #require(try await house.whole(check).lines.first { $0.id == line }).unitPrice
            #expect(house.running.hotel.ledger.bookings.map(\.charge.totalMinor).reduce(0, +) == left, "what was given back in cash")
        }
    }

    @Test func `S1-06: a guest who moves between search and charge is not charged in the old room`() async throws {
        try await House.open { house in
            let check = try await house.check(plus: [20])
            let petrov = try await house.guest("118")
            try await house.moves(petrov, to: "211")
            let said = try await house.waiter.refused(
                "/api/v1/checks/\(check.id)/room-charges", ChargeBody(amount: check.total, guest: petrov))
            #expect(!said.fr.isEmpty && said.fr != said.en, "\(said)")
            #expect(house.booked(check).isEmpty)
            let there = try await house.guest("211")
            #expect(try await house.charge(check, to: there).status == 201)
            #expect(house.booked(check).map(\.room) == ["211"])
        }
    }

    /// FIAS charges a room, and so refuses; OPERA Cloud charges a reservation, which goes with the guest.
    @Test func `S1-06: over OPERA Cloud a guest who moves is charged on the same stay, in the new room`() async throws {
        try await House.open(.operaCloud) { house in
            let check = try await house.check(plus: [20])
            let petrov = try await house.guest("118")
            try await house.moves(petrov, to: "211")
            #expect(try await house.charge(check, to: petrov).status == 201)
            let booked = house.booked(check)
            #expect(booked.map(\.room) == ["211"] && booked.map(\.reservation) == [petrov.reservationNumber])
        }
    }

    @Test(arguments: HotelSystem.allCases) func `S1-15: a manager's PIN does not open a reservation marked no posting`(system: HotelSystem)
        async throws
    {
        try await House.open(system) { house in
            let check = try await house.check(plus: [20])
            let henri = try #require(try await house.guests("204").first { $0.mayBeCharged == false })
            let pin = try #require(house.running.staff.first { $0.role == "manager" }).pin
            let approval = try await house.waiter.refused(
                "/api/v1/checks/\(check.id)/approvals",
                SettlementBody(amount: check.total, guest: ChargeBody.Guest(henri), pin: pin))
            #expect(approval.code == "GUEST_NO_POSTING")
            #expect(approval.fr.contains("Personne ne peut passer outre") && approval.en.contains("Nobody can override"))
            let charge = try await house.manager.refused(
                "/api/v1/checks/\(check.id)/room-charges", ChargeBody(amount: check.total, guest: henri))
            #expect(charge.code == "GUEST_NO_POSTING")
            #expect(house.running.hotel.ledger.bookings.isEmpty)
        }
    }

    @Test(arguments: HotelSystem.allCases) func `S1-16: a word that was used is used up, in both languages`(system: HotelSystem)
        async throws
    {
        try await House.open(system) { house in
            let zhang = try await house.guest("110")
            let check = try await house.check(plus: [20, 52])
            let pin = try #require(house.running.staff.first { $0.role == "manager" }).pin
            let approval: ApprovalBody = try await house.waiter.call(
                .POST, "/api/v1/checks/\(check.id)/approvals",
                SettlementBody(amount: check.total, guest: ChargeBody.Guest(zhang), pin: pin))
            #expect(try await house.charge(check, to: zhang, amount: 100, approval: approval.id).status == 201)
            let said = try await house.waiter.refused(
                "/api/v1/checks/\(check.id)/room-charges",
                SettlementBody(amount: 100, tip: 0, guest: ChargeBody.Guest(zhang), approvalId: approval.id))
            #expect(said.code == "APPROVAL_USED" && said.fr.contains("déjà servi") && said.en.contains("already used"))
            #expect(house.charges(ofCheck: check.number).map(\.totalMinor) == [100])
        }
    }
}

/// The back office's refusals, word for word in both languages; what was typed is not taken.
@Suite(.serialized) struct SettingRefusalTests {
    @Test func `S1-02: a code other than IKPMS, and a gateway elsewhere, are refused in both languages`() async throws {
        try await House.open { house in
            let admin = try await house.administrator()
            try await admin.refuses(
                "/configuration/settings/payment-methods/add", ["kind": "room", "code": "ROOM", "nameFR": "Opera", "hotelCode": "ROOM"],
                fr: "IKPMS", en: "IKPMS")
        }
    }

    @Test func `S1-04: an old OPERA is refused in both languages, naming the version needed`() async throws {
        try await House.open { house in
            let admin = try await house.administrator()
            let pairs = [
                ("opera5", "5.0.03.03 E42", "5.0.03.03 E43"), ("opera5", "5.0.04.01 E23", "5.0.04.01 E24"),
                ("opera5", "5.0.04.02 E16", "5.0.04.02 E17"), ("opera5", "5.0.04.03 E9", "5.0.04.03 E10"), ("operaCloud", "1.19", "1.20"),
            ]
            for (system, version, needed) in pairs {
                try await admin.refuses(
                    "/configuration/settings/hotel/edit", ["system": system, "version": version, "on": "on"], fr: needed, en: needed)
            }
            for version in ["5.0.03.03 E43", "5.0.04.03 E10", "5.0.05.00", "5.6.1"] {
                let answer = try await admin.form(
                    "/configuration/settings/hotel/edit", ["system": "opera5", "version": version, "on": "on"])
                #expect(answer.status == 303, "\(version)")
            }
        }
    }

    @Test func `S1-14: service periods that overlap, or leave a gap, are refused in both languages`() async throws {
        try await House.open { house in
            let admin = try await house.administrator()
            let place = try await house.place()
            let path = "/configuration/settings/service-periods/\(place.outlet)"
            try await admin.refuses(
                path,
                [
                    "number0": "1", "from0": "04:00", "to0": "18:30", "fr0": "Jour", "number1": "2", "from1": "18:00", "to1": "04:00",
                    "fr1": "Soir",
                ], fr: "18:00", en: "18:00")
            try await admin.refuses(
                path,
                [
                    "number0": "1", "from0": "04:00", "to0": "17:30", "fr0": "Jour", "number1": "2", "from1": "18:00", "to1": "04:00",
                    "fr1": "Soir",
                ], fr: "17:30", en: "17:30")
            let check = try await house.check(plus: [75])
            #expect(try await house.charge(check, to: try await house.guest("204")).status == 201)
            let time = try #require(house.charges(ofCheck: check.number).first?.details.servingTime)
            #expect(["1", "2", "3", "4"].contains(time), "the periods are as they were")
        }
    }

    @Test func `S1-13: a closing time inside a service period is refused until somebody means it`() async throws {
        try await House.open { house in
            let admin = try await house.administrator()
            let path = "/configuration/settings/closing-time/edit"
            try await admin.refuses(path, ["time": "12:15", "openChecks": "carry"], fr: "12:15", en: "12:15")
            #expect(try await admin.form(path, ["time": "12:15", "meant": "on", "openChecks": "carry"]).status == 303)
        }
    }
}

extension House {
    /// Reception moves a guest to another room.
    fileprivate func moves(_ guest: GuestBody, to room: String) async throws {
        let reception = TillClient(base: running.reception)
        let moved = try await reception.send(.POST, "/api/reservations/\(guest.reservationNumber)/move", ["room": room])
        #expect(moved.status < 300)
    }
}

/// A refusal as it was said.
struct Said: Sendable {
    let code: String
    let fr: String
    let en: String
}

extension TillClient {
    /// A request that must be refused, made in French and in English.
    func refused(_ path: String, _ body: any Encodable & Sendable) async throws -> Said {
        var said: [String: ProblemBody] = [:]
        for language in ["fr", "en"] {
            var request = HTTPClientRequest(url: base + path)
            request.method = .POST
            if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
            request.headers.add(name: "Accept-Language", value: language)
            request.headers.add(name: "Idempotency-Key", value: House.key())
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(data: try JSONEncoder().encode(body)))
            let response = try await HTTPClient.shared.execute(request, timeout: .seconds(Self.timeoutSeconds))
            let bytes = try await response.body.collect(upTo: Self.answerBytesMax)
            #expect((400..<500).contains(response.status.code), "\(path): \(String(buffer: bytes))")
            said[language] = try JSONDecoder().decode(ProblemBody.self, from: Data(buffer: bytes))
        }
        let (fr, en) = (try #require(said["fr"]), try #require(said["en"]))
        #expect(fr.code == en.code)
        return Said(code: fr.code, fr: fr.detail, en: en.detail)
    }

    /// A form that must be refused in words, in both languages.
    func refuses(_ path: String, _ fields: KeyValuePairs<String, String>, fr: String, en: String) async throws {
        var texts: [String] = []
        for (language, words) in [("fr", fr), ("en", en)] {
            let answer = try await form(path, fields.map { ($0.key, $0.value) }, language: language)
            #expect(answer.status == 422, "\(path)")
            let problem = try #require(answer.text.firstMatch(of: /id="problem"[^>]*>([\s\S]*?)<\/div>/)).1
            #expect(problem.contains(words), "\(problem)")
            texts.append(String(problem))
        }
        #expect(texts[0] != texts[1])
    }
}
