/// The hotel file as it is written: a readable JSON document. Dates are days counted from the hotel's day on which it is loaded.
struct HotelFile: Decodable {
    let hotel: IdentityEntry
    let rooms: [RoomsEntry]
    let codes: CodesEntry
    let paymentMethods: PaymentMethodsEntry
    let outlets: [OutletEntry]
    let accounts: [AccountEntry]
    let reservations: [ReservationEntry]
    let postingMaster: String?
    let postingMasters: [String: String]
    let settings: HotelSettings

    enum CodingKeys: String, CodingKey, CaseIterable {
        case hotel, rooms, codes, paymentMethods, outlets, accounts, reservations, postingMaster, postingMasters, settings
    }

    init(from decoder: any Decoder) throws {
        let object = try StrictObject<CodingKeys>(decoder)
        hotel = try object.required(.hotel)
        rooms = try object.required(.rooms)
        codes = try object.required(.codes)
        paymentMethods = try object.required(.paymentMethods)
        outlets = try object.value(.outlets, or: [])
        accounts = try object.value(.accounts, or: [])
        reservations = try object.value(.reservations, or: [])
        postingMaster = try object.optional(.postingMaster)
        postingMasters = try object.value(.postingMasters, or: [:])
        settings = try object.value(.settings, or: HotelSettings())
    }
}

/// Who the hotel is.
struct IdentityEntry: Decodable {
    let id, name, town, currency, timeZone: String
    let minorDigits: Int

    enum CodingKeys: String, CodingKey, CaseIterable {
        case id, name, town, currency, minorDigits, timeZone
    }

    init(from decoder: any Decoder) throws {
        let object = try StrictObject<CodingKeys>(decoder)
        id = try object.required(.id)
        name = try object.required(.name)
        town = try object.required(.town)
        currency = try object.required(.currency)
        minorDigits = try object.value(.minorDigits, or: 2)
        timeZone = try object.required(.timeZone)
    }
}

/// A run of rooms of one kind: `from`–`to` by number, or `numbers` one by one.
struct RoomsEntry: Decodable {
    let type: String
    let from, to: Int?
    let numbers: [String]
    let except: [String]
    let dummy: Bool

    enum CodingKeys: String, CodingKey, CaseIterable {
        case type, from, to, numbers, except, dummy
    }

    init(from decoder: any Decoder) throws {
        let object = try StrictObject<CodingKeys>(decoder)
        type = try object.required(.type)
        from = try object.optional(.from)
        to = try object.optional(.to)
        numbers = try object.value(.numbers, or: [])
        except = try object.value(.except, or: [])
        dummy = try object.value(.dummy, or: false)
    }
}

/// A transaction code.
struct CodeEntry: Decodable {
    let code, text: String
    let window: Int

    enum CodingKeys: String, CodingKey, CaseIterable { case code, text, window }

    init(from decoder: any Decoder) throws {
        let object = try StrictObject<CodingKeys>(decoder)
        code = try object.required(.code)
        text = try object.required(.text)
        window = try object.value(.window, or: 1)
    }
}

/// The chart of accounts; `parts` is keyed by the field that carries the part: `S1`, `TP` …
struct CodesEntry: Decodable {
    let parts: [String: CodeEntry]
    let roomRate, openingBalance, payment, wholeCharge: CodeEntry

    enum CodingKeys: String, CodingKey, CaseIterable { case parts, roomRate, openingBalance, payment, wholeCharge }

    init(from decoder: any Decoder) throws {
        let object = try StrictObject<CodingKeys>(decoder)
        parts = try object.required(.parts)
        roomRate = try object.required(.roomRate)
        openingBalance = try object.required(.openingBalance)
        payment = try object.required(.payment)
        wholeCharge = try object.required(.wholeCharge)
    }
}

/// The hotel's payment method codes.
struct PaymentMethodsEntry: Decodable {
    let room, roomByManager, direct: [String]

    enum CodingKeys: String, CodingKey, CaseIterable { case room, roomByManager, direct }

    init(from decoder: any Decoder) throws {
        let object = try StrictObject<CodingKeys>(decoder)
        room = try object.required(.room)
        roomByManager = try object.value(.roomByManager, or: [])
        direct = try object.value(.direct, or: [])
    }
}

/// An outlet: the number that the till sends and the name that the bill shows.
struct OutletEntry: Decodable {
    let number, name: String

    enum CodingKeys: String, CodingKey, CaseIterable { case number, name }

    init(from decoder: any Decoder) throws {
        let object = try StrictObject<CodingKeys>(decoder)
        number = try object.required(.number)
        name = try object.required(.name)
    }
}

/// A city ledger account.
struct AccountEntry: Decodable {
    let number, name: String
    let open: Bool

    enum CodingKeys: String, CodingKey, CaseIterable { case number, name, open }

    init(from decoder: any Decoder) throws {
        let object = try StrictObject<CodingKeys>(decoder)
        number = try object.required(.number)
        name = try object.required(.name)
        open = try object.value(.open, or: true)
    }
}
