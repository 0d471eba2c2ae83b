import Foundation
import Testing

@testable import HotelSimulator

@Suite struct HotelFileTests {
    private static let now = SmallHotel.nowMs

    @Test func `the shipped hotel is the Hôtel des Remparts as promised`() throws {
        let hotel = try HotelLoader.demo(now: Self.now)
        #expect(hotel.identity.name == "Hôtel des Remparts")
        #expect(hotel.rooms.values.count { !$0.isDummy } == 120)
        #expect(hotel.rooms["0910"] != nil && hotel.rooms["12A"] != nil && hotel.rooms["113"] == nil)
        let occupied = hotel.roomNumbers.filter { hotel.rooms[$0]?.isDummy == false && !hotel.guests(inRoom: $0).isEmpty }
        #expect(occupied.count == 85)
        let sharers = hotel.guests(inRoom: "204")
        #expect(sharers.map(\.guest.fullName) == ["Mme Garibaldi, Lucia", "M. Gast, Henri"])
        #expect(sharers.map(\.noPost) == [false, true])
        #expect(sharers[0].creditLimitMinor == 50_000)
        #expect(hotel.folio(of: .reservation(sharers[0].number))?.balanceMinor == 12_050)
        #expect(hotel.guests(inRoom: "118").map(\.guest.name) == ["Petrov"])
        #expect(hotel.guests(inRoom: "307").map(\.guest.name) == ["Lindqvist"])
        let okafor = try #require(hotel.guests(inRoom: "412").first)
        #expect(hotel.creditLeftMinor(of: okafor) == 800)
        #expect(hotel.guests(inRoom: "9001").map(\.guest.name) == ["Séminaire Cap Horn"])
        #expect(hotel.reservations.values.contains { $0.status == .due })
        #expect(hotel.reservations.values.contains { $0.status == .checkedOut })
    }

    @Test(arguments: [0, 400, 4000]) func `the shipped hotel is in house on any day`(days: Int) throws {
        let hotel = try HotelLoader.demo(now: Self.now + Int64(days) * 86_400_000)
        for stay in hotel.reservations.values where stay.status == .inHouse {
            #expect((stay.arrival...stay.departure).contains(hotel.businessDate))
        }
    }

    @Test func `before half past five in the morning it is still yesterday for the hotel`() throws {
        let halfPastFive: Int64 = 1_795_408_200_000  // 2026-11-23 05:30 in Saint-Malo
        #expect(try HotelLoader.demo(now: halfPastFive - 1).businessDate.iso == "2026-11-22")
        #expect(try HotelLoader.demo(now: halfPastFive).businessDate.iso == "2026-11-23")
    }

    private static let good = """
        {"hotel": {"id": "X", "name": "X", "town": "X", "currency": "EUR", "timeZone": "Europe/Paris"},
         "rooms": [{"type": "Double", "from": 101, "to": 103}, {"type": "Dummy", "dummy": true, "numbers": ["9000"]}],
         "codes": {"parts": {"S1": {"code": "1", "text": "Food"}}, "roomRate": {"code": "2", "text": "r"},
          "openingBalance": {"code": "3", "text": "o"}, "payment": {"code": "4", "text": "p"}, "wholeCharge": {"code": "5", "text": "w"}},
         "paymentMethods": {"room": ["ROOM"]}, "accounts": [{"number": "500", "name": "A"}],
         "settings": {"creditOverride": "nobody", "inquiryLifeMs": 60000},
         "reservations": [{"number": "7", "room": "101", "name": "N", "arrives": 0, "departs": 1, "creditLimit": "10.00"}]}
        """

    @Test func `a small file is enough`() throws {
        let hotel = try HotelLoader.hotel(from: Data(Self.good.utf8), named: "x.json", atMs: Self.now)
        #expect(hotel.roomNumbers == ["101", "102", "103", "9000"])
        #expect(hotel.settings.creditOverride == .nobody)
        #expect(hotel.settings.inquiryLifeMs == 60_000)
        #expect(hotel.reservations["7"]?.creditLimitMinor == 1000)
    }

    @Test(arguments: [
        ("\"to\": 103", "\"to\": 99", "rooms[0]", "no run of rooms"),
        ("\"numbers\": [\"9000\"]", "\"numbers\": [\"102\"]", "rooms[1]", "twice"),
        ("\"numbers\": [\"9000\"]", "\"numbers\": [\"a|b\"]", "rooms[1]", "room number"),
        ("\"numbers\": [\"9000\"]", "\"comment\": \"x\"", "rooms[1].comment", "unknown key"),
        ("\"room\": \"101\"", "\"room\": \"999\"", "reservations[0].room", "no room 999"),
        ("\"room\": \"101\", ", "", "reservations[0]", "“room” is missing"),
        ("\"number\": \"7\"", "\"number\": \"0\"", "reservations[0].number", "not 0"),
        ("\"number\": \"7\"", "\"number\": 7", "reservations[0].number", "text in quotes"),
        ("\"arrives\": 0", "\"arrives\": 2", "reservations[0].departs", "before"),
        ("\"10.00\"", "\"10,00\"", "reservations[0].creditLimit", "“10,00” is no amount"),
        ("\"10.00\"", "\"-1\"", "reservations[0].creditLimit", "negative"),
        ("Europe/Paris", "Europe/Saint-Malo", "hotel.timeZone", "no such time zone"),
        ("\"S1\"", "\"S0\"", "codes.parts.S0", "no part of a charge"),
        ("\"number\": \"500\"", "\"number\": \"101\"", "accounts[0].number", "a room already"),
        ("\"nobody\"", "\"everybody\"", "settings.creditOverride", "Cannot initialize"),
        ("\"inquiryLifeMs\"", "\"inquiryLifetime\"", "settings.inquiryLifetime", "unknown key"),
        ("\"inquiryLifeMs\": 60000", "\"matchesMax\": 10", "settings.matchesMax", "out of range"),
        ("\"settings\"", "\"postingMaster\": \"8\", \"settings\"", "postingMaster", "no reservation"),
        ("{\"hotel\"", "{\"hotel", "", "is not JSON"),
        ("\"rooms\": [", "\"rooms\": 3, \"x\": [", "x", "unknown key"),
    ])
    func `a wrong file is refused with the place and the problem`(old: String, new: String, place: String, problem: String) {
        let text = Self.good.replacingOccurrences(of: old, with: new)
        #expect(text != Self.good)
        let error = #expect(throws: HotelFileError.self) {
            try HotelLoader.hotel(from: Data(text.utf8), named: "x.json", atMs: Self.now)
        }
        #expect(error?.place == place)
        #expect(error?.problem.contains(problem) == true, "\(error.map(String.init(describing:)) ?? "")")
        #expect(error?.description.hasPrefix("x.json: ") == true)
    }

    @Test func `a file that is not there is named`() {
        let error = #expect(throws: HotelFileError.self) {
            try HotelLoader.hotel(atPath: "/nowhere/hotel.json", now: Self.now)
        }
        #expect(error?.description.hasPrefix("/nowhere/hotel.json: cannot be read") == true)
    }

    @Test func `a hotel is read from any path`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "hotel-\(UUID().uuidString).json")
        try Data(Self.good.utf8).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        #expect(try HotelLoader.hotel(atPath: path.path, now: Self.now).identity.id == "X")
    }
}
