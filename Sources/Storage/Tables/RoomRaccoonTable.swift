import Foundation
package import PointOfSale

/// The RoomRaccoon integration as it is configured (`S2-03`).
package struct RoomRaccoonLink: Hashable, Sendable {
    package var isOn: Bool
    /// What the back office calls it.
    package var name: String
    /// Whether it talks to the built-in simulated hotel, and never to the real one.
    package var isTest: Bool
    /// Sealed under the house's pepper; empty while there is none.
    package var apiKey: String
    /// RoomRaccoon's number of the hotel.
    package var hotelID: String
    /// Whether guests sign for charges, and whether what they sign is printed (`S2-07`).
    package var signature: SignaturePolicy
    /// Where RoomRaccoon is reached.
    package var serviceAddress: String
    /// RoomRaccoon's revenue group for each of ours.
    package var revenueGroups: [Itemizer: Int]
    /// The revenue group that tips go to; nil: the methods of this integration take none.
    package var tipGroup: Int?

    /// RoomRaccoon's numbers of revenue groups.
    package static let groups = 1...999_999_999
    /// The longest key, in characters.
    package static let apiKeyCharactersMax = 200
    /// The longest hotel number.
    package static let hotelIDCharactersMax = 40
    /// The longest address.
    package static let addressCharactersMax = 255
    /// RoomRaccoon's own address.
    package static let addressDefault = "https://api.roomraccoon.com/api/"

    /// An integration that is added and not yet filled in.
    package init() {
        isOn = true
        name = Integration.roomRaccoon.name
        isTest = true
        apiKey = ""
        hotelID = ""
        signature = .none
        serviceAddress = Self.addressDefault
        revenueGroups = [:]
    }
}

extension SQLTransaction {
    /// The RoomRaccoon integration; nil until somebody adds it.
    package func roomRaccoonLink() throws -> RoomRaccoonLink? {
        try first("select * from room_raccoon_link where property_id = (select id from property)").map { row in
            var link = RoomRaccoonLink()
            link.isOn = try row.bool("is_on")
            link.name = try row.text("name")
            link.isTest = try row.bool("is_test")
            link.apiKey = try row.text("api_key")
            link.hotelID = try row.text("hotel_id")
            link.signature = SignaturePolicy(isAsked: try row.bool("asks_signature"), printing: try row.state("print_signature"))
            link.serviceAddress = try row.text("service_address")
            link.revenueGroups = try row.read("revenue_groups", as: "numbers of revenue groups", Self.groups)
            link.tipGroup = try row.optionalInt("tip_group")
            return link
        }
    }

    /// Sets the RoomRaccoon integration.
    package func setRoomRaccoonLink(_ link: RoomRaccoonLink) throws {
        let groups = Dictionary(uniqueKeysWithValues: link.revenueGroups.map { (String($0.key.number), $0.value) })
        try execute("delete from room_raccoon_link where property_id = (select id from property)")
        try execute(
            """
            insert into room_raccoon_link (property_id, is_on, name, is_test, api_key, hotel_id, asks_signature, print_signature,
                service_address, revenue_groups, tip_group)
            values ((select id from property), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            link.isOn, link.name, link.isTest, link.apiKey, link.hotelID, link.signature.isAsked, link.signature.printing.rawValue,
            link.serviceAddress, String(decoding: try JSONEncoder().encode(groups), as: UTF8.self), link.tipGroup)
    }

    private static func groups(_ text: String) -> [Itemizer: Int]? {
        guard let numbers = try? JSONDecoder().decode([String: Int].self, from: Data(text.utf8)) else { return nil }
        var groups: [Itemizer: Int] = [:]
        for (number, group) in numbers {
            guard let itemizer = Int(number).flatMap({ Itemizer($0) }) else { return nil }
            groups[itemizer] = group
        }
        return groups
    }
}
