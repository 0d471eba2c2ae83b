import Foundation
import HotelSimulator
import NIOHTTP1
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Ardoise

/// The three clocks at their edges: the business date turns at 05:30, service periods at 04, 11, 14 and 18, and twice a year the clock is
/// set. A house and its hotel live by a clock of the test's; the hotel's ledger says what it was told.
@Suite(.serialized) struct ClockTests {
    /// What the hotel and the house made of one moment.
    fileprivate struct Read: Hashable {
        let servingTime: String
        let wallClock: String
        let date: String
        let businessDate: String
    }

    @Test func `S1-14: to the minute, the hotel reads the service period and the house keeps its own business date`() async throws {
        let edges: [(time: String, period: String, date: String)] = [
            ("03:59", "4", "2026-11-22"), ("04:00", "1", "2026-11-22"), ("05:29", "1", "2026-11-22"), ("05:30", "1", "2026-11-23"),
            ("10:59", "1", "2026-11-23"), ("11:00", "2", "2026-11-23"), ("13:59", "2", "2026-11-23"), ("14:00", "3", "2026-11-23"),
            ("17:59", "3", "2026-11-23"), ("18:00", "4", "2026-11-23"),
        ]
        let clock = TestClock()
        try await House.open(clock: clock) { house in
            for edge in edges {
                let read = try await house.charged(at: Moment("2026-11-23T\(edge.time):00+01:00").timestamp, clock)
                #expect(
                    read
                        == Read(
                            servingTime: edge.period, wallClock: edge.time.replacing(":", with: "") + "00", date: "261123",
                            businessDate: edge.date), "\(edge.time)")
            }
        }
    }

    /// 29 March 2026: 02:00 becomes 03:00. 25 October 2026: 03:00 becomes 02:00, and an hour comes twice.
    @Test(arguments: [
        [
            ("2026-03-29T01:59:00+01:00", "015900", "4", "2026-03-28"), ("2026-03-29T03:00:00+02:00", "030000", "4", "2026-03-28"),
            ("2026-03-29T03:59:00+02:00", "035900", "4", "2026-03-28"), ("2026-03-29T04:00:00+02:00", "040000", "1", "2026-03-28"),
            ("2026-03-29T05:29:00+02:00", "052900", "1", "2026-03-28"), ("2026-03-29T05:30:00+02:00", "053000", "1", "2026-03-29"),
        ],
        [
            ("2026-10-25T02:30:00+02:00", "023000", "4", "2026-10-24"), ("2026-10-25T02:30:00+01:00", "023000", "4", "2026-10-24"),
            ("2026-10-25T03:59:00+01:00", "035900", "4", "2026-10-24"), ("2026-10-25T04:00:00+01:00", "040000", "1", "2026-10-24"),
            ("2026-10-25T05:29:00+01:00", "052900", "1", "2026-10-24"), ("2026-10-25T05:30:00+01:00", "053000", "1", "2026-10-25"),
        ],
    ])
    func `S1-14: on the nights when the clock is set, period and date follow the wall`(
        moments: [(moment: String, wall: String, period: String, date: String)]
    ) async throws {
        let clock = TestClock(try Moment(moments[0].moment).timestamp.advanced(byMs: -6 * 3_600_000))
        try await House.open(clock: clock) { house in
            for expected in moments {
                let read = try await house.charged(at: Moment(expected.moment).timestamp, clock)
                let day = String(expected.moment.prefix(10).dropFirst(2)).replacing("-", with: "")
                #expect(
                    read
                        == Read(servingTime: expected.period, wallClock: expected.wall, date: day, businessDate: expected.date),
                    "\(expected.moment)")
            }
        }
    }

    @Test func `S1-05: in the hour that comes twice, each payment goes to the hotel once, and the date balances`() async throws {
        let clock = TestClock(try Moment("2026-10-24T20:00:00+02:00").timestamp)
        try await House.open(clock: clock) { opened in
            try await opened.transmitsReceipts()
            var paid: [Int] = []
            for (moment, plus) in [("02:10:00+02:00", [20]), ("02:40:00+02:00", [52]), ("02:10:00+01:00", [75]), ("02:40:00+01:00", [80])] {
                clock.advance(ms: try Moment("2026-10-25T\(moment)").timestamp.ms(since: clock.now))
                let house = try await opened.signedInAnew()
                let check = try await house.check(plus: plus)
                try await house.pay(check, by: "CASH")
                paid.append(check.total)
            }
            clock.advance(ms: 40 * 60_000)
            let house = try await opened.signedInAnew()
            try await house.keepBooksNow()
            try await house.revenueArrives(on: "2026-10-24")
            #expect(house.running.directBookings.map(\.total).sorted() == paid.sorted(), "four windows, one posting each")
            let day = try await house.day("2026-10-24")
            #expect(day.total == paid.reduce(0, +) && day.difference == 0 && day.hotel.revenueAccepted == day.total)
        }
    }

    @Test func `S1-14: an outlet's own service periods are what the hotel reads from then on`() async throws {
        let clock = TestClock()
        try await House.open(clock: clock) { house in
            let admin = try await house.administrator()
            let outlets: OutletsBody = try await house.waiter.call(.GET, "/api/v1/outlets")
            let brasserie = try #require(outlets.outlets.first { $0.number == 1 }).id
            let saved = try await admin.form(
                "/configuration/settings/service-periods/\(brasserie)",
                [
                    "number0": "7", "from0": "06:00", "to0": "20:30", "fr0": "Jour", "number1": "8", "from1": "20:30", "to1": "06:00",
                    "fr1": "Nuit", "en1": "Night",
                ])
            #expect(saved.status == 303)
            #expect(try await house.charged(at: clock.now, clock).servingTime == "7")
            #expect(try await house.charged(at: Moment("2026-11-22T20:30:00+01:00").timestamp, clock).servingTime == "8")
            #expect(try await house.charged(at: Moment("2026-11-23T05:59:00+01:00").timestamp, clock).servingTime == "8")
            #expect(try await house.charged(at: Moment("2026-11-23T06:00:00+01:00").timestamp, clock).servingTime == "7")
        }
    }

    @Test(arguments: HotelSystem.allCases)
    func `S1-13: another closing time turns the next date, not the one that runs, and the date closes then`(
        system: HotelSystem
    ) async throws {
        let clock = TestClock()
        try await House.open(system, clock: clock) { house in
            let admin = try await house.administrator()
            let saved = try await admin.form(
                "/configuration/settings/closing-time/edit", ["time": "04:00", "openChecks": "carry"])
            #expect(saved.status == 303)
            #expect(try await house.charged(at: Moment("2026-11-23T05:29:00+01:00").timestamp, clock).businessDate == "2026-11-22")
            #expect(try await house.charged(at: Moment("2026-11-23T05:30:00+01:00").timestamp, clock).businessDate == "2026-11-23")
            #expect(try await house.charged(at: Moment("2026-11-24T03:59:00+01:00").timestamp, clock).businessDate == "2026-11-23")
            #expect(try await house.charged(at: Moment("2026-11-24T04:00:00+01:00").timestamp, clock).businessDate == "2026-11-24")
            let later = try await house.signedInAnew()
            clock.advance(ms: RevenueBooks.graceMs)
            try await later.keepBooksNow()
            for date in ["2026-11-22", "2026-11-23"] {
                let day = try await later.day(date)
                #expect(day.status == "closed" && day.difference == 0 && day.total > 0, "\(date)")
            }
        }
    }
}

