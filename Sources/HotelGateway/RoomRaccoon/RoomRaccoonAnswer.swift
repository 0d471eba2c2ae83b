import PointOfSale

/// An answer of RoomRaccoon's, read leniently: its exact shape is not published, and its partners have met several
/// (`reference/roomraccoon.md` C2: members at the top or under `Data`, one reservation or a list of `Reservations`).
struct RoomRaccoonAnswer: Hashable, Sendable {
    /// What it says to what was asked.
    enum Verdict: Hashable, Sendable {
        case yes
        /// No, with the hotel's own words if it gave any.
        case no(String?)
        /// Neither yes nor no, or both.
        case unclear
    }

    let verdict: Verdict
    /// The hotel's words, whatever the verdict.
    let words: String?
    let root: JSONValue
    /// The objects that speak for the whole answer: the top, and what it wraps itself in.
    private let layers: [JSONValue]

    private static let wrappers: Set<String> = [
        "data", "response", "result", "answer", "verifyroomresponse", "chargeroomresponse", "verifyroomresult", "chargeroomresult",
        "verifyroom", "chargeroom",
    ]
    private static let successNames = ["success", "succeeded", "successful", "issuccess"]
    private static let errorNames = ["errorinfo", "errormessage", "error", "errors", "errordescription", "errortext"]
    private static let messageNames = ["message", "reason", "info"]
    /// What some servers write where an error would stand.
    private static let noErrors: Set<String> = ["", "ok", "none", "null", "0", "no error", "success", "false"]

    /// Reads an answer; nil when its body is no JSON object.
    init?(body: [UInt8]) {
        guard let read = JSONReader.read(body) else { return nil }
        if case .array(let values) = read, values.count == 1 { root = values[0] } else { root = read }
        guard case .object = root else { return nil }
        layers = Self.layers(of: root, depth: 0)
        let errors = layers.flatMap { $0.values(named: Self.errorNames) }.flatMap(Self.texts).filter {
            !Self.noErrors.contains($0.lowercased())
        }
        let messages = layers.flatMap { $0.values(named: Self.messageNames) }.flatMap(Self.texts)
        let said = layers.flatMap { $0.values(named: Self.successNames) }.map(\.truth)
        words = errors.first ?? messages.first
        if said.isEmpty || said.contains(nil) || Set(said).count > 1 {
            verdict = .unclear
        } else if said[0] == true {
            // A yes that tells of an error is no yes.
            verdict = errors.isEmpty ? .yes : .unclear
        } else {
            verdict = .no(words)
        }
    }

    /// Whether a room or a reservation that it names is another one than that.
    func isAboutAnother(than guest: GuestChoice) -> Bool {
        let rooms = layers.flatMap { $0.values(named: RoomRaccoonStay.roomNames) }.compactMap(\.scalarText)
        let numbers = layers.flatMap { $0.values(named: RoomRaccoonStay.reservationNames) }.compactMap(\.scalarText)
        return rooms.contains { $0.lowercased() != guest.roomNumber.text.lowercased() }
            || numbers.contains { $0 != guest.reservationNumber }
    }

    /// RoomRaccoon's own numbers for what it booked, if it names any.
    var bookingNumbers: [String] {
        let names = ["ticketnumber", "posticketnumber", "transactionid", "transactionnumber", "chargeid"]
        return layers.flatMap { $0.values(named: names) }.compactMap(\.scalarText).map { String($0.prefix(40)) }
    }

    /// Whether it holds a list with nothing in it, or nothing where a list would be.
    var holdsEmptyList: Bool {
        let names = ["data", "reservations", "reservation", "guests", "result", "results", "rooms"]
        return layers.flatMap { $0.values(named: names) }.contains { $0 == .array([]) || $0 == .null || $0 == .object([]) }
    }

    /// Whether it is any answer of RoomRaccoon's at all.
    var speaksRoomRaccoon: Bool { layers.contains { !$0.values(named: Self.successNames).isEmpty } }

    private static func layers(of value: JSONValue, depth: Int) -> [JSONValue] {
        guard case .object(let members) = value, depth < 3 else { return [] }
        return [value] + members.filter { wrappers.contains($0.plainName) }.flatMap { layers(of: $0.value, depth: depth + 1) }
    }

    /// The texts in an error, which is a text, a list of them, or an object with a message.
    private static func texts(in value: JSONValue) -> [String] {
        switch value {
        case .array(let values): values.flatMap(texts)
        case .object: value.values(named: messageNames + errorNames + ["text", "description"]).flatMap(texts)
        default: value.scalarText.map { [$0] } ?? []
        }
    }
}

/// What RoomRaccoon's words mean. They are made for people and are not published, so only what is plain is read out of them.
enum RoomRaccoonMeaning: Hashable, Sendable, CaseIterable {
    /// It may have been booked all the same, or have broken half-way.
    case unsure
    case credentials, busy, notAllowed, creditLimit, guestGone
    /// A no that says nothing we know.
    case other

    init(_ words: String) {
        let text = words.lowercased()
        self =
            Self.signs.first { sign in sign.words.contains { text.contains($0) } }?.meaning ?? .other
    }

    private static let signs: [(meaning: RoomRaccoonMeaning, words: [String])] = [
        (.unsure, ["already", "duplicate", "internal", "timeout", "timed out", "exception", "partial", "unknown error"]),
        (.credentials, ["api key", "apikey", "hotel id", "hotelid", "unauthor", "authentic", "credential", "access denied"]),
        (.busy, ["too many", "rate limit"]),
        (.other, ["revenue group", "revenuegroup"]),
        (.notAllowed, ["not allowed", "no post", "not permitted", "blocked"]),
        (.creditLimit, ["credit"]),
        (
            .guestGone,
            [
                "not found", "no reservation", "no guest", "checked out", "check-out", "checked-out", "not checked in", "not checked-in",
                "departed", "cancelled", "canceled", "does not exist", "unknown room", "unknown reservation", "unknown guest", "vacant",
                "invalid room", "invalid reservation",
            ]
        ),
    ]
}
