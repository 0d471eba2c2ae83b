import HotelGateway
import HotelSimulator
import NIOHTTP1
import Operations
import PointOfSale
import TestSupport
import Testing

@testable import Ardoise

/// What OPERA Cloud is told in another way than OPERA 5, over the whole program: places and service periods by transaction codes, doubts by
/// reading back. All else is in the tests that run with both systems.
@Suite(.serialized) struct OperaCloudTests {
    /// Coffee is sold under these codes from this outlet of the hotel's, in this service period.
    private static func codes(_ special: [(outlet: Int?, period: Int?, code: String)]) -> TransactionCodeMap {
        var codes: [TransactionCodeMap.Key: String] = [.init(.tip): "2900"]
        for itemizer in (1...8).compactMap(Itemizer.init) {
            codes[.init(.sales(itemizer))] = "20\(itemizer.number)0"
            for entry in special { codes[.init(.sales(itemizer), outlet: entry.outlet, servicePeriod: entry.period)] = entry.code }
        }
        return TransactionCodeMap(codes)
    }

    @Test func `S1-12: floor plan before till before outlet decides under which code OPERA Cloud books`() async throws {
        let codes = Self.codes([(11, nil, "2020"), (12, nil, "2030"), (13, nil, "2050")])
        try await House.open(.operaCloud, codes: codes) { house in
            let admin = try await house.administrator()
            let place = try await house.place()
            let till = try await admin.till(number: 9, in: place.outlet)
            for (spot, outlet, code) in [
                ("outlet-\(place.outlet)", 11, "2020"), ("till-\(till)", 12, "2030"), ("plan-\(place.plan)", 13, "2050"),
            ] {
                try await admin.map(spot, to: outlet)
                let check = try await house.check(in: place, till: till)
                #expect(try await house.charge(check, to: try await house.guest("204")).status == 201)
                #expect(house.running.codes(ofCheck: check.number) == [code], "\(outlet)")
            }
        }
    }

    @Test func `S1-14: to the minute, the service period decides under which code OPERA Cloud books`() async throws {
        let edges = [
            ("03:59", "2050"), ("04:00", "2010"), ("10:59", "2010"), ("11:00", "2020"), ("13:59", "2020"), ("14:00", "2030"),
            ("17:59", "2030"), ("18:00", "2050"),
        ]
        let clock = TestClock()
        let codes = Self.codes([(nil, 1, "2010"), (nil, 2, "2020"), (nil, 3, "2030"), (nil, 4, "2050")])
        try await House.open(.operaCloud, codes: codes, clock: clock) { opened in
            for (time, code) in edges {
                clock.advance(ms: try Moment("2026-11-23T\(time):00+01:00").timestamp.ms(since: clock.now))
                let house = try await opened.signedInAnew()
                let check = try await house.check(plus: [75])
                let charged = try await house.charge(check, to: try await house.guest("204"))
                #expect(charged.status == 201, "\(time): \(charged.text)")
                #expect(house.running.codes(ofCheck: check.number) == [code], "\(time)")
            }
        }
    }

    @Test(arguments: [Fault.refuse(status: "502"), .nonsense(.unknownStatus), .nonsense(.missingStatus)])
    func `S1-06: an answer that OPERA Cloud owes is read back by the charge's own reference: booked once, and nobody is asked`(
        fault: Fault
    ) async throws {
        try await House.open(.operaCloud, quietMs: 50) { house in
            let check = try await house.check()
            let lucia = try await house.guest("204")
            let before = try await house.balance(lucia)
            house.running.hotel.arm(fault)
            let answer = try await house.charge(check, to: lucia, tip: 100)
            #expect([201, 202].contains(answer.status), "\(answer.text)")
            try await house.settles(try answer.read(ChargeAnswer.self).posting)
            #expect(house.booked(check).map(\.total) == [check.total + 100])
            #expect(try await house.balance(lucia) - before == check.total + 100)
            #expect(try await house.check(check.id).state == "closed")
        }
    }

    @Test func `S1-17: help shows OPERA Cloud's line and what was sent, without a name or a secret`() async throws {
        try await House.open(.operaCloud) { house in
            let check = try await house.check()
            #expect(try await house.charge(check, to: try await house.guest("204")).status == 201)
            let page = try await house.manager.page("/hotel/help")
            #expect(page.contains("data-phase=\"alive\"") && page.contains("A\(check.number)"))
            let file = try await house.manager.page("/hotel/help/diagnostics")
            for text in [page, file] {
                #expect(!text.contains("Garibaldi") && !text.contains(OperaCloudSettings.demo.clientSecret))
                #expect(!text.contains(OperaCloudSettings.demo.appKey))
            }
        }
    }
}

extension RunningHouse {
    /// The codes under which the hotel booked the lines of a check.
    func codes(ofCheck number: Int) -> [String] {
        hotel.ledger.bookings.filter { $0.charge.details.isOfCheck(number) }.flatMap(\.lines).map(\.code.code)
    }
}
