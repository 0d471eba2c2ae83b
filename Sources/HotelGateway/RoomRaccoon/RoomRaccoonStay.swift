import PointOfSale

/// One reservation in an answer to `VerifyRoomRequest`.
struct RoomRaccoonStay: Hashable, Sendable {
    static let reservationNames = ["reservationnumber", "reservationid", "reservationno", "bookingnumber", "bookingid"]
    static let roomNames = ["roomnumber", "roomno", "room", "roomname", "bednumber", "bed"]
    /// How deep reservations are looked for.
    private static let depthMax = 6
    private static let charactersMax = 200
    private static let goneStates: Set<String> = ["checkedout", "departed", "cancelled", "canceled", "noshow"]

    /// The room as the answer has it; nil when it leaves it out.
    let room: String?
    let value: JSONValue

    /// Every reservation in an answer, wherever it stands. One that names no room is in that of what holds it.
    static func found(in value: JSONValue, room: String? = nil, depth: Int = 0) -> [RoomRaccoonStay] {
        guard depth <= depthMax else { return [] }
        switch value {
        case .array(let values): return values.flatMap { found(in: $0, room: room, depth: depth + 1) }
        case .object(let members):
            let here = value.values(named: roomNames).compactMap(\.scalarText).first ?? room
            if value.values(named: reservationNames).contains(where: { $0.scalarText != nil }) {
                return [RoomRaccoonStay(room: here, value: value)]
            }
            return members.flatMap { found(in: $0.value, room: here, depth: depth + 1) }
        default: return []
        }
    }

    /// The stay as the till knows guests; nil when a part of it cannot be. A room that the answer does not name is the one asked for.
    func account(askedFor asked: RoomNumber, currency: Currency) -> GuestAccount? {
        guard let number = text(Self.reservationNames), let room = self.room.map({ RoomNumber($0) }) ?? asked,
            room.text.lowercased().contains(asked.text.lowercased()),
            GuestChoice(roomNumber: room, reservationNumber: number, name: "") != nil
        else { return nil }
        let limit = text(["creditlimit", "limit"]).flatMap { Money(decimalText: $0, currency) }
        return GuestAccount(
            roomNumber: room, reservationNumber: number, name: name, arrival: date(["arrival", "arrivaldate", "checkin", "startdate"]),
            departure: date(["departure", "departuredate", "checkout", "enddate"]), mayBeCharged: mayBeCharged, creditLimit: limit)
    }

    private var mayBeCharged: Bool {
        let allowed = truths(["ischargeallowed", "chargeallowed", "allowcharge", "allowcharges", "postingallowed", "canpost"])
        let forbidden = truths(["nopost", "noposting", "isblocked", "chargeblocked"])
        let state = text(["status", "reservationstatus", "state"])?.lowercased().filter(\.isLetter)
        return !allowed.contains(false) && !forbidden.contains(true) && !Self.goneStates.contains(state ?? "")
    }

    /// The guest's name: its own member, first and family name, or those of the first of its guests.
    private var name: String { Self.plain(Self.name(of: value, depth: 0) ?? "") }

    private static func name(of value: JSONValue, depth: Int) -> String? {
        if depth > 2 { return nil }
        if case .array(let values) = value { return values.lazy.compactMap { name(of: $0, depth: depth + 1) }.first }
        if depth > 0, let text = value.scalarText { return text }
        if let whole = value.values(named: ["guestname", "name", "fullname", "displayname"]).compactMap(\.scalarText).first {
            return whole
        }
        let family = value.values(named: ["lastname", "surname", "familyname", "guestlastname"]).compactMap(\.scalarText).first
        let first = value.values(named: ["firstname", "givenname", "guestfirstname"]).compactMap(\.scalarText).first
        if let family { return [family, first].compactMap(\.self).joined(separator: ", ") }
        return first
            ?? value.values(named: ["guest", "guests", "maincontact"]).lazy.compactMap { self.name(of: $0, depth: depth + 1) }.first
    }

    /// Control characters would reach a receipt printer, and `|` the wire of another hotel: neither is part of a name.
    private static func plain(_ name: String) -> String {
        let scalars = name.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.value {
            case 0x00...0x1F, 0x7F...0x9F, 0x7C: " "
            default: scalar
            }
        }
        return String(String(String.UnicodeScalarView(scalars)).trimmed.prefix(charactersMax))
    }

    private func text(_ names: [String]) -> String? { value.values(named: names).compactMap(\.scalarText).first }

    private func truths(_ names: [String]) -> [Bool] { value.values(named: names).compactMap(\.truth) }

    private func date(_ names: [String]) -> BusinessDate? {
        text(names).flatMap { BusinessDate(iso: String($0.prefix(10))) }
    }
}
