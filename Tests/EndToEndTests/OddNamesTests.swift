import HotelSimulator
import NIOHTTP1
import PointOfSale
import Testing

@testable import Ardoise

/// What rooms and people are really called: zeros in front, accents, and characters that the wire has no place for.
@Suite(.serialized) struct OddNamesTests {
    @Test(arguments: HotelSystem.allCases) func `S1-06: zeros and letters of a room number count, and the charge lands there`(
        system: HotelSystem
    ) async throws {
        try await House.open(system) { house in
            for (typed, room, reservation) in [("0910", "0910", "91001"), ("12A", "12A", "99011")] {
                let guest = try await house.guest(typed)
                #expect(guest.roomNumber == room && guest.reservationNumber == reservation)
                let check = try await house.check(plus: [75])
                #expect(try await house.charge(check, to: guest).status == 201)
                #expect(house.booked(check).map(\.room) == [room])
            }
            for typed in ["910", "00910", "12", "012A"] {
                let found = try await house.guests(typed).map(\.roomNumber)
                #expect(!found.contains("0910") && !found.contains("12A"), "\(typed)")
            }
        }
    }

    /// The wire is in Windows-1252: what it lacks comes as a question mark, and goes back as it came.
    @Test(arguments: HotelSystem.allCases)
    func `S1-06: guests with accents, an apostrophe or letters that the wire lacks are charged on their own room`(system: HotelSystem)
        async throws
    {
        try await House.open(system) { house in
            for (room, shows) in [("325", "Çelik"), ("401", "O’Connor"), ("305", "Müller"), ("330", "ukasiewicz"), ("410", "Andersen")] {
                let guest = try await house.guest(room)
                #expect(guest.name.contains(shows), "\(guest.name)")
                let check = try await house.check(plus: [75])
                #expect(try await house.charge(check, to: guest, tip: 20).status == 201, "\(room)")
                #expect(house.booked(check).map(\.room) == [room])
            }
            let celik = try #require(try await house.guests("celik").first)
            #expect(celik.roomNumber == "325")
        }
    }

    @Test(arguments: HotelSystem.allCases) func `S1-06: a separator or a control character in a guest's name cannot break a record`(
        system: HotelSystem
    ) async throws {
        try await House.open(system) { house in
            let odd = "Le|Goff\u{3}\u{2}PR|TA1|\r\n"
            try house.running.hotel.change { hotel, _ in
                let stay = try #require(hotel.reservations["20401"])
                hotel.add(
                    Reservation(
                        number: "20403", room: stay.room, guest: Guest(title: "M.", name: odd, firstName: "A\u{0}B|"),
                        arrival: stay.arrival, departure: stay.departure))
            }
            let guest = try #require(try await house.guests("204").first { $0.reservationNumber == "20403" })
            // Only FIAS separates its fields by it.
            if system == .opera5 { #expect(!guest.name.contains("|")) }
            #expect(guest.name.unicodeScalars.allSatisfy { $0.value >= 0x20 })
            let check = try await house.check(plus: [75])
            #expect(try await house.charge(check, to: guest).status == 201)
            let booked = house.booked(check)
            #expect(booked.map(\.reservation) == ["20403"] && booked.map(\.total) == [check.total])
            #expect(house.running.hotel.ledger.bookings.count == 1, "nothing else was booked")
        }
    }

    @Test func `S1-06: nor can a cashier's name, or what somebody typed`() async throws {
        try await House.open { house in
            let admin = try await house.administrator()
            let saved = try await admin.form(
                "/configuration/settings/staff/add",
                [
                    "number": "77", "name": "Zoé | d’Arc", "role": "waiter", "language": "fr", "pin": "7193", "active": "on",
                ])
            #expect(saved.status == 303, "\(saved.text.prefix(2000))")
            let refused = try await admin.form(
                "/configuration/settings/staff/add",
                [
                    "number": "78", "name": "Zoé\u{7}", "role": "waiter", "language": "fr", "pin": "7194", "active": "on",
                ])
            #expect(refused.status == 422)
            var zoe = TillClient(base: house.running.till)
            zoe.token = try await zoe.call(.POST, "/api/v1/sessions", PINBody(pin: "7193"), as: SessionBody.self).token
            let check = try await house.check(plus: [75])
            #expect(try await house.charge(check, to: try await house.guest("204"), as: zoe).status == 201)
            #expect(house.charges(ofCheck: check.number).map(\.details.cashier) == ["Zoé   d’Arc"])
            for text in ["20\u{7}4", "2|04", "Ga\u{2}ri"] {
                let answer = try await house.waiter.send(.POST, "/api/v1/guest-searches", SearchBody(text: text))
                #expect(answer.status == 422)
                #expect(try answer.read(ProblemBody.self).code == "SEARCH_TOO_LONG")
            }
        }
    }
}
