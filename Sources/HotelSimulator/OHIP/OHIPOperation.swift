import Foundation

/// What a call asks of the house, read apart from the till's own code so that the two do not share a mistake.
enum OHIPOperation: Sendable {
    case businessDate
    case context
    case search(Search)
    case reservation(String)
    case paymentMethods(String)
    case transactionCodes
    case charge(String, OHIPChargeRequest)
    /// What would be booked for an amount under a code: nothing is.
    case simulation(code: String, amountMinor: Int)
    case postings(Postings)

    /// Whom a search is for.
    struct Search: Sendable, Equatable {
        var room: String?
        var surname: String?
        var limit = 20
        var offset = 0
    }

    /// Which postings are wanted.
    struct Postings: Sendable, Equatable {
        let from, to: CivilDate
        var checkNumber: String?
        var reference: String?
        var room: String?
        var cashier: Int?
        var limit = 20
        var offset = 0
    }

    /// The kind of request that a fault waits for; nil for those that none is armed for.
    var kind: InterfaceRequest? {
        switch self {
        case .search: .inquiry
        case .charge: .posting
        case .postings: .billView
        case .businessDate, .context, .reservation, .paymentMethods, .transactionCodes, .simulation: nil
        }
    }

    /// The most postings of one page (`ohip.md` §6), the longest span of days (`csh.json`), the most reservations of one page.
    fileprivate static let postingsMax = 50
    fileprivate static let daysMax = 30
    fileprivate static let searchMax = 200
    fileprivate static let offsetMax = 1_000_000

    /// Reads a call.
    /// - Throws: what the gateway or the house says to one that it does not understand.
    init(_ call: OHIPCall, hotelID: String) throws(OHIPRefusal) {
        let path = call.segments
        guard let place = path.firstIndex(of: "hotels"), place + 1 < path.count else { throw .notFound }
        guard path[place + 1] == hotelID else { throw .noHotel }
        let rest = Array(path[(place + 2)...])
        switch (call.method, path[..<place].joined(separator: "/"), rest.first, rest.count) {
        case ("GET", "bof/v1", "businessDate", 1): self = .businessDate
        case ("GET", "ent/config/v1", "operaContext", 1): self = .context
        case ("GET", "csh/v1", "transactionCodes", 1): self = .transactionCodes
        case ("GET", "csh/v1", "financialPostings", 1): self = .postings(try Postings(call))
        case ("GET", "rsv/v1", "reservations", 1): self = .search(try Search(call))
        case ("POST", "rsv/v1", "reservations", 2) where rest[1] == "searches": self = .search(try Search(body: call.body))
        case ("GET", "rsv/v1", "reservations", 2): self = .reservation(rest[1])
        case ("GET", "rsv/v1", "reservations", 3) where rest[2] == "paymentMethods": self = .paymentMethods(rest[1])
        case ("POST", "csh/v1", "reservations", 3) where rest[2] == "charges":
            self = .charge(rest[1], try OHIPChargeRequest(call.body, hotelID: hotelID))
        case ("POST", "csh/v1", "reservations", 3) where rest[2] == "chargesAndPayments":
            self = .charge(rest[1], try OHIPChargeRequest(withPayments: call.body, hotelID: hotelID))
        case ("GET", "fof/config/v1", "transactionCodes", 3) where rest[2] == "chargeSimulations":
            self = .simulation(code: rest[1], amountMinor: try Self.amount(call.parameter("postingAmount")))
        default: throw .notFound
        }
    }

    private static func amount(_ text: String?) throws(OHIPRefusal) -> Int {
        guard let text else { return 0 }
        guard let minor = OHIPChargeRequest.minorUnits(ofText: text) else { throw .query }
        return minor
    }

    fileprivate static func number(_ text: String?, or standard: Int, upTo max: Int) throws(OHIPRefusal) -> Int {
        guard let text else { return standard }
        guard let number = Int(text), number >= 0 else { throw .query }
        guard number <= max else { throw .limit }
        return number
    }
}

extension OHIPOperation.Search {
    private static let known: Set<String> = ["searchType", "roomId", "surname", "limit", "offset", "fetchInstructions"]
    private static let instructions: Set<String> = [
        "Reservation", "ReservationID", "Indicators", "Deposits", "RevenuesAndBalances", "GuestServiceStatus", "MasterInfo",
    ]

    fileprivate init(_ call: OHIPCall) throws(OHIPRefusal) {
        // A comma list where the parameter must be repeated is the classic mistake.
        for (name, value) in call.query {
            guard Self.known.contains(name), name != "fetchInstructions" || Self.instructions.contains(value) else { throw .query }
        }
        guard call.parameter("searchType") == "InHouse" else { throw .query }
        room = call.parameter("roomId")
        surname = call.parameter("surname")
        limit = try OHIPOperation.number(call.parameter("limit"), or: 20, upTo: OHIPOperation.searchMax)
        offset = try OHIPOperation.number(call.parameter("offset"), or: 0, upTo: OHIPOperation.offsetMax)
    }

    fileprivate init(body: Data) throws(OHIPRefusal) {
        struct Wire: Decodable {
            let searchType: String
            let roomId, surname: String?
            let limit, offset: Int?
            let fetchInstructions: [String]?
        }
        guard let object = try? JSONSerialization.jsonObject(with: body) as? [String: Any], Set(object.keys).isSubset(of: Self.known) else {
            throw .member
        }
        guard let wire = try? JSONDecoder().decode(Wire.self, from: body), wire.searchType == "InHouse",
            Set(wire.fetchInstructions ?? []).isSubset(of: Self.instructions), (1...OHIPOperation.searchMax).contains(wire.limit ?? 20),
            (wire.offset ?? 0) >= 0
        else { throw .query }
        room = wire.roomId
        surname = wire.surname
        limit = wire.limit ?? 20
        offset = wire.offset ?? 0
    }
}

extension OHIPOperation.Postings {
    fileprivate init(_ call: OHIPCall) throws(OHIPRefusal) {
        guard let from = call.parameter("startDate").flatMap({ CivilDate(iso: $0) }),
            let to = call.parameter("endDate").flatMap({ CivilDate(iso: $0) }), from <= to,
            to.dayNumber - from.dayNumber < OHIPOperation.daysMax
        else { throw .query }
        self.from = from
        self.to = to
        checkNumber = call.parameter("checkNumberWildCard")
        reference = call.parameter("referenceNumberWildCard")
        room = call.parameter("filterRoomNumber")
        cashier = call.parameter("cashierId").flatMap { Int($0) }
        limit = try OHIPOperation.number(call.parameter("limit"), or: 20, upTo: OHIPOperation.postingsMax)
        offset = try OHIPOperation.number(call.parameter("offset"), or: 0, upTo: OHIPOperation.offsetMax)
    }
}
