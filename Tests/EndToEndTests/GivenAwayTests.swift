import HotelSimulator
import NIOHTTP1
import Operations
import PaperPrinter
import PointOfSale
import Testing

@testable import Ardoise

/// Checks of which everything is given away, over the program's own pages and API, with paper and both hotels.
@Suite(.serialized) struct GivenAwayTests {
    @Test func `S2-11: a check given away as a whole closes without a payment, on paper and in the books, and no hotel hears of it`()
        async throws
    {
        try await House.open { house in
            try await SimulatedPrinter.on { printer in
                try await house.hasPrinter(printer, receipts: "always")
                try await house.transmitsReceipts()
                try await house.usesRoomRaccoon()
                let check = try await house.check()
                let early = try await house.waiter.form("/checks/\(check.id)/closing", [:])
                #expect(early.status == 422 || early.status == 409, "\(early.status)")
                #expect(early.text.contains("Il reste"), "\(early.text)")
                let direction = try await house.preset("Grand geste", percent: "100", manager: true)
                let asked = DiscountApprovalBody(pin: try house.pin(of: "manager"), discounts: [DiscountBody(presetId: direction)])
                let given = try await house.approve(asked, on: check)
                #expect(given.status == 200, "\(given.text)")
                #expect(try await house.discounted(check).total == 0)
                let paid = try await house.settle(check, by: "cash", check.total)
                #expect(try paid.read(ProblemBody.self).code == "NOTHING_TO_PAY")
                let charged = try await house.charge(check, to: try await house.guest("204"), amount: check.total)
                #expect(try charged.read(ProblemBody.self).code == "NOTHING_TO_PAY")
                #expect(try await house.waiter.page("/checks/\(check.id)/pay").contains("id=\"close-free\""))
                for _ in 0..<2 {
                    let closed = try await house.waiter.form("/checks/\(check.id)/closing", [:])
                    #expect(closed.status == 303, "\(closed.text)")
                }
                #expect(try await house.check(check.id).state == "closed")
                await printer.holds(1)
                #expect(printer.sheets.count == 1 && printer.sheets[0].text.contains("Grand geste 100 %"))
                let history = try await house.manager.page("/history")
                #expect(history.contains("offerte") && !history.contains("/history/\(check.id)/refund"))
                let refund = try await house.refund(check)
                #expect(try refund.read(ProblemBody.self).code == "NOTHING_TO_REFUND")
                #expect(try await house.manager.page("/day").contains("Grand geste"))
                // Before the books are told of a later moment: the date may end with it, and what it closed stays.
                #expect(try await house.void(check).status < 300)
                #expect(try await house.check(check.id).state == "voided")
                try await house.halfAnHourPasses()
                let day = try await house.day()
                #expect(day.difference == 0)
                #expect(house.booked(check).isEmpty && house.running.directBookings.isEmpty)
                #expect(house.running.hostel.snapshot.posTickets.isEmpty)
            }
        }
    }

    @Test func `S2-11: a discount kept for managers takes a manager's PIN on the waiter's screen, once, for that discount`() async throws {
        try await House.open { house in
            let reserved = try await house.preset("Direction 2", percent: "50", manager: true)
            let check = try await house.check()
            let lines = try await house.discounted(check).lines
            let first = DiscountBody(lineId: lines[0].id, presetId: reserved)
            let pins: [(String, Int, String)] = [
                ("1234", 401, "WRONG_PIN"), (try house.pin(of: "waiter"), 403, "NOT_PERMITTED"),
            ]
            for (pin, status, code) in pins {
                let answer = try await house.approve(DiscountApprovalBody(pin: pin, discounts: [first]), on: check)
                #expect(answer.status == status, "\(answer.text)")
                #expect(try answer.read(ProblemBody.self).code == code)
            }
            #expect(try await house.discounted(check).discounts.isEmpty)
            let asked = DiscountApprovalBody(pin: try house.pin(of: "manager"), discounts: [first])
            for _ in 0..<2 { #expect(try await house.approve(asked, on: check).status == 200) }
            let given = try await house.discounted(check)
            #expect(given.discounts.map(\.lineId) == [lines[0].id] && given.total == check.total + given.discount)
            let next = try await house.change(check, [DiscountBody(lineId: lines[1].id, presetId: reserved)], as: house.waiter)
            #expect(next.status == 403 && next.text.contains("NOT_PERMITTED"))
            let lucia = try await house.guest("204")
            #expect(try await house.charge(try await house.check(check.id), to: lucia).status == 201)
            #expect(house.charges(ofCheck: check.number).map(\.totalMinor) == [given.total])
        }
    }

    @Test func `S2-11: after a part payment the till says how a discount can still be given, and that way works`() async throws {
        try await House.open { house in
            let check = try await house.check()
            let lucia = try await house.guest("204")
            let before = try await house.balance(lucia)
            #expect(try await house.charge(check, to: lucia, amount: 1000).status == 201)
            let late = try await house.change(check, [.custom(rate: 1000)])
            #expect(late.status == 409 && late.text.contains("CHECK_HAS_PAYMENTS") && late.text.contains("Encaisser"))
            #expect(try await house.waiter.page("/checks/\(check.id)").contains("annulez ce paiement"))
            let id = try #require(CheckID(text: check.id))
            let tender = try #require(try await house.running.restaurant.check(id).tenders.first)
            let undone = try await house.manager.send(
                .POST, "/api/v1/checks/\(check.id)/payments/\(tender.id)/void", SettlementBody(reason: "Remise oubliée"),
                key: House.key())
            let money: MoneyBackBody = try undone.read()
            #expect(try await house.outcome(of: try #require(money.postings.first)) == .accepted)
            #expect(try await !house.waiter.page("/checks/\(check.id)").contains("annulez ce paiement"))
            let discounted = try await house.changed(check, [.custom(rate: 1000)])
            #expect(try await house.charge(try await house.check(check.id), to: lucia, amount: discounted.total).status == 201)
            #expect(try await house.balance(lucia) - before == discounted.total)
            #expect(try await house.check(check.id).state == "closed")
        }
    }
}

extension House {
    /// Asks for discounts with a manager's PIN, on the waiter's screen.
    func approve(_ asked: DiscountApprovalBody, on check: CheckBody) async throws -> TillClient.Answer {
        try await waiter.send(
            .POST, "/api/v1/checks/\(check.id)/discount-approvals",
            ApprovedDiscountsBody(
                pin: asked.pin, discounts: asked.discounts.map { .init(id: $0.id, lineId: $0.lineId, presetId: $0.presetId) }))
    }

    /// The PIN of the first of that role.
    func pin(of role: String) throws -> String { try #require(running.staff.first { $0.role == role }).pin }
}

struct DiscountApprovalBody: Sendable {
    let pin: String
    let discounts: [DiscountBody]
}

struct ApprovedDiscountsBody: Encodable, Sendable {
    let pin: String
    let discounts: [Asked]

    struct Asked: Encodable, Sendable {
        let id: String
        let lineId: String?
        let presetId: String?
    }
}
