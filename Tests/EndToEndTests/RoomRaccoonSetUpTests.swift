import HotelSimulator
import NIOHTTP1
import Operations
import PointOfSale
import Storage
import Testing

@testable import Ardoise

/// RoomRaccoon as an administrator sets it up in the back office, and as a waiter then finds it when a check is paid.
@Suite(.serialized) struct RoomRaccoonSetUpTests {
    @Test func `S2-02: RoomRaccoon is searched, found, added, and shown with its status and version`() async throws {
        try await House.open { house in
            let admin = try await house.administrator()
            #expect(try await !admin.page("/configuration/integrations").contains("data-integration=\"room-raccoon\""))
            for typed in ["RoomRaccoon", "raccoon", "ROOM%20RAC"] {
                let found = try await admin.page("/configuration/integrations/add?q=\(typed)")
                #expect(found.contains("data-integration=\"room-raccoon\"") && !found.contains("data-integration=\"opera\""), "\(typed)")
                #expect(found.contains("version 2") && found.contains("/configuration/settings/room-raccoon/edit"))
            }
            let none = try await admin.page("/configuration/integrations/add?q=%3Cb%3Emews")
            #expect(!none.contains("data-integration=") && !none.contains("<b>mews"))

            try await house.usesRoomRaccoon()
            #expect(try await house.card(admin).contains("chip ok"))
            house.running.hostel.change { hotel, _ in hotel.raccoon?.apiKey = "changed-on-their-side" }
            #expect(try await admin.form("/configuration/room-raccoon-test", [:]).status == 200)
            #expect(try await house.card(admin).contains("chip no"))
            #expect(try await house.saveRoomRaccoon(["on": ""]).status == 303)
            #expect(try await house.card(admin).contains("chip plain"))
        }
    }

    @Test func `S2-03: the seven fields are saved; the key is sealed and shown nowhere again`() async throws {
        try await House.open { house in
            let admin = try await house.administrator()
            let form = try await admin.page("/configuration/settings/room-raccoon/edit")
            for field in ["on", "name", "test", "key", "hotelID", "signature", "printSignature"] {
                #expect(form.contains("name=\"\(field)\""), "\(field)")
            }
            let key = "rr-live-0123456789"
            #expect(try await house.saveRoomRaccoon(["key": "rr live 0123"]).status == 422, "a blank inside a key")
            #expect(try await house.saveRoomRaccoon(["hotelID": ""]).status == 422)
            #expect(try await house.saveRoomRaccoon(["serviceAddress": "http://api.example.com/api/"]).status == 422, "the key in clear")
            let saved = try await house.saveRoomRaccoon([
                "key": "  \(key) ", "name": "Auberge", "signature": "on", "printSignature": "mandatory",
            ])
            #expect(saved.status == 303)
            let stored = try await house.running.restaurant.database.read { tx in try tx.roomRaccoonLink() }
            let link = try #require(stored)
            #expect(link.isOn && link.name == "Auberge" && !link.isTest && link.hotelID == house.running.roomRaccoon.hotelID)
            #expect(link.signature == SignaturePolicy(isAsked: true, printing: .mandatory))
            #expect(!link.apiKey.isEmpty && !link.apiKey.contains(key))
            for path in ["settings/room-raccoon/edit", "export", "changes", "integrations"] {
                #expect(try await !admin.page("/configuration/\(path)").contains(key), "\(path)")
            }
            // Saved again without a key: the one in force stays.
            #expect(try await house.saveRoomRaccoon(["key": ""]).status == 303)
            let kept = try await house.running.restaurant.database.read { tx in try tx.roomRaccoonLink() }
            #expect(kept?.apiKey == link.apiKey)
        }
    }

    @Test func `S2-03: test mode talks to the built-in hotel only, and marks every screen and receipt`() async throws {
        try await House.open { house in
            try await house.usesRoomRaccoon()
            let wakes = house.running.restaurant.signals.wakes()
            #expect(try await house.saveRoomRaccoon(["test": "on"]).status == 303)
            let line = try house.running.restaurant.hotels.line(.roomRaccoon)
            if !(line.capabilities.isTest && line.linkState.isAlive) {
                for await _ in wakes where line.capabilities.isTest && line.linkState.isAlive { break }
            }
            #expect(try await house.card(try await house.administrator()).contains("chip wait"))
            let check = try await house.check()
            let annaig = try #require(try await house.hostelGuests("21").first)
            #expect(try await house.chargeHostel(check, to: annaig).status == 201)
            #expect(house.running.hostel.snapshot.posTickets.isEmpty, "the hotel of every day hears nothing of training")
            for path in ["/floor", "/history", "/history/\(check.id)", "/checks/\(check.id)/receipt"] {
                #expect(try await house.waiter.page(path).contains("data-test-mode"), "\(path)")
            }
        }
    }

