import Foundation
package import PointOfSale

/// What the line to a RoomRaccoon house needs to know (`S2-03`). Its descriptions hold neither the key nor the hotel's number.
package struct RoomRaccoonSettings: Hashable, Sendable {
    /// Where RoomRaccoon's interface for tills is, unless it says otherwise.
    package static let serviceAddress = "https://api.roomraccoon.com/api/"
    /// What the address is asked for (`reference/roomraccoon.md` C2).
    static let query = "type=POS&version=2"
    /// The longest address.
    package static let addressCharactersMax = 255
    /// The longest key.
    package static let apiKeyCharactersMax = 200
    /// The longest hotel number.
    package static let hotelIDCharactersMax = 40
    /// How long an answer may take, ms: what RoomRaccoon's known partners wait.
    package static let timeoutMsDefault: Int64 = 12_000
    /// The times that may be set, ms.
    package static let timeoutsMs: ClosedRange<Int64> = 1_000...60_000
    /// RoomRaccoon's numbers of revenue groups (its page *Finance › Revenue groups*).
    package static let groups = 1...999_999_999

    /// The address that every request goes to.
    let url: String
    let apiKey: String
    let hotelID: String
    /// RoomRaccoon's revenue group for each of ours; it says the tax, too.
    package let revenueGroups: [Itemizer: Int]
    /// The revenue group that tips and service go to; nil while none is named, and then they are not sent.
    package let tipGroup: Int?
    /// How long an answer may take, ms.
    package let timeoutMs: Int64
    /// How many searches may be under way at once.
    package let searchesMax: Int

    /// Everything that must stand in nothing that is kept.
    var secrets: [String] { [apiKey, hotelID] }

    /// Settings as a person gave them: blanks around key, number and address are dropped.
    /// - Throws: `Fault`, naming what cannot be used.
    package init(
        serviceAddress: String = serviceAddress, apiKey: String, hotelID: String, revenueGroups: [Itemizer: Int], tipGroup: Int? = nil,
        timeoutMs: Int64 = timeoutMsDefault, searchesMax: Int = 8
    ) throws(Fault) {
        let key = apiKey.trimmed
        let hotel = hotelID.trimmed
        guard !key.isEmpty else { throw .apiKeyMissing }
        guard key.count <= Self.apiKeyCharactersMax else { throw .apiKeyTooLong }
        guard key.isOneWord else { throw .apiKeyHasBlanks }
        guard !hotel.isEmpty else { throw .hotelIDMissing }
        guard hotel.count <= Self.hotelIDCharactersMax else { throw .hotelIDTooLong }
        guard hotel.isOneWord else { throw .hotelIDHasBlanks }
        guard (revenueGroups.values + [tipGroup].compactMap(\.self)).allSatisfy(Self.groups.contains) else { throw .groupOutOfRange }
        guard Self.timeoutsMs.contains(timeoutMs), searchesMax > 0 else { throw .limitOutOfRange }
        url = try Self.url(of: serviceAddress.trimmed)
        self.apiKey = key
        self.hotelID = hotel
        self.revenueGroups = revenueGroups
        self.tipGroup = tipGroup
        self.timeoutMs = timeoutMs
        self.searchesMax = searchesMax
    }

    /// Why settings cannot be used.
    package enum Fault: String, Error, Hashable, Sendable, CaseIterable {
        case apiKeyMissing, apiKeyTooLong
        /// A blank or a sign that no key holds, in the middle of it: two things were copied, or half a line too many.
        case apiKeyHasBlanks
        case hotelIDMissing, hotelIDTooLong, hotelIDHasBlanks
        case addressUnreadable
        /// Not `https`; `http` is for the machine itself only.
        case addressNotSecure
        case groupOutOfRange, limitOutOfRange
    }

    private static let loopbackNames: Set<String> = ["127.0.0.1", "localhost", "::1", "[::1]"]

    private static func url(of address: String) throws(Fault) -> String {
        guard address.count <= addressCharactersMax, address.isOneWord, var parts = URLComponents(string: address),
            let host = parts.host, !host.isEmpty, parts.user == nil, parts.password == nil, parts.fragment == nil,
            parts.query == nil || parts.query == query
        else { throw .addressUnreadable }
        switch parts.scheme?.lowercased() {
        case "https": break
        case "http": guard loopbackNames.contains(host.lowercased()) else { throw .addressNotSecure }
        default: throw .addressUnreadable
        }
        if parts.path.isEmpty || parts.path == "/" { parts.path = "/api/" }
        parts.query = query
        guard let url = parts.string else { throw .addressUnreadable }
        return url
    }
}

extension RoomRaccoonSettings: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "RoomRaccoon(\(url), \(revenueGroups.count) groups)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["url": url, "revenueGroups": revenueGroups]) }
}

extension String {
    /// Whether it is one run of plain signs, with nothing between them that cannot be seen.
    fileprivate var isOneWord: Bool { unicodeScalars.allSatisfy { (0x21...0x7E).contains($0.value) } }
}
