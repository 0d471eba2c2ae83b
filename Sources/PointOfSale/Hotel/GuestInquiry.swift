/// What a cashier asks the hotel: who is in room 204, or who is called Gari….
package enum GuestInquiry: Hashable, Sendable {
    /// A room or an account by its number.
    case room(RoomNumber)
    /// Guests whose name begins so.
    case name(String)

    /// The longest search text taken; a hotel's own limit may cut it further (`FIAS 2.20.24 §6.1`: 10).
    package static let charactersMax = 40
    /// The shortest name worth asking for.
    package static let nameCharactersMin = 2

    /// Reads one search field: anything with a digit in it is a number, anything else a name.
    /// - Throws: `Refusal.searchEmpty`, `.searchTooLong`, `.nameTooShort`, `.searchByNameUnsupported`.
    package init(searching raw: String, capabilities: HotelCapabilities) throws(Refusal) {
        let text = raw.trimmingBlanks
        guard !text.isEmpty else { throw .searchEmpty }
        guard text.count <= Self.charactersMax, text.isPrintableField else { throw .searchTooLong(Self.charactersMax) }
        if text.contains(where: \.isNumber) {
            guard let room = RoomNumber(text) else { throw .searchTooLong(RoomNumber.charactersMax) }
            self = .room(room)
        } else {
            guard capabilities.findsByName else { throw .searchByNameUnsupported }
            guard text.count >= Self.nameCharactersMin else { throw .nameTooShort(Self.nameCharactersMin) }
            self = .name(text)
        }
    }

    /// The text that goes to the hotel.
    package var text: String {
        switch self {
        case .room(let room): room.text
        case .name(let name): name
        }
    }
}