    @Test func `S2-04: saving offers the way of paying ready filled, and a name that is not RoomRaccoon to the letter is explained`()
        async throws
    {
        try await House.open { house in
            let admin = try await house.administrator()
            let saved = try await house.saveRoomRaccoon()
            let path = try #require(saved.headers.first(name: "Location"))
            #expect(path.hasPrefix("/configuration/settings/payment-methods/"))
            let form = try await admin.page(path)
            #expect(form.contains("name=\"nameFR\" type=\"text\" value=\"RoomRaccoon\""))
            #expect(form.contains("name=\"active\" value=\"on\" checked"))
            for off in ["opensDrawer", "countsInFloat"] { #expect(form.contains("name=\"\(off)\" value=\"on\">"), "\(off)") }
            let fields = { (name: String) in
                [
                    ("kind", "room"), ("integration", "roomRaccoon"), ("code", ""), ("hotelCode", ""), ("active", "on"),
                    ("nameFR", name), ("takesTips", "on"),
                ]
            }
            for name in ["roomraccoon ", "RoomRaccoon ", " RoomRaccoon", "Room Raccoon", "ROOMRACCOON"] {
                let french = try await admin.form(path, fields(name))
                #expect(french.status == 422 && french.text.contains("exactement « RoomRaccoon »"), "\(name)")
                let english = try await admin.form(path, fields(name), language: "en")
                #expect(english.text.contains("exactly “RoomRaccoon”"), "\(name)")
            }
            #expect(try await admin.form(path, fields("RoomRaccoon")).status == 303)
            let method = try #require(try await house.running.restaurant.paymentMethods().first { $0.integration == .roomRaccoon })
            #expect(method.isActive && method.name.fr == "RoomRaccoon")
            #expect(!method.opensDrawer && !method.countsInFloat && !method.givesChange)
            // Once it is there its form sends neither type nor code, and changes the rest.
            let change = try await admin.page(path)
            #expect(!change.contains("name=\"kind\"") && !change.contains("name=\"code\""))
            let changed = fields("RoomRaccoon").filter { !["kind", "code", "active"].contains($0.0) }
            #expect(try await admin.form(path, changed).status == 303)
            let off = try await house.running.restaurant.allPaymentMethods().first { $0.integration == .roomRaccoon }
            #expect(off?.isActive == false)
        }
    }

    @Test func `S2-05: an order is paid by RoomRaccoon: pay, RoomRaccoon, the room's digits, the guest`() async throws {
        try await House.open { house in
            try await house.usesRoomRaccoon()
            let check = try await house.check()
            let pay = try await house.waiter.page("/checks/\(check.id)/pay")
            #expect(pay.contains("/checks/\(check.id)/room?hotel=roomRaccoon") && pay.contains("<small>RoomRaccoon</small>"))
            let room = try await house.waiter.page("/checks/\(check.id)/room?hotel=roomRaccoon")
            #expect(room.contains("name=\"hotel\" value=\"roomRaccoon\"") && room.contains("RoomRaccoon · n° de chambre"))
            let found = try await house.waiter.form("/checks/\(check.id)/guests?hotel=roomRaccoon", ["text": "21"]).text
            let guest = try #require(found.firstMatch(of: /data-room="21" data-reservation="(\d+)" data-guest-name="([^"]+)"/))
            let sent = try await house.waiter.form(
                "/checks/\(check.id)/room-charges",
                [
                    "key": House.key(), "hotel": "roomRaccoon", "room": "21", "reservation": String(guest.1), "name": String(guest.2),
                    "amount": "\(check.total / 100),\(String(check.total % 100 + 100).dropFirst())", "tip": "0", "lines": "",
                ])
            #expect(sent.status == 303, "\(sent.text)")
            let result = try await house.waiter.page(try #require(sent.headers.first(name: "Location")))
            #expect(result.contains("data-state=\"accepted\""))
            let annaig = try #require(try await house.hostelGuests("21").first)
            #expect(try await house.module(annaig).map(\.totalMinor) == [check.total])
            #expect(try await house.check(check.id).state == "closed")
        }
    }
}

extension House {
    /// RoomRaccoon's card among the integrations.
    func card(_ admin: TillClient) async throws -> String {
        let page = try await admin.page("/configuration/integrations")
        return try #require(page.split(separator: "<section").first { $0.contains("data-integration=\"room-raccoon\"") }).description
    }
}
