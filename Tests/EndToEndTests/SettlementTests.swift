import HotelSimulator
import NIOHTTP1
import PointOfSale
import Testing

@testable import Ardoise

@Suite(.serialized) struct SettlementTests {
    @Test(arguments: HotelSystem.allCases) func `S1-07: paymasters are found by number and by name in the same field, and charged at once`(
        system: HotelSystem
    ) async throws {
        try await House.open(system) { house in
            // OPERA Cloud charges reservations only: its accounts of the city ledger are none.
            let accounts = [("9001", "9001"), ("Séminaire", "9001")]
            let cityLedger = system == .opera5 ? [("40010", "40010"), ("Corsaire", "40010")] : []
            for (text, room) in accounts + cityLedger {
                let account = try #require(try await house.guests(text).first { $0.roomNumber == room })
                let check = try await house.check(plus: [20, 52])
                let answer = try await house.charge(check, to: account, amount: check.total, tip: 200)
                #expect(answer.status == 201, "\(text)")
                #expect(try await house.whole(check).tenders.map(\.kind) == ["paymaster"])
                let booked = house.charges(ofCheck: check.number)
                #expect(booked.map(\.totalMinor) == [check.total + 200])
                let target: Charge.Target = room == "40010" ? .account("40010") : .guest(room: "9001", reservation: "900101")
                #expect(booked.map(\.target) == [target])
            }
        }
    }

    @Test(arguments: HotelSystem.allCases)
    func `S1-08: a tip is its own amount on a room, a paymaster and cash, never in revenue, never taxed`(system: HotelSystem) async throws {
        try await House.open(system) { house in
            let check = try await house.check(plus: [20, 21, 52, 80])
            let (lucia, account) = (try await house.guest("204"), try await house.guest("9001"))
            #expect(try await house.charge(check, to: lucia, amount: 1000, tip: 150).status == 201)
            #expect(try await house.charge(check, to: account, amount: 1000, tip: 250).status == 201)
            let rest = try await house.check(check.id)
            #expect(try await house.settle(rest, by: "cash", tip: 300).status == 201)
            let booked = house.charges(ofCheck: check.number)
            #expect(booked.map { $0.amount(of: .tip) } == [150, 250])
            #expect(booked.map { $0.totalMinor - $0.amount(of: .tip) } == [1000, 1000])
            #expect(booked.allSatisfy { charge in (1...9).map { charge.amount(of: .subtotal($0)) }.reduce(0, +) == 1000 })
            let paid = try await house.whole(check)
            #expect(paid.state == "closed" && paid.tenders.map(\.tip) == [150, 250, 300])
            #expect(paid.tenders.map(\.amount).reduce(0, +) == check.total)
            let tooMuch = try await house.check(plus: [20])
            let answer = try await house.settle(tooMuch, tip: tooMuch.total + 1)
            #expect(answer.status == 422)
            #expect(try answer.read(ProblemBody.self).code == "TIP_TOO_LARGE")
        }
    }

    @Test(arguments: HotelSystem.allCases) func `S1-09: two seats on two rooms and the rest in cash carry exactly what each had`(
        system: HotelSystem
    ) async throws {
        try await House.open(system) { house in
            let opened = try await house.check(plus: [80])
            let menu: MenuBody = try await house.waiter.call(.GET, "/api/v1/menu")
            let changes = [(20, 1), (52, 1), (21, 2), (71, 2)].map { code, seat in
                SeatedLinesBody.Change(id: House.key(), menuItemId: menu.items.first { $0.code == code }!.id, quantity: 1, seat: seat)
            }
            let check: CheckBody = try await house.waiter.call(
                .POST, "/api/v1/checks/\(opened.id)/lines", SeatedLinesBody(changes: changes))
            let split: PartsBody = try await house.waiter.call(
                .POST, "/api/v1/checks/\(check.id)/parts", SettlementBody(way: "bySeat"))
            #expect(split.parts.map(\.number) == [1, 2, nil])
            #expect(split.parts.map(\.amount).reduce(0, +) == check.total)
            let (lucia, petrov) = (try await house.guest("204"), try await house.guest("118"))
            for (guest, part) in zip([lucia, petrov], split.parts) {
                #expect(try await house.charge(check, to: guest, amount: part.amount, lines: part.lines).status == 201)
            }
            let twice = try await house.charge(check, to: lucia, amount: split.parts[0].amount, lines: split.parts[0].lines)
            #expect(twice.status == 409)
            #expect(try twice.read(ProblemBody.self).code == "LINES_PAID_ALREADY")
            let last = split.parts[2]
            #expect(try await house.settle(check, by: "cash", last.amount, lines: last.lines).status == 201)
            #expect(try await house.check(check.id).state == "closed")
            let prices = { (codes: [Int]) in codes.map { code in menu.items.first { $0.code == code }!.price }.reduce(0, +) }
            #expect(house.charges(ofCheck: check.number).map(\.totalMinor) == [prices([20, 52]), prices([21, 71])])
        }
    }

