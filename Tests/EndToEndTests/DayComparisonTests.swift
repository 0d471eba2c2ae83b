import AsyncHTTPClient
import HotelSimulator
import NIOCore
import NIOHTTP1
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Ardoise

/// Our books of a day beside the hotel's, on an evening: at night the two count their days differently, and the sums of a date differ, too.
@Suite(.serialized, .timeLimit(.minutes(10))) struct DayComparisonTests {
    @Test func `the hotel's own list and its bills agree with our books to the cent, whatever was lost on the way`() async throws {
        try await House.open(postingTimeoutMs: 1_000, quietMs: 400, clock: TestClock()) { house in
            let lucia = try await house.guest("204")
            #expect(try await house.charge(try await house.check(plus: [75]), to: lucia, tip: 100).status == 201)
            for fault in [Fault.loseAnswer(booked: true), .loseAnswer(booked: false), .refuse(status: "UR")] {
                house.running.hotel.arm(fault)
                let posting = try await house.charge(try await house.check(), to: lucia)
                if posting.status == 202 { try await house.settles(posting.read(ChargeAnswer.self).posting) }
            }
            for report in [try await house.comparedWithList(), try await house.comparedWithBills()] {
                #expect(report.run.ours.total == report.run.hotels.total)
                #expect(report.run.ours.count == 3)
                #expect(report.differences.isEmpty, "\(report.differences)")
            }
        }
    }

    @Test func `what a hotel books late and never tells is found by the comparison of the day`() async throws {
        try await House.open(postingTimeoutMs: 1_000, quietMs: 400, clock: TestClock()) { house in
            let lucia = try await house.guest("204")
            #expect(try await house.charge(try await house.check(plus: [75]), to: lucia).status == 201)
            let check = try await house.check()
            house.running.hotel.arm(.bookLate(ms: 12_000))
            let posting = try await house.charge(check, to: lucia).read(ChargeAnswer.self).posting
            try await house.settles(posting)
            let news = house.running.hotel.news()
            house.running.hotel.disturb(.cut)
            for await _ in news where house.booked(check).count == 2 { break }
            try await house.link(is: .alive)
            let first = try await house.story(posting)
            let reference = first.posting.reference(number: first.attempts[0].number).text
            for report in [try await house.comparedWithList(), try await house.comparedWithBills()] {
                let found = report.differences
                #expect(found.map(\.kind) == [.notExpected] && found.map(\.reference) == [reference])
                #expect(found.first?.hotels.minorUnits == check.total)
            }
        }
    }

    @Test func `a charge moved to another bill before anybody could look is sent again, and the hotel's list finds it twice`() async throws
    {
        try await House.open(postingTimeoutMs: 1_000, quietMs: 1_500, clock: TestClock()) { house in
            let lucia = try await house.guest("204")
            #expect(try await house.charge(try await house.check(plus: [75]), to: lucia).status == 201)
            let check = try await house.check()
            house.running.hotel.change { hotel, _ in hotel.settings.allowsBillView = false }
            house.running.hotel.arm(.loseAnswer(booked: true))
            let posting = try await house.charge(check, to: lucia).read(ChargeAnswer.self).posting
            #expect(try await house.outcome(of: posting) == .inDoubt)
            try house.running.hotel.change { hotel, atMs throws(DeskRefusal) in
                for line in hotel.ledger.bookings(ofCheck: String(check.number)).flatMap(\.transactionNumbers) {
                    try hotel.transferLine(line, from: .reservation(lucia.reservationNumber), to: .account("40010"), atMs: atMs)
                }
                hotel.settings.allowsBillView = true
            }
            try await house.settles(posting)
            #expect(house.booked(check).map(\.total) == [check.total, check.total])
            let found = try await house.comparedWithList().differences
            #expect(found.map(\.kind) == [.notExpected])
            #expect(found.first?.hotels.minorUnits == check.total)
        }
    }
}

extension House {
    /// Our books of today beside the hotel's own list, fetched from reception as a manager would.
    fileprivate func comparedWithList() async throws -> ReconciliationReport {
        let answer = try await HTTPClient.shared.execute(
            HTTPClientRequest(url: running.reception + "/api/ledger.csv"), timeout: .seconds(30))
        let list = try await answer.body.collect(upTo: 1 << 20)
        return try await running.restaurant.reconcile(today(), csv: Array(list.readableBytesView), by: someManager())
    }

    /// Our books of today beside the guests' bills, read over the link.
    fileprivate func comparedWithBills() async throws -> ReconciliationReport {
        try await running.restaurant.reconcile(today(), by: someManager())
    }

    private func today() async throws -> BusinessDate {
        try await running.restaurant.property().calendar.businessDate(at: running.restaurant.now())
    }

    private func someManager() async throws -> Cashier {
        let staff = try await running.restaurant.database.read { tx in try tx.cashiers() }
        return try #require(staff.first { $0.name == "Hélène" })
    }
}