extension House {
    /// This house with staff who have just signed in: sessions end while the clock runs.
    func signedInAnew() async throws -> House {
        House(running: running, waiter: try await running.signedIn(as: "waiter"), manager: try await running.signedIn(as: "manager"))
    }

    /// The books are told what the clock says: on a clock that stands still nobody comes back for what is due in a minute.
    fileprivate func keepBooksNow() async throws {
        let moment = running.restaurant.now()
        let kept = try await running.restaurant.database.write { tx in try tx.keepBooks(at: moment, takesRevenue: true) }
        running.restaurant.signals.announce(kept.postings)
    }

    /// Charges a coffee to room 204 at that moment, and reads it in the hotel's ledger and on the check.
    fileprivate func charged(at moment: Timestamp, _ clock: TestClock) async throws -> ClockTests.Read {
        clock.advance(ms: moment.ms(since: clock.now))
        let house = try await signedInAnew()
        let check = try await house.check(plus: [75])
        #expect(try await house.charge(check, to: try await house.guest("204")).status == 201)
        let booked = house.charges(ofCheck: check.number)
        #expect(booked.count == 1)
        let details = try #require(booked.first).details
        let dated: DatedBody = try await house.waiter.call(.GET, "/api/v1/checks/\(check.id)")
        return .init(servingTime: details.servingTime, wallClock: details.time, date: details.date, businessDate: dated.businessDate)
    }

    private struct DatedBody: Decodable { let businessDate: String }
}

/// A moment as ISO 8601 writes it, offset included.
struct Moment {
    let timestamp: Timestamp

    /// Throws when the text is no moment.
    init(_ text: String) throws {
        timestamp = Timestamp(milliseconds: Int64(try Date(text, strategy: .iso8601).timeIntervalSince1970 * 1000))
    }
}
