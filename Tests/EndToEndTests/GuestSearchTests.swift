import Foundation
import HotelSimulator
import NIOHTTP1
import PointOfSale
import Testing

@testable import Ardoise

@Suite(.serialized) struct GuestSearchTests {
    @Test(arguments: HotelSystem.allCases) func `S1-06: guests are found by room number and by name, accents or not`(system: HotelSystem)
        async throws
    {
        try await House.open(system) { house in
            for (text, rooms) in [("204", ["204", "204"]), ("Gari", ["204"]), ("gari", ["204"]), ("0910", ["0910"])] {
                let found = try await house.guests(text)
                #expect(found.map(\.roomNumber) == rooms, "\(text)")
            }
            let okafor = try await house.guests("Okafor")
            #expect(okafor.count == 1)
        }
    }

    @Test(arguments: HotelSystem.allCases) func `S1-06: what finds nobody is an empty list, and what cannot be searched says why`(
        system: HotelSystem
    ) async throws {
        try await House.open(system) { house in
            for text in ["999", "910", "Zzzz"] {
                let found = try await house.guests(text)
                #expect(found.isEmpty, "\(text)")
            }
            for (text, code) in [("", "SEARCH_EMPTY"), ("Z", "NAME_TOO_SHORT"), ("2|04", "SEARCH_TOO_LONG")] {
                let answer = try await house.waiter.send(.POST, "/api/v1/guest-searches", SearchBody(text: text))
                #expect(try answer.read(ProblemBody.self).code == code)
            }
        }
    }

    @Test(arguments: HotelSystem.allCases) func `S1-06: what the hotel says of a guest's credit is for managers`(system: HotelSystem)
        async throws
    {
        try await House.open(system) { house in
            let plain = try await house.waiter.send(.POST, "/api/v1/guest-searches", SearchBody(text: "204"))
            let full = try await house.manager.send(.POST, "/api/v1/guest-searches", SearchBody(text: "204"))
            #expect(!String(decoding: plain.body, as: UTF8.self).contains("creditLeft"))
            #expect(String(decoding: full.body, as: UTF8.self).contains("creditLeft"))
        }
    }

    @Test func `S1-06: what the stay includes is shown as the hotel writes it, and the hotel takes it off the bill`() async throws {
        try await House.open { house in
            let answer = try await house.waiter.send(.POST, "/api/v1/guest-searches", SearchBody(text: "306"))
            #expect(String(decoding: answer.body, as: UTF8.self).contains("\"packageAllowance\":\"Demi-pension\""))
            let plain = try await house.waiter.send(.POST, "/api/v1/guest-searches", SearchBody(text: "207"))
            #expect(!String(decoding: plain.body, as: UTF8.self).contains("packageAllowance"))
            let before = house.running.hotel.snapshot.folio(of: .reservation("30601"))?.balanceMinor ?? 0
            let guest = try #require(try await house.guests("306").first)
            let check = try await house.check()
            let charged = try await house.charge(check, to: guest)
            #expect(charged.status == 201)
            let after = house.running.hotel.snapshot.folio(of: .reservation("30601"))?.balanceMinor ?? 0
            #expect(after - before == max(0, check.total - 3200))
        }
    }
}
