import HotelSimulator
import NIOHTTP1
import Operations
import PointOfSale
import Storage
import Testing

@testable import Ardoise

extension House {
    /// Connects the till to the hostel beside it, over the pages of the back office, and waits until the line stands.
    func usesRoomRaccoon(apiKey: String? = nil) async throws {
        let admin = try await administrator()
        let wakes = running.restaurant.signals.wakes()
        let saved = try await saveRoomRaccoon(apiKey.map { ["key": $0] } ?? [:])
        try #require(saved.status == 303, "\(saved.text)")
        let method = try await admin.form(
            "/configuration/settings/payment-methods/room-raccoon",
            [
                "kind": "room", "integration": "roomRaccoon", "code": "", "hotelCode": "", "active": "on", "nameFR": "RoomRaccoon",
                "takesTips": "on",
            ])
        try #require(method.status == 303, "\(method.text)")
        let line = try running.restaurant.hotels.line(.roomRaccoon)
        if line.linkState.isAlive { return }
        for await _ in wakes where line.linkState.isAlive { return }
    }

    /// Saves the form of the integration, filled in for the hostel beside the till but for `changes`; an empty value unticks a box.
    func saveRoomRaccoon(_ changes: [String: String] = [:]) async throws -> TillClient.Answer {
        let place = running.roomRaccoon
        let fields = [
            "on": "on", "name": "RoomRaccoon", "key": place.apiKey, "hotelID": place.hotelID, "printSignature": "no",
            "serviceAddress": place.serviceAddress, "group1": "101", "group2": "102", "group3": "103", "group5": "105",
            "tipGroup": "109",
        ].merging(changes) { $1 }
        return try await administrator().form(
            "/configuration/settings/room-raccoon/edit", fields.filter { !$0.value.isEmpty || $0.key == "key" }.map { ($0.key, $0.value) })
    }

    /// Guests that RoomRaccoon names for that text.
    func hostelGuests(_ text: String) async throws -> [GuestBody] {
        try await waiter.call(
            .POST, "/api/v1/guest-searches", HotelSearchBody(text: text, hotel: "roomRaccoon"), as: GuestsBody.self
        ).guests
    }

    /// Charges a check over RoomRaccoon, whatever comes of it.
    func chargeHostel(_ check: CheckBody, to guest: GuestBody, amount: Int? = nil, tip: Int = 0) async throws -> TillClient.Answer {
        try await waiter.send(
            .POST, "/api/v1/checks/\(check.id)/room-charges",
            SettlementBody(
                paymentMethodId: try await roomRaccoonMethod(), amount: amount ?? check.remaining, tip: tip,
                guest: ChargeBody.Guest(guest)),
            key: House.key())
    }

    /// RoomRaccoon's way of paying.
    func roomRaccoonMethod() async throws -> String {
        let methods = try await running.restaurant.paymentMethods()
        return try #require(methods.first { $0.integration == .roomRaccoon }).id.text
    }

    /// What stands in the Reservation module of a guest's profile, as the hostel's own ledger has it.
    func module(_ guest: GuestBody) async throws -> [POSTicketBody] {
        try await TillClient(base: running.roomRaccoon.address).call(.GET, "/api/raccoon/reservations/\(guest.reservationNumber)")
    }

    /// The page of that module.
    func modulePage(_ guest: GuestBody) async throws -> String {
        try await TillClient(base: running.roomRaccoon.address).page("/raccoon/\(guest.reservationNumber)")
    }
}

struct HotelSearchBody: Encodable, Sendable {
    let text: String
    let hotel: String
}

/// One order of a till on a reservation, as the hostel tells it.
struct POSTicketBody: Decodable, Sendable {
    let number: Int
    let totalMinor: Int
    let isRefund: Bool
    let room: String
    let lines: [Line]

    struct Line: Decodable, Sendable {
        let description: String
        let quantity: Int
        let amountMinor: Int
        let revenueGroup: Int
    }
}
