import PointOfSale

/// One reservation in an answer to a search, read leniently (`ohip.md` §2.1): members are missing, counts and amounts come as text.
struct OHIPStay: Hashable, Sendable {
    private let json: JSONValue
    private static let nameCharactersMax = 200
    /// Statuses of who is in the house now. One that the answer leaves out is believed: it was asked for guests in house.
    private static let inHouse: Set<String> = ["inhouse", "checkedin", "dueout", "walkin", "dayuse"]

    /// The stays of an answer to `getHotelReservations`, `searchHotelReservations` or `getReservation`.
    static func found(in json: JSONValue) -> [OHIPStay] {
        let reservations = json["reservations"]
        return ((reservations?["reservationInfo"] ?? reservations?["reservation"])?.list ?? []).map(OHIPStay.init(json:))
    }

    private init(json: JSONValue) { self.json = json }

    /// The hotel's number of the reservation: the id of type `Reservation`, never a confirmation number.
    var number: String? {
        json["reservationIdList"]?.list.first { $0["type"]?.scalarText == "Reservation" }?["id"]?.scalarText
    }

    /// Whether the hotel says that nothing may be charged here: `nil` when it does not say (`S1-15`). A member that is missing is no "no".
    var isRestricted: Bool? { json["cashiering"]?["billingPrivileges"]?["postingRestriction"]?.truth }

    /// The stay as the till knows guests; nil when it is another hotel's, not in house, in another room than the one asked for, or cannot
    /// be charged for want of a number.
    func account(for inquiry: GuestInquiry, hotelID: String, currency: Currency) -> GuestAccount? {
        let stay = json["roomStay"]
        if let hotel = json["hotelId"]?.scalarText, hotel != hotelID { return nil }
        guard isInHouse, let number, let room = room(asked: inquiry),
            GuestChoice(roomNumber: room, reservationNumber: number, name: name) != nil
        else { return nil }
        let guest = json["reservationGuest"]
        let balance =
            stay?["balance"]?.money(currency) ?? json["cashiering"]?["revenuesAndBalances"]?["balance"]?.money(currency)
            ?? json["revenuesAndBalances"]?["balance"]?.money(currency)
        return GuestAccount(
            roomNumber: room, reservationNumber: number, name: name, title: plain(guest?["namePrefix"]),
            firstName: plain(guest?["givenName"]),
            arrival: stay?["arrivalDate"]?.date, departure: stay?["departureDate"]?.date, vip: plain(guest?["vip"]?["vipCode"]),
            mayBeCharged: isRestricted != true, balance: balance, isPaymaster: stay?["pseudoRoom"]?.truth == true)
    }

    private var isInHouse: Bool {
        guard let status = (json["computedReservationStatus"] ?? json["reservationStatus"])?.scalarText else { return true }
        return Self.inHouse.contains(status.lowercased().filter(\.isLetter))
    }

    /// The room as the answer has it: `roomId`, or `roomNumber` as in Oracle's own example. One that asked for a room and got another
    /// gets nothing; one that got none is in the room asked for.
    private func room(asked inquiry: GuestInquiry) -> RoomNumber? {
        let stay = json["roomStay"]
        let text =
            stay?["roomId"]?.scalarText ?? stay?["roomNumber"]?.scalarText ?? stay?["currentRoomInfo"]?["roomId"]?.scalarText
        switch inquiry {
        case .room(let asked):
            guard let text else { return asked }
            return text.lowercased() == asked.text.lowercased() ? RoomNumber(text) : nil
        case .name: return text.flatMap { RoomNumber($0) }
        }
    }

    private var name: String {
        let guest = json["reservationGuest"]
        let family = plain(guest?["surname"])
        let whole = family.map { [$0, plain(guest?["givenName"])].compactMap(\.self).joined(separator: ", ") }
        return plain(guest?["fullName"]) ?? whole ?? ""
    }

    /// Control characters would reach a receipt printer, and `|` the wire of another hotel: neither is part of a name.
    private func plain(_ value: JSONValue?) -> String? {
        guard let text = value?.scalarText else { return nil }
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.value {
            case 0x00...0x1F, 0x7F...0x9F, 0x7C: " "
            default: scalar
            }
        }
        let plain = String(String.UnicodeScalarView(scalars)).trimmed
        return plain.isEmpty ? nil : String(plain.prefix(Self.nameCharactersMax))
    }
}

/// What a stay's payment methods say of its credit (`getPaymentMethods`): authorised on cards, and owed (`ohip.md` §2.2).
struct OHIPCredit: Hashable, Sendable {
    let authorised: Money?
    let balance: Money?

    init(_ http: HTTPAnswer, currency: Currency) {
        let windows = JSONReader.read(http.body)?["reservationPaymentMethods"]?.list ?? []
        let authorised = windows.compactMap { $0["paymentCard"]?["currentAuthorizedAmount"]?.money(currency) }
        let balances = windows.compactMap { $0["balance"]?.money(currency) }
        self.authorised = authorised.isEmpty ? nil : authorised.total(currency)
        balance = balances.isEmpty ? nil : balances.total(currency)
    }
}
