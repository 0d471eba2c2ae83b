import PointOfSale

extension SQLRow {
    func id<Subject>(_ column: String) throws -> Identifier<Subject> {
        try read(column, as: "an identifier") { Identifier(text: $0) }
    }

    func optionalID<Subject>(_ column: String) throws -> Identifier<Subject>? {
        try isNull(column) ? nil : id(column)
    }

    func key(_ column: String) throws -> ClientKey {
        try read(column, as: "a client's key") { ClientKey($0) }
    }

    func moment(_ column: String) throws -> Timestamp {
        Timestamp(milliseconds: try int64(column))
    }

    func optionalMoment(_ column: String) throws -> Timestamp? {
        try optionalInt64(column).map { Timestamp(milliseconds: $0) }
    }

    func money(_ column: String, in currency: Currency) throws -> Money {
        Money(try int(column), currency)
    }

    func currency(_ column: String) throws -> Currency {
        try read(column, as: "a known currency") { Currency.known[$0] }
    }

    func date(_ column: String) throws -> BusinessDate {
        try read(column, as: "a date") { BusinessDate(iso: $0) }
    }

    func itemizer(_ column: String) throws -> Itemizer {
        guard let itemizer = Itemizer(try int(column)) else {
            throw StorageFault.unreadableColumn(name: column, wanted: "an itemizer, 1 to 9")
        }
        return itemizer
    }

    func rate(_ column: String) throws -> Rate {
        guard let rate = Rate(basisPoints: try int(column)) else {
            throw StorageFault.unreadableColumn(name: column, wanted: "a rate in basis points")
        }
        return rate
    }

    func stamp(_ column: String) throws -> PostingStamp {
        try read(column, as: "a local date and time") { PostingStamp(text: $0) }
    }

    func state<State: RawRepresentable<String>>(_ column: String) throws -> State {
        try read(column, as: "one of the values of \(State.self)") { State(rawValue: $0) }
    }

    /// Whose account a posting goes to; nil for revenue.
    func guestChoice() throws -> GuestChoice? {
        guard try !isNull("room_number") else { return nil }
        let room = try read("room_number", as: "a room number") { RoomNumber($0) }
        guard let guest = GuestChoice(roomNumber: room, reservationNumber: try text("reservation_number"), name: try text("guest_name"))
        else { throw StorageFault.unreadableColumn(name: "guest_name", wanted: "a guest as the hotel writes it") }
        return guest
    }

    /// `name_fr` and `name_en`.
    func name() throws -> LocalizedName {
        LocalizedName(fr: try text("name_fr"), en: try optionalText("name_en"))
    }
}