    @Test func `S1-09: a split that leaves a cent is refused, equal parts do not`() async throws {
        try await House.open { house in
            let check = try await house.check(plus: [20, 52, 80])
            let path = "/api/v1/checks/\(check.id)/parts"
            let equal: PartsBody = try await house.waiter.call(.POST, path, SettlementBody(way: "equally", count: 7))
            #expect(equal.parts.count == 7 && equal.parts.map(\.amount).reduce(0, +) == check.total)
            let half = check.total / 2
            let short = try await house.waiter.send(.POST, path, SettlementBody(way: "amounts", amounts: [half, check.total - half - 1]))
            #expect(short.status == 422)
            #expect(try short.read(ProblemBody.self).code == "SPLIT_LEAVES")
        }
    }

    @Test(arguments: HotelSystem.allCases) func `S1-10: a voided check leaves the folio as it was, the mirror beside the original`(
        system: HotelSystem
    ) async throws {
        try await House.open(system) { house in
            let lucia = try await house.guest("204")
            let before = try await house.balance(lucia)
            let check = try await house.check(plus: [20, 21, 52])
            #expect(try await house.charge(check, to: lucia, amount: check.total - 1000, tip: 300).status == 201)
            #expect(try await house.settle(try await house.check(check.id), by: "cash").status == 201)
            #expect(try await house.void(check, as: house.waiter).status == 403)
            let key = House.key()
            let back: MoneyBackBody = try (try await house.void(check, key: key)).read()
            #expect(back.check.state == "voided" && back.postings.map(\.state) == ["accepted"])
            #expect(try await house.balance(lucia) == before)
            let booked = house.charges(ofCheck: check.number)
            #expect(booked.count == 2)
            #expect(booked[1].target == booked[0].target && booked[1].totalMinor == -booked[0].totalMinor)
            for part in booked[0].parts { #expect(booked[1].amount(of: part.component) == -part.amountMinor) }
            #expect(booked[1].details.date == booked[0].details.date && booked[1].details.time == booked[0].details.time)
            #expect(try await house.void(check, key: key).headers["Idempotency-Replayed"].first == "true")
            let again = try await house.void(check)
            #expect(again.status == 409)
            #expect(try again.read(ProblemBody.self).code == "CHECK_VOIDED")
            #expect(house.charges(ofCheck: check.number).count == 2)
        }
    }

    @Test(arguments: HotelSystem.allCases) func `S1-10: where the hotel takes no negative postings the void says so, and is tried again`(
        system: HotelSystem
    ) async throws {
        try await House.open(system) { house in
            let lucia = try await house.guest("204")
            let check = try await house.check(plus: [52])
            #expect(try await house.charge(check, to: lucia, amount: check.total).status == 201)
            house.running.hotel.change { hotel, _ in hotel.settings.allowsNegativePostings = false }
            let refused: MoneyBackBody = try (try await house.void(check)).read()
            #expect(refused.postings.map(\.state) == ["refused"])
            #expect(house.charges(ofCheck: check.number).count == 1)
            house.running.hotel.change { hotel, _ in hotel.settings.allowsNegativePostings = true }
            let back: MoneyBackBody = try (try await house.void(check)).read()
            #expect(back.postings.map(\.state) == ["refused", "accepted"])
            #expect(house.charges(ofCheck: check.number).map(\.totalMinor) == [check.total, -check.total])
        }
    }

    @Test(arguments: HotelSystem.allCases) func `S1-11: articles go back to the room as a new negative check, once`(system: HotelSystem)
        async throws
    {
        try await House.open(system) { house in
            let lucia = try await house.guest("204")
            let before = try await house.balance(lucia)
            let check = try await house.check(plus: [20, 21, 52])
            #expect(try await house.charge(check, to: lucia, amount: check.total).status == 201)
            let line = try #require(try await house.whole(check).lines.first)
            let pick = [PickBody(lineId: line.id, quantity: 1)]
            let petrov = try await house.guest("118")
            let wrong = try await house.refund(check, pick, by: "room", to: petrov)
            #expect(try wrong.read(ProblemBody.self).code == "REFUND_TO_OTHER_STAY")
            let answer = try await house.refund(check, pick, by: "room", to: lucia)
            #expect(answer.status == 201)
            let back: MoneyBackBody = try answer.read()
            #expect(back.check.refunds == check.id && back.check.state == "closed" && back.check.total == -line.unitPrice)
            #expect(house.charges(ofCheck: back.check.number).map(\.totalMinor) == [-line.unitPrice])
            #expect(try await house.balance(lucia) - before == check.total - line.unitPrice)
            let twice = try await house.refund(check, pick, by: "room", to: lucia)
            #expect(twice.status == 409)
            #expect(try twice.read(ProblemBody.self).code == "LINES_REFUNDED_ALREADY")
            #expect(try await house.refund(check, by: "room", to: lucia).status == 201)
            #expect(try await house.balance(lucia) == before)
            #expect(try await house.check(check.id).state == "closed")
        }
    }

    @Test(arguments: HotelSystem.allCases)
    func `S1-11: a guest who has checked out gets nothing through the hotel; the till says so, and cash goes through`(system: HotelSystem)
        async throws
    {
        try await House.open(system) { house in
            let petrov = try await house.guest("118")
            let check = try await house.check(plus: [52])
            #expect(try await house.charge(check, to: petrov, amount: check.total).status == 201)
            let reception = TillClient(base: house.running.reception)
            #expect(try await reception.send(.POST, "/api/reservations/\(petrov.reservationNumber)/check-out").status < 300)
            let gone = try await house.refund(check, by: "room", to: petrov)
            #expect(gone.status == 422)
            #expect(try gone.read(ProblemBody.self).code == "GUEST_LEFT")
            #expect(try await house.refund(check, by: "cash").status == 201)
        }
    }

    @Test(arguments: HotelSystem.allCases) func `S1-16: past the limit only with a manager's own PIN, once, and the hotel reads the flag`(
        system: HotelSystem
    ) async throws {
        try await House.open(system) { house in
            let zhang = try await house.guest("110")
            let check = try await house.check(plus: [20, 52])
            for client in [house.waiter, house.manager] {
                let refused = try await house.charge(check, to: zhang, as: client)
                #expect(refused.status == 422)
                #expect(try refused.read(ProblemBody.self).code == "CREDIT_EXCEEDED")
            }
            let path = "/api/v1/checks/\(check.id)/approvals"
            let pin = { (role: String) in house.running.staff.first { $0.role == role }!.pin }
            let ask = { (pin: String) in SettlementBody(amount: check.total, guest: ChargeBody.Guest(zhang), pin: pin) }
            #expect(try await house.waiter.send(.POST, path, ask(pin("waiter"))).status == 403)
            #expect(try await house.waiter.send(.POST, path, ask("0000")).status == 401)
            let approval: ApprovalBody = try await house.waiter.call(.POST, path, ask(pin("manager")))
            #expect(house.booked(check).isEmpty)
            let part = try await house.charge(check, to: zhang, amount: check.total - 100, approval: approval.id)
            #expect(part.status == 201)
            #expect(house.charges(ofCheck: check.number).map(\.overridesCreditLimit) == [true])
            let again = try await house.charge(check, to: zhang, amount: 100, approval: approval.id)
            #expect(again.status == 409)
            #expect(try again.read(ProblemBody.self).code == "APPROVAL_USED")
            #expect(house.charges(ofCheck: check.number).count == 1)
        }
    }

    @Test func `S1-16: where the hotel lets nobody pass, a manager neither, and nothing is booked`() async throws {
        try await House.open { house in
            house.running.hotel.change { hotel, _ in hotel.settings.creditOverride = .nobody }
            let zhang = try await house.guest("110")
            let check = try await house.check(plus: [52])
            let pin = try #require(house.running.staff.first { $0.role == "manager" }).pin
            let approval: ApprovalBody = try await house.waiter.call(
                .POST, "/api/v1/checks/\(check.id)/approvals",
                SettlementBody(amount: check.total, guest: ChargeBody.Guest(zhang), pin: pin))
            let answer = try await house.charge(check, to: zhang, amount: check.total, approval: approval.id)
            #expect(answer.status == 422)
            #expect(try answer.read(ProblemBody.self).code == "POSTING_CREDIT_LIMIT")
            #expect(house.charges(ofCheck: check.number).isEmpty)
            #expect(try await house.check(check.id).remaining == check.total)
        }
    }
}
